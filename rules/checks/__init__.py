"""One rule a file; found by folder. See CONTRIBUTING.md for the recipe."""
