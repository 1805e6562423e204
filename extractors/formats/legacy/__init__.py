"""Word documents of before 1997: converting with LibreOffice where it is installed."""
