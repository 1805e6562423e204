"""Pictures that are no pages: each is refused with a reason, and none is an error of the program."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from extractors.errors import Corrupt, NoFormFound
from extractors.formats import image
from extractors.formats.scanpage.engine import SWITCH
from extractors.formats.scanpage.pictures import papers
from extractors.formats.scanpage.rulings import _bent
from pipeline.feedback.image import as_pdf
from tests.scans.sheets import needs_ocr


@needs_ocr
@pytest.mark.parametrize("size", [(3000, 12), (2, 2600), (1, 1), (5, 400), (40, 40)])
def test_strips_and_specks_are_pages_without_text(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    data = io.BytesIO()
    Image.effect_noise(size, 90).save(data, "PNG")
    with pytest.raises(NoFormFound):
        image.read(data.getvalue())


def _second_page_without_width() -> bytes:
    """A TIFF of two pages, the second of which does not say how wide it is."""
    data, page = io.BytesIO(), Image.new("L", (60, 80), "white")
    page.save(data, "TIFF", save_all=True, append_images=[page])
    told, tag = data.getvalue(), b"\x00\x01\x04\x00\x01\x00\x00\x00"
    at = told.rindex(tag)
    assert told.index(tag) < at
    return told[:at] + b"\xfe\xff" + told[at + 2 :]


def test_a_page_without_width_is_a_broken_picture() -> None:
    with pytest.raises(Corrupt, match="损坏"):
        list(papers(_second_page_without_width()))
    with pytest.raises(Corrupt, match="损坏"):
        as_pdf(_second_page_without_width())


def test_a_speck_is_no_arc() -> None:
    assert not _bent(np.ones((9, 1), np.uint8), 2.0)
