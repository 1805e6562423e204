"""Makes the sample inbox and its roster. `python -m samples.make` from the checkout; see samples/README.md."""
