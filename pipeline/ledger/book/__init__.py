"""The ledger as values: units, people, forms, items, their states and what happened to them. No SQL in here."""
