"""What people typed into the workbook, read back."""
