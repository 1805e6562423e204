"""How a printed page becomes text: characters by origin, ruling lines, grids of cells, lines, paragraphs, page joins."""
