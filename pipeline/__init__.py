"""Order, effects, people: one file from end to end, many files, feedback, the ledger, the commands."""
