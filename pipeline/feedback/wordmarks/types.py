"""The list of content types of a package (ISO/IEC 29500-2, 10.1.2): the comments named in it, or made anew where the file
has none that can be read. Word opens no file without it."""

from __future__ import annotations

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.tree import parse, serialize

PART = "[Content_Types].xml"
_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {kind: f"{_WORD}{kind}+xml" for kind in ("styles", "numbering", "settings", "webSettings", "fontTable", "header",
                                                  "footer", "footnotes", "endnotes", "comments")}  # fmt: skip
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp", "emf": "image/x-emf",
    "wmf": "image/x-wmf", "tif": "image/tiff", "tiff": "image/tiff", "bin": "application/vnd.openxmlformats-officedocument.oleObject",
}  # fmt: skip


def with_comments(package: Package, main: str, part: str) -> bytes | None:
    """The list with the comments part named in it, None where it names it already."""
    try:
        root = parse(package.read(PART) or b"")
    except Corrupt:
        root = etree.Element("none")
    if root.tag != _SPACE + "Types":
        root = _made_anew(package, main)
    wanted = "/" + part
    if any(node.get("PartName", "").lower() == wanted.lower() for node in root):
        return None
    _name(root, wanted, _KINDS["comments"])
    return serialize(root)


def _made_anew(package: Package, main: str) -> etree._Element:
    root = parse(b'<Types xmlns="%s"/>' % _SPACE[1:-1].encode())
    for extension, kind in _DEFAULTS.items():
        etree.SubElement(root, _SPACE + "Default", {"Extension": extension, "ContentType": kind})
    _name(root, "/" + main, _WORD + "document.main+xml")
    for relation in package.relations(main).values():
        if not relation.external and relation.kind in _KINDS:
            _name(root, "/" + relation.target, _KINDS[relation.kind])
    return root


def _name(root: etree._Element, part: str, kind: str) -> None:
    etree.SubElement(root, _SPACE + "Override", {"PartName": part, "ContentType": kind})
