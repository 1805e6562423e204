"""`python -m pipeline` is `chengnuo`, for where the folder of commands is not on the search path."""

from pipeline.cli.main import main

if __name__ == "__main__":
    main()
