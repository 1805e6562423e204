"""Word files that hold another document whole (w:altChunk): pages, RTF, Word files, text, nested in turn. The damage is done to
what is embedded, now and then to the file around it."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.fuzz.damage import mutated, package_smaller, unzipped, xml_damaged, zipped
from benchmarks.fuzz.kinds import of_suffix, rtf_ofd, web, word
from benchmarks.fuzz.marking import use_word as use
from extractors.formats import docx, rtf

__all__ = ["SUFFIX", "damaged", "seeds", "smaller", "use"]

SUFFIX = ".docx"
smaller = package_smaller
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN, _CHUNK = "word/document.xml", "word/chunk.bin"
_PARAGRAPH, _MARK = "<w:p><w:r><w:t>承诺事项</w:t></w:r></w:p>", '<w:altChunk r:id="r1"/>'


def seeds(folder: Path | None) -> list[bytes]:
    """A file around each page, RTF, text and Word file of the folder."""
    inside = of_suffix(folder, ".html", ".htm", ".mht", ".mhtml", ".rtf", ".docx", ".txt", ".doc")
    return [_holding(data) for data in inside]


def _holding(content: bytes) -> bytes:
    cell = f"<w:tbl><w:tr><w:tc>{_MARK}<w:p/></w:tc></w:tr></w:tbl>"
    body = f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{_PARAGRAPH}{_MARK}{_PARAGRAPH}{cell}</w:body></w:document>'
    types = f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="text/html"/></Types>'
    return zipped({
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": _relation(f"{_R}/officeDocument", _MAIN),
        "word/_rels/document.xml.rels": _relation(f"{_R}/aFChunk", "chunk.bin"),
        _MAIN: body.encode(), _CHUNK: content,
    })  # fmt: skip


def _relation(kind: str, target: str) -> bytes:
    return f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>'.encode()


def damaged(data: bytes, dice: random.Random) -> bytes:
    parts = unzipped(data)
    if dice.random() < 0.2:
        parts[_MAIN] = xml_damaged(parts[_MAIN], dice)
    chunk = parts[_CHUNK]
    if docx.sniff(chunk):
        parts[_CHUNK] = word.damaged(chunk, dice) if dice.random() < 0.7 else _holding(_holding(chunk))
    else:
        parts[_CHUNK] = mutated(chunk, rtf_ofd.RTF_WORDS if rtf.sniff(chunk) else web.WORDS, dice)
    return zipped(parts)
