"""Web pages under the name of a Word file (systems export forms so): from their bytes to the layout of a document."""
