"""What people decided about findings: it outranks the program's judgement, on every later run."""
