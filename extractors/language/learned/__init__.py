"""Small linear models over character n-grams and what the other components found; `benchmarks/train_language.py` makes them."""
