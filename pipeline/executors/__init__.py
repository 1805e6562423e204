"""Where many files are worked on: local processes here; another engine offers the same `map`."""
