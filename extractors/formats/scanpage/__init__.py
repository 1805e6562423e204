"""Pages that are pictures: straightened, read by rapidocr (extra `ocr`), ruled into the same cells as a printed PDF."""
