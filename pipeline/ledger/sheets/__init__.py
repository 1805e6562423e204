"""The sheets of 台账.xlsx, one module each, over one way of printing a table."""
