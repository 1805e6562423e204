"""A picture's marked-up copy: a PDF that shows the picture as it was sent, with highlights and notes as in any PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import Corrupt
from extractors.formats.scanpage.paper import A4_LONG
from extractors.formats.scanpage.pictures import BROKEN, frames_of, opened, upright
from pipeline.feedback.copying import keep_original, write_copy
from pipeline.feedback.pdf import marked
from pipeline.feedback.remark import MarkedUp, Remark

if TYPE_CHECKING:
    import pikepdf

FORMATS = frozenset({"image"})
_QUALITY = 85
_ORIENTATION = 0x0112


def mark_up(source: Path, remarks: Sequence[Remark], target: Path) -> MarkedUp:
    """Write `target` (.pdf): the picture on pages of its own shape, with each remark highlighted where it was read. A JPEG
    goes in as it is, bit for bit; other pictures as JPEG of good quality. The same input gives the same bytes.

    Raises DocumentError for a picture that cannot be opened, ValueError where source and target are one file."""
    keep_original(source, target)
    content, placed = marked(as_pdf(source.read_bytes()), [r for r in remarks if r.text.strip()])
    write_copy(content, target)
    return MarkedUp(target, placed)


def as_pdf(data: bytes) -> bytes:
    """The picture's frames as the pages of a PDF, in the points in which the reader counts."""
    import pikepdf

    document = pikepdf.new()
    for encoded, wide, high, grey in _frames(data):
        scale = A4_LONG / max(wide, high)
        _add_page(document, encoded, (wide, high), (wide * scale, high * scale), grey)
    out = io.BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


def _add_page(document: pikepdf.Pdf, encoded: bytes, pixels: tuple[int, int], points: tuple[float, float], grey: bool) -> None:
    import pikepdf

    name = pikepdf.Name
    picture = pikepdf.Stream(
        document, encoded, Type=name.XObject, Subtype=name.Image, Width=pixels[0], Height=pixels[1], BitsPerComponent=8,
        ColorSpace=name.DeviceGray if grey else name.DeviceRGB, Filter=name.DCTDecode,
    )  # fmt: skip
    page = document.add_blank_page(page_size=points)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=document.make_indirect(picture)))
    page.Contents = document.make_stream(f"q {points[0]:.3f} 0 0 {points[1]:.3f} 0 0 cm /Im0 Do Q".encode("ascii"))


def _frames(data: bytes) -> Iterator[tuple[bytes, int, int, bool]]:
    """Each frame as JPEG, with its width and height in pixels and whether it is grey."""
    with opened(data) as file:
        count = frames_of(file)
        if count == 1 and _as_it_is(file):
            yield data, file.width, file.height, file.mode == "L"
            return
        for number in range(count):
            try:
                file.seek(number)
                image = upright(file)
            except BROKEN as error:
                raise Corrupt("图片已损坏或不完整，无法读取。") from error
            out = io.BytesIO()
            image.save(out, "JPEG", quality=_QUALITY)
            yield out.getvalue(), image.width, image.height, False


def _as_it_is(file: Any) -> bool:
    """Whether a PDF can show the file's own bytes: a JPEG in grey or RGB that no camera wants turned."""
    return file.format == "JPEG" and file.mode in ("L", "RGB") and file.getexif().get(_ORIENTATION, 1) == 1
