"""The ledger as a workbook that goes out and comes back: nothing that somebody typed is lost, nothing overwritten."""
