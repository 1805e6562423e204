"""Word documents in one XML file: taken apart into the parts of a .docx package."""
