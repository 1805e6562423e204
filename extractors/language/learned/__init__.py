"""Small linear models over character n-grams and what the other components found; `benchmarks/train_language.py` makes
the model file. Importing this package declares the pipeline's component `learned`."""

from extractors.language.learned.component import learned

__all__ = ["learned"]
