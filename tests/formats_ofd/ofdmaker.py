"""Small OFD files for the tests, object by object."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from samples.make.ofd import SPACE, Page, Stamp, path_object, write

ANNOTATIONS = '<?xml version="1.0"?><ofd:{0} xmlns:ofd="{1}">{2}</ofd:{0}>'


def text(
    words: str, at: str = "20 20 99 9", size: float = 5, delta: str = "", down: str = "", extra: str = ""
) -> str:
    """A text object of that size in millimetres, its baseline at its lower edge."""
    offsets = (f' DeltaX="{delta}"' if delta else "") + (f' DeltaY="{down}"' if down else "")
    code = f'<ofd:TextCode X="0" Y="{size}"{offsets}>{escape(words)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="5" Boundary="{at}" Font="1" Size="{size}" {extra}>{code}</ofd:TextObject>'


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return path_object(x0, y0, x1, y1)


def page(filled: str, printed: str = "") -> Page:
    """An A4 page; `printed` goes into its template."""
    return Page(210, 297, (printed,), (filled,))


def file(
    *pages: Page, units: str = "", notes: str = "", stamps: Sequence[Stamp] = (), without: str = "", space: str = SPACE
) -> bytes:
    """An OFD file; `units` are composite graphic units, `notes` annotations of the first page."""
    parts = unzipped(write(pages, stamps))
    document = parts["Doc_0/Document.xml"].decode()
    if notes:
        first = document.partition('<ofd:Page ID="')[2].partition('"')[0]
        document = document.replace("</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>")
        listed = f'<ofd:Page PageID="{first}"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page>'
        parts["Doc_0/Annots.xml"] = ANNOTATIONS.format("Annotations", SPACE, listed).encode()
        parts["Doc_0/Annot.xml"] = ANNOTATIONS.format("PageAnnot", SPACE, notes).encode()
    parts["Doc_0/Document.xml"] = document.encode()
    res = parts["Doc_0/PublicRes.xml"].decode()
    inside = f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits></ofd:Res>"
    parts["Doc_0/PublicRes.xml"] = res.replace("</ofd:Res>", inside).encode()
    return zipped({name: data.replace(SPACE.encode(), space.encode()) for name, data in parts.items() if name != without})


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()
