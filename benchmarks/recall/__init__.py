"""How much of a file's text is read, beside an independent reading of the same file: LibreOffice's, or pdfium's for PDF."""
