"""Files become facts: reading documents, matching forms, splitting promises, annotating them. Nothing here judges."""
