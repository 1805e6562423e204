"""Scoring what the program read against forms that people labelled (format: tests/gold/FORMAT.md)."""
