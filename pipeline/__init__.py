"""Order, effects, people: one file from end to end, many files, feedback, the ledger, the commands."""

__version__ = "0.1.0"
