"""The same bytes each time: archives with a fixed clock, strict namespaces, PDF files without their time of making."""

from __future__ import annotations

import io
import re
import zipfile

CLOCK = (2012, 3, 8, 9, 0, 0)
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
DROPPED = {"docProps/thumbnail.jpeg"}
STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
)


def fixed_zip(data: bytes, *, strict: bool = False) -> bytes:
    """The archive again with one time for all members and without the picture that python-docx's template carries.
    `strict` moves a Word file to the namespaces of ISO 29500 Strict."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in DROPPED:
                new.writestr(member(name), _part(name, old.read(name), strict), compresslevel=9)
    return out.getvalue()


def member(name: str, kind: type[zipfile.ZipInfo] = zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's header with the fixed time."""
    info = kind(name, CLOCK)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


def _part(name: str, data: bytes, strict: bool) -> bytes:
    if name == "docProps/core.xml":
        data = TIMES.sub(rb"\g<1>2012-03-08T09:00:00Z", data)
    if name == "_rels/.rels":
        data = b"".join(p for p in _relations(data) if b"thumbnail" not in p)
    if strict and name != "[Content_Types].xml":
        for transitional, replacement in STRICT:
            data = data.replace(transitional, replacement)
        if name == "word/document.xml":
            data = data.replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)
    return data


def _relations(data: bytes) -> list[bytes]:
    return [part + b">" for part in data.split(b">") if part.strip()]


def fixed_pdf(data: bytes) -> bytes:
    """The PDF again without dates and with an id that comes from its content."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/CreationDate", "/ModDate"):
            if key in pdf.docinfo:
                pdf.docinfo[key] = "D:20120308090000+08'00'"
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        for key in {"/ID", "/DocChecksum"} & set(pdf.trailer.keys()):
            del pdf.trailer[key]
        pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()
