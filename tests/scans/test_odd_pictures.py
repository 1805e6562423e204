"""Pictures that are no pages: each is refused with a reason, and none is an error of the program."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from extractors.errors import NoFormFound
from extractors.formats import image
from extractors.formats.scanpage.engine import SWITCH
from extractors.formats.scanpage.rulings import _bent
from tests.scans.sheets import needs_ocr


@needs_ocr
@pytest.mark.parametrize("size", [(3000, 12), (2, 2600), (1, 1), (5, 400), (40, 40)])
def test_strips_and_specks_are_pages_without_text(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    data = io.BytesIO()
    Image.effect_noise(size, 90).save(data, "PNG")
    with pytest.raises(NoFormFound):
        image.read(data.getvalue())


def test_a_speck_is_no_arc() -> None:
    assert not _bent(np.ones((9, 1), np.uint8), 2.0)
