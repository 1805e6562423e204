"""Scans as offices send them, made from the sample forms: drawn at a resolution, sealed, signed, shaded, turned, noisy."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from extractors.errors import DocumentError
from extractors.formats import pdf
from extractors.formats.scanpage.rendered import papers
from extractors.forms import find_forms
from extractors.model import Form, FormKind, Passage, PdfPlace
from extractors.reading import read

RED = (205, 35, 40)
RESOLUTIONS = (150, 200, 300)
FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
NAME = "中共某某学院示例支部委员会"
_SEAL = 60.0
"""Points: the radius of a seal 42 mm across."""


class Scan(NamedTuple):
    """A made scan: `pages` as picture files; `stamped` whether the seal (and a person's signature) were put on it, `way` how
    it was taken in (colour, grey, fax, photo): without colour nobody can tell a seal from print."""

    name: str
    pages: list[bytes]
    dots: int
    stamped: bool
    way: str


def truth(data: bytes) -> tuple[str, tuple[Form, ...]]:
    """What the PDF says, from its own characters."""
    document = pdf.read(data)
    return document.text, find_forms(document)


def make(name: str, data: bytes, number: int) -> Scan:
    """The scan of one PDF; `number` chooses the resolution, the skew and the rest, the same each time."""
    chance = random.Random(number)
    dots, degrees, stamped = RESOLUTIONS[number % 3], round(chance.uniform(-4, 4), 2), number % 4 != 3
    grey = number % 6 == 5
    forms = truth(data)[1]
    count = len(pdf.take_apart(data)[0])
    pages = []
    for paper in papers(data, range(count), dots):
        image = Image.fromarray(paper.pixels)
        way = paper.to_user.back()
        if stamped:
            people = [form for form in forms if form.kind is not FormKind.ORG]
            for spot in spots(people, paper.number, approval=False):
                _sign(image, way.point(*spot), paper.scale, chance)
            for spot in spots(forms, paper.number, approval=False):
                image = _seal(image, way.point(*spot), paper.scale)
            for spot in spots(forms, paper.number, approval=True):
                image = _seal(image, way.point(*spot), paper.scale)
        pages.append(_worn(image.convert("L").convert("RGB") if grey else image, degrees, chance))
    return Scan(name, pages, dots, stamped, "grey" if grey else "colour")


def as_pdf(pages: Sequence[bytes]) -> bytes:
    """A PDF of nothing but these pictures."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pages:
        picture = ImageReader(io.BytesIO(page))
        wide, high = picture.getSize()
        canvas.setPageSize((A4[0], A4[0] * high / wide))
        canvas.drawImage(picture, 0, 0, A4[0], A4[0] * high / wide)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def spots(forms: Sequence[Form], page: int, *, approval: bool) -> list[tuple[float, float]]:
    """The middle of each date that is signed (or approved) on that page, in user space."""
    dates = [(f.approval.date.passage or f.approval.passage) if approval else (f.signing.date.passage or f.signing.passage) for f in forms]
    return [spot for date in dates if (spot := _middle(date, page))]


def _middle(passage: Passage, page: int) -> tuple[float, float] | None:
    boxes = [b for p in passage.anchor().places if isinstance(p, PdfPlace) and p.page == page for b in p.boxes]
    if not boxes:
        return None
    x0, y0, x1, y1 = boxes[-1]
    return (x0 + x1) / 2, (y0 + y1) / 2


def _seal(image: Image.Image, at: tuple[float, float], scale: float) -> Image.Image:
    """A round red seal over the place: ring, star, an organisation's name around it; print shows through."""
    layer = Image.new("RGB", image.size, "white")
    pen, (x, y), r = ImageDraw.Draw(layer), at, _SEAL * scale
    pen.ellipse((x - r, y - r, x + r, y + r), outline=RED, width=round(3 * scale))
    radii = (0.32 * r, 0.13 * r)
    pen.polygon([(x + radii[i % 2] * np.sin(i * np.pi / 5), y - radii[i % 2] * np.cos(i * np.pi / 5)) for i in range(10)], fill=RED)
    font = ImageFont.truetype(FONT, round(0.26 * r))
    for i, char in enumerate(NAME):
        turn = (i - (len(NAME) - 1) / 2) * 0.36
        letter = Image.new("L", (round(0.4 * r),) * 2, 0)
        ImageDraw.Draw(letter).text((0.2 * r, 0.2 * r), char, fill=255, font=font, anchor="mm")
        letter = letter.rotate(-float(np.degrees(turn)), resample=Image.Resampling.BICUBIC)
        layer.paste(RED, (round(x + 0.76 * r * np.sin(turn) - 0.2 * r), round(y - 0.76 * r * np.cos(turn) - 0.2 * r)), letter)
    return Image.fromarray(np.minimum(np.asarray(image), np.asarray(layer.filter(ImageFilter.GaussianBlur(0.3 * scale)))))


def _sign(image: Image.Image, at: tuple[float, float], scale: float, chance: random.Random) -> None:
    """A few strokes of a pen to the left of the date."""
    pen = ImageDraw.Draw(image)
    x, y = at[0] - 125 * scale, at[1] - 4 * scale
    for _ in range(7):
        points = [(x + chance.uniform(0, 55) * scale, y + chance.uniform(-9, 9) * scale) for _ in range(4)]
        pen.line(points, fill=(28, 30, 70), width=round(1.3 * scale), joint="curve")


def _worn(image: Image.Image, degrees: float, chance: random.Random) -> bytes:
    """Turned, unsharp, with a shadow over one side, noise, and a JPEG's blocks."""
    turned = image.rotate(degrees, expand=False, fillcolor=(248, 247, 243), resample=Image.Resampling.BICUBIC)
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.5))).astype(np.float32)
    high, wide = pixels.shape[:2]
    across = np.linspace(0.0, 1.0, wide)[None, :] * chance.uniform(-1, 1) + np.linspace(0.0, 1.0, high)[:, None] * chance.uniform(-1, 1)
    shadow = 1.0 - 0.28 * (across - across.min()) / max(float(np.ptp(across)), 0.01)
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, 7, (high, wide, 1))
    worn = np.clip(pixels * shadow[:, :, None] + noise, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(worn).save(out, "JPEG", quality=chance.choice((45, 60, 75)), dpi=(200, 200))
    return out.getvalue()


def sources(folder: Path, cache: Path, most: int) -> list[tuple[str, bytes]]:
    """Up to `most` sample forms as PDF: those that are, then the Word files as LibreOffice prints them."""
    found = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.pdf")) if _holds_form(path)][:most]
    words = (path for path in sorted(folder.rglob("*.docx")) if _holds_form(path))
    return found + list(islice(filter(None, (_printed(path, cache) for path in words)), most - len(found)))


def _printed(path: Path, cache: Path) -> tuple[str, bytes] | None:
    """A Word file as LibreOffice prints it, None where it cannot."""
    from samples.make.office import convert

    kept = cache / f"{path.stem}.pdf"
    if not kept.exists():
        try:
            kept.write_bytes(convert([path.read_bytes()], "pdf")[0])
        except RuntimeError:
            return None
    return kept.name, kept.read_bytes()


def _holds_form(path: Path) -> bool:
    try:
        return bool(find_forms(read(path)))
    except DocumentError:
        return False
