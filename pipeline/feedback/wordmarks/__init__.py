"""Helpers for comments in Word files: finding the range, setting the marks, the comments part, the new package."""
