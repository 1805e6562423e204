"""The .docx copy of an old Word document: the same text, tables and numbering, so that anchors resolve in it."""
