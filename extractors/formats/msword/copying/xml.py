"""Strings that are safe in XML, and the names that the copy's parts begin with."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def text(value: str) -> str:
    """The characters as XML text; what XML cannot carry is left out."""
    return escape(_UNPRINTABLE.sub("", value))


def attribute(value: str) -> str:
    """The value in quotes."""
    return quoteattr(_UNPRINTABLE.sub("", value))
