"""The workbook for leaders: one page of numbers and charts by any column of the roster, with the rows that they count."""
