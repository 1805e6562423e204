"""One XML file → the parts of a package, zipped."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.flatword.names import W
from extractors.formats.ooxml.tree import parse

_FLAT = re.compile(rb"<(?:\w+:)?package\b[^>]*schemas\.microsoft\.com/office/2006/xmlPackage|<w:wordDocument\b|<\w+:wordDocument\b")
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEAD = 8192
_BROKEN = "Word XML 文件内部结构已损坏。"


def is_flat(data: bytes) -> bool:
    """Whether the bytes begin a Flat OPC file or one of WordprocessingML 2003."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and bool(_FLAT.search(data, 0, _HEAD))


def tree(data: bytes) -> etree._Element:
    """The file's root element. Raises Corrupt."""
    return parse(data.removeprefix(b"\xef\xbb\xbf").lstrip())


def is_old(root: etree._Element) -> bool:
    """Whether it is WordprocessingML of 2003."""
    return bool(root.tag == W + "wordDocument")


def packed(root: etree._Element) -> bytes:
    """The .docx package that a Flat OPC file is. Raises Corrupt."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in _parts(root):
            package.writestr(name, content)
    return out.getvalue()


def _parts(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """The parts of a Flat OPC file, the list of their types first."""
    overrides: list[str] = []
    found: list[tuple[str, bytes]] = []
    for part in root.iterchildren(_PKG + "part"):
        name, kind = part.get(_PKG + "name", ""), part.get(_PKG + "contentType", "")
        if name.startswith("/"):
            overrides.append(etree.tostring(etree.Element(f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)).decode())
            found.append((name[1:], _content(part)))
    if not found:
        raise Corrupt(_BROKEN)
    types = f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_TYPES}">{"".join(overrides)}</Types>'
    yield "[Content_Types].xml", types.encode()
    yield from found


def _content(part: etree._Element) -> bytes:
    inside = next(iter(part), None)
    if inside is not None and inside.tag == _PKG + "xmlData" and len(inside):
        return etree.tostring(inside[0], xml_declaration=True, encoding="UTF-8", standalone=True)
    try:
        return b64decode((inside.text or "").encode()) if inside is not None else b""
    except ValueError:
        return b""
