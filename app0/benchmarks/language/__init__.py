"""Training and measuring the learned parts of the language room."""
