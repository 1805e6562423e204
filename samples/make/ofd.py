"""OFD files (GB/T 33190-2016) of our own forms: the pages of a PDF, with the same characters and lines in the same places.

    python -m samples.make.ofd samples/inbox/机关/苗范例同志承诺书.pdf 苗范例同志承诺书.ofd

Written as the common producers write: type in points under a scaling CTM, one text object a line, equal offsets as
`g count value`, the form's rulings in a template page under the filled-in text.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from extractors.formats.pdf import take_apart
from extractors.formats.pdfpage.content import PageContent, Run
from samples.make.fixed import member

SPACE = "http://www.ofdspec.org/2016"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ID = "\0"
"""Stands for an object's number until it gets one; no XML can hold it."""

MM = 25.4 / 72
"""Millimetres in a point."""

THIN = 0.5


@dataclass(slots=True)
class _Ids:
    """Every object of a file has a number of its own."""

    last: int = 0

    def new(self) -> str:
        self.last += 1
        return str(self.last)


@dataclass(frozen=True, slots=True)
class Stamp:
    """An electronic seal on a page (from 0): its box in millimetres, x, y, width, height."""

    page: int
    boundary: str


def from_pdf(pdf: bytes, stamps: Sequence[Stamp] = ()) -> bytes:
    """The PDF's pages as an OFD file."""
    return write([_page(content) for content in take_apart(pdf)[0]], stamps)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in millimetres, the XML objects printed on every copy (the form) and those filled in."""

    width: float
    height: float
    printed: tuple[str, ...]
    filled: tuple[str, ...]


def write(pages: Sequence[Page], stamps: Sequence[Stamp] = ()) -> bytes:
    """An OFD file of these pages; objects are numbered here (`ID` in their XML)."""
    ids = _Ids()
    fonts = f'<ofd:Fonts><ofd:Font ID="{ids.new()}" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>'
    parts = {"Doc_0/PublicRes.xml": _root("Res", fonts, ' BaseLoc="Res"')}
    templates, listed, page_ids = [], [], []
    for n, page in enumerate(pages):
        template, own = ids.new(), ids.new()
        page_ids.append(own)
        templates.append(f'<ofd:TemplatePage ID="{template}" BaseLoc="Tpls/Tpl_{n}/Content.xml"/>')
        listed.append(f'<ofd:Page ID="{own}" BaseLoc="Pages/Page_{n}/Content.xml"/>')
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {page.width:.4f} {page.height:.4f}</ofd:PhysicalBox></ofd:Area>"
        parts[f"Doc_0/Tpls/Tpl_{n}/Content.xml"] = _root("Page", area + _layer(page.printed, ids))
        use = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>'
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = _root("Page", area + use + _layer(page.filled, ids))
    common = f"<ofd:CommonData><ofd:MaxUnitID>{ids.last}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
    common += f"</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{''.join(templates)}</ofd:CommonData>"
    parts["Doc_0/Document.xml"] = _root("Document", f"{common}<ofd:Pages>{''.join(listed)}</ofd:Pages>")
    parts |= _signatures(stamps, page_ids)
    return package(parts, signed=bool(stamps))


def package(parts: dict[str, str], signed: bool = False) -> bytes:
    """The zip of these parts, with an OFD.xml that leads to them."""
    body = "<ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    body += "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" if signed else ""
    root = _root("OFD", f"<ofd:DocBody>{body}</ofd:DocBody>", ' Version="1.0" DocType="OFD"')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {"OFD.xml": root, **parts}.items():
            made.writestr(member(name), content.encode())
    return out.getvalue()


def text_object(x: float, y: float, size: float, text: str, offsets: Iterable[float]) -> str:
    """A TextObject with its first character at x, y (millimetres from the upper left), its type `size` points, and these
    offsets (points) from each character to the next."""
    down = size * 1.2
    given = deltas(offsets)
    delta = f" DeltaX={quoteattr(given)}" if given else ""
    boundary = f"{x:.4f} {y - size * MM:.4f} {(len(text) + 1) * size * MM:.4f} {down * MM:.4f}"
    code = f'<ofd:TextCode X="0" Y="{size:.4f}"{delta}>{escape(text)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="{{id}}" Boundary="{boundary}" CTM="{MM:.8f} 0 0 {MM:.8f} 0 0" Font="1" Size="{size:.4f}">{code}</ofd:TextObject>'


def path_object(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line, in millimetres from the upper left."""
    half = THIN / 2 * MM
    boundary = f"{x0 - half:.4f} {y0 - half:.4f} {x1 - x0 + 2 * half:.4f} {y1 - y0 + 2 * half:.4f}"
    data = f"M {half:.4f} {half:.4f} L {x1 - x0 + half:.4f} {y1 - y0 + half:.4f}"
    return f'<ofd:PathObject ID="{{id}}" Boundary="{boundary}" LineWidth="{THIN * MM:.4f}"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def deltas(offsets: Iterable[float]) -> str:
    """Offsets as a DeltaX says them, runs of equal ones as `g count value`."""
    words: list[str] = []
    for value, run in groupby(f"{offset:.4f}" for offset in offsets):
        count = len(list(run))
        words += ["g", str(count), value] if count > 1 else [value]
    return " ".join(words)


def _page(content: PageContent) -> Page:
    left, low, right, high = content.bounds

    def place(x: float, y: float) -> tuple[float, float]:
        return (x - left) * MM, (high - y) * MM

    lines = [(place(s.start, s.at), place(s.end, s.at)) for s in content.strokes.across]
    lines += [(place(s.at, s.end), place(s.at, s.start)) for s in content.strokes.down]
    printed = tuple(path_object(*a, *b) for a, b in lines)
    filled = []
    for run in _lines(content.runs):
        x, y = place(run.xs[0], run.y)
        filled.append(text_object(x, y, run.em, run.text, [b - a for a, b in pairwise(run.xs[:-1])]))
    return Page((right - left) * MM, (high - low) * MM, printed, tuple(filled))


def _lines(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that follow one another on a line in type of one size, put together."""
    last: Run | None = None
    for run in runs:
        if last and run.y == last.y and abs(run.em - last.em) < 0.01 and run.xs[0] >= last.xs[-2]:
            last = Run(last.text + run.text, [*last.xs[:-1], *run.xs], last.y, last.em, [])
            continue
        if last:
            yield last
        last = Run(run.text, list(run.xs), run.y, run.em, [])
    if last:
        yield last


def _layer(objects: Sequence[str], ids: _Ids) -> str:
    inside = "".join(each.replace(ID, ids.new(), 1) for each in objects)
    return f'<ofd:Content><ofd:Layer ID="{ids.new()}">{inside}</ofd:Layer></ofd:Content>'


def _signatures(stamps: Sequence[Stamp], page_ids: Sequence[str]) -> dict[str, str]:
    if not stamps:
        return {}
    notes = "".join(
        f'<ofd:StampAnnot ID="{n}" PageRef="{page_ids[s.page]}" Boundary="{s.boundary}"/>' for n, s in enumerate(stamps)
    )
    signed = f"<ofd:SignedInfo>{notes}</ofd:SignedInfo>"
    entry = '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>'
    return {
        "Doc_0/Signs/Signatures.xml": _root("Signatures", entry),
        "Doc_0/Signs/Sign_0/Signature.xml": _root("Signature", signed),
    }


def _root(name: str, inside: str, attributes: str = "") -> str:
    return f'{HEAD}<ofd:{name} xmlns:ofd="{SPACE}"{attributes}>{inside}</ofd:{name}>'


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(from_pdf(source.read_bytes()))
