"""Qualified names of the elements and attributes that the Word reader and the Word marker look at.

Only transitional names stand here: `tree.parse` maps the Strict namespaces (ISO/IEC 29500 part 1) onto them.
"""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
V = "{urn:schemas-microsoft-com:vml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL, TYPE, ID = W + "val", W + "type", W + "id"
BODY, P, PPR, RUN, RPR, T = W + "body", W + "p", W + "pPr", W + "r", W + "rPr", W + "t"
TBL, TR, TRPR, TC, TCPR = W + "tbl", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SDT, SDT_PR, SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
INS, DEL, MOVE_FROM, MOVE_TO = W + "ins", W + "del", W + "moveFrom", W + "moveTo"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TXBX = W + "txbxContent"
DRAWING, PICT, OBJECT = W + "drawing", W + "pict", W + "object"
BLIP, IMAGEDATA, EXTENT = A + "blip", V + "imagedata", WP + "extent"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
TEXT_PATH, CHART = V + "textpath", C + "chart"
FOOTNOTE_REF, ENDNOTE_REF = W + "footnoteReference", W + "endnoteReference"
MATH, MATH_PARA, MATH_T = M + "oMath", M + "oMathPara", M + "t"

TRANSPARENT = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
"""Elements that only wrap content, in a paragraph as well as around paragraphs, rows and cells."""

OFF = frozenset({"0", "false", "off", "none"})
"""Values that switch a toggle property off; a missing value switches it on (ISO/IEC 29500-1, 17.17.4)."""
