"""What a run read, taken into the ledger: units, people, forms with their drafts, items that keep their ids."""
