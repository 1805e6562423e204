"""The text that a Word file keeps as deleted or moved away, taken from its XML by a plain look at every part: LibreOffice
sometimes takes it for ordinary text (dates of seven digits, deletions in controls), and no page shows it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree


def deleted_text(path: Path) -> str:
    """All of it, in no special order; "" for what is no zip of XML."""
    found: list[str] = []
    try:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith(".xml") and package.getinfo(name).file_size < 64 * 2**20:
                    found += _of(package.read(name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return ""
    return "\n".join(found)


def _of(part: bytes) -> list[str]:
    if b"delText" not in part and b"moveFrom" not in part and b":del " not in part:
        return []
    root = etree.fromstring(part, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    if root is None:
        return []
    gone = [t.text or "" for t in root.iter("{*}delText")]
    for wrapper in root.iter("{*}moveFrom", "{*}del"):
        row = wrapper.getparent()
        holder = row.getparent() if row is not None and etree.QName(row).localname == "trPr" else wrapper
        gone += ["".join(t.text or "" for t in (holder if holder is not None else wrapper).iter("{*}t"))]
    return gone
