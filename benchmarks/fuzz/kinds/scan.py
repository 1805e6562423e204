"""Scans and photographs, as picture files and as the pages of PDF files: drawn from the forms of a folder, then spoilt in what they
show, in their shape and colours, and in their bytes. The recogniser runs, so an input takes a second or more."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.fuzz.damage import mutated
from benchmarks.fuzz.kinds import of_suffix
from extractors.formats.scanpage.engine import SWITCH
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from pipeline.feedback.image import as_pdf
from pipeline.feedback.pdf import marked as marked_up
from pipeline.feedback.remark import Remark

SUFFIX = ".picture"
SECONDS = 120
"""Processor time. The product gives half a minute a page, on top of a minute, by the clock."""
_DOTS = 72
_SHOWN, _BYTES = 0.85, 0.25
"""Shares of the inputs that are spoilt in what they show, and in their bytes."""
_WAYS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF", "PDF")


def seeds(folder: Path | None) -> list[bytes]:
    """The first pages of the PDF files of the folder, as pictures."""
    import pypdfium2

    found = []
    for data in of_suffix(folder, ".pdf"):
        try:
            page = pypdfium2.PdfDocument(data)[0]
            picture = page.render(scale=_DOTS / 72).to_pil()
        except Exception:  # a seed that is broken already
            continue
        if picture.width < 2 * _DOTS * 12 and picture.height < 2 * _DOTS * 12:
            out = BytesIO()
            picture.save(out, "PNG")
            found.append(out.getvalue())
    return found


def damaged(data: bytes, dice: random.Random) -> bytes:
    from PIL import Image

    picture = Image.open(BytesIO(data)).convert("RGB")
    for _ in range(dice.choice((1, 1, 2, 4)) if dice.random() < _SHOWN else 0):
        picture = dice.choice(_SPOILT)(picture, dice)
    told = _written(picture, dice)
    return mutated(told, (b"\xff\xd9", b"\0\0\0\0", b"\xff\xff\xff\xff", b"IDAT", b"\xff\xc0"), dice) if dice.random() < _BYTES else told


def use(data: bytes, marked: bool) -> None:
    os.environ[SWITCH] = "1"
    document = read_bytes(data)
    found = paragraphs(document.blocks)
    if marked and found:
        remarks = [Remark(found[n].passage.anchor(), "一处") for n in sorted({0, len(found) - 1})]
        marked_up(data if b"%PDF-" in data[:1024] else as_pdf(data), remarks)


def smaller(data: bytes) -> Iterator[bytes]:
    """Pictures are kept as they are: what they show cannot be cut bit by bit."""
    return iter(())


def _written(picture: Any, dice: random.Random) -> bytes:
    """In one of the kinds of file and of colours, with odd numbers beside it."""
    out, way = BytesIO(), dice.choice(_WAYS)
    mode = dice.choice({"GIF": ("L", "P", "1"), "TIFF": ("1", "L", "RGB", "CMYK", "I;16", "F"), "PNG": ("1", "L", "LA", "P", "RGBA", "I;16"),
                        "JPEG": ("L", "RGB", "CMYK")}.get(way, ("RGB", "L")))  # fmt: skip
    picture = picture.convert("L").convert("I").convert("I;16") if mode == "I;16" else picture.convert(mode)
    more: dict[str, Any] = {"dpi": (dice.choice((1, 72, 204, 99999)), dice.choice((1, 98, 196, 99999)))} if way in ("PNG", "TIFF", "JPEG") else {}
    if way in ("TIFF", "GIF", "PDF") and dice.random() < 0.2:
        more |= {"save_all": True, "append_images": [picture] * dice.choice((1, 25))}
    if way == "JPEG" and dice.random() < 0.4:
        exif = picture.getexif()
        exif[0x0112] = dice.randrange(10)
        more["exif"] = exif.tobytes()
    picture.save(out, way, **more)
    return out.getvalue()


def _turned(picture: Any, dice: random.Random) -> Any:
    return picture.rotate(dice.choice((1, 3, 7, 20, 45, 90, 137, 180, 270)), expand=dice.random() < 0.7, fillcolor=dice.choice(("white", "black", "red")))


def _cut(picture: Any, dice: random.Random) -> Any:
    wide, high = picture.size
    size = dice.choice(((wide, 3), (2, high), (1, 1), (wide // 2, high), (wide, high // 9), (40, 40), (wide, 30)))
    at = dice.randrange(max(1, wide - size[0] + 1)), dice.randrange(max(1, high - size[1] + 1))
    return picture.crop((*at, at[0] + max(1, size[0]), at[1] + max(1, size[1])))


def _stretched(picture: Any, dice: random.Random) -> Any:
    size = dice.choice(((3000, 20), (20, 3000), (1600, 300), (300, 1600), (64, 64), (2700, 2700), (9000, 60)))
    return picture.resize(size)


def _covered(picture: Any, dice: random.Random) -> Any:
    """Bars, grids, rings and blots of many colours over the page."""
    from PIL import ImageDraw

    draw, (wide, high) = ImageDraw.Draw(picture), picture.size
    for _ in range(dice.choice((1, 4, 60, 900))):
        box = sorted(dice.randrange(wide + 1) for _ in range(2)), sorted(dice.randrange(high + 1) for _ in range(2))
        corners = (box[0][0], box[1][0], box[0][1], box[1][1])
        colour = dice.choice(("red", "black", "white", "#d03030", "gray", "blue"))
        way = dice.randrange(3)
        if way == 0:
            draw.rectangle(corners, fill=colour)
        elif way == 1:
            draw.ellipse(corners, outline=colour, width=dice.choice((1, 2, 9)))
        else:
            draw.line(corners, fill=colour, width=dice.choice((1, 2, 9)))
    return picture


def _coloured(picture: Any, dice: random.Random) -> Any:
    """Dark, light, inverted, of one colour, noisy."""
    from PIL import Image, ImageOps

    way = dice.randrange(5)
    if way == 0:
        return ImageOps.invert(picture)
    if way == 1:
        return Image.new("RGB", picture.size, dice.choice(("white", "black", "red", "#808080")))
    if way == 2:
        noise = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height)).convert("RGB")
        return Image.blend(picture, noise, dice.choice((0.2, 0.6, 1.0)))
    if way == 3:
        return picture.point(lambda v: min(255, v * dice.choice((0.1, 0.5, 3.0))))
    return Image.blend(picture, Image.new("RGB", picture.size, "red"), dice.choice((0.3, 0.8)))


_SPOILT: tuple[Callable[[Any, random.Random], Any], ...] = (_turned, _cut, _stretched, _covered, _coloured)
