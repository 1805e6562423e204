"""Names of WordprocessingML of 2003."""

from __future__ import annotations

W = "{http://schemas.microsoft.com/office/word/2003/wordml}"
HINTS = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
ASSOCIATED = "{http://schemas.microsoft.com/aml/2001/core}"
VAL, TYPE = W + "val", W + "type"
P, PPR, R, RPR, T = W + "p", W + "pPr", W + "r", W + "rPr", W + "t"
TBL, TR, TRPR, TC, TCPR = W + "tbl", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SECTION, HEADER, FOOTER = W + "sectPr", W + "hdr", W + "ftr"
FOOTNOTE, ENDNOTE = W + "footnote", W + "endnote"
BOX, DATA, ANNOTATION = W + "txbxContent", W + "binData", ASSOCIATED + "annotation"
