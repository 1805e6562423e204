"""Picture files of other kinds: TIFFs of several pages, fax machines' oblong dots, telephones' HEIC."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from extractors.errors import Scan
from extractors.formats.scanpage.pictures import papers, upright
from extractors.reading import read_bytes


def tiff(*pages: Image.Image, **more: object) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], **more)
    return out.getvalue()


def test_each_page_of_a_tiff_is_a_page() -> None:
    found = list(papers(tiff(Image.new("L", (400, 560), 250), Image.new("1", (560, 400), 1))))
    assert [(p.number, p.wide, p.high) for p in found] == [(0, 400, 560), (1, 560, 400)]


def test_a_fax_with_half_the_lines_is_stretched_to_its_shape() -> None:
    (page,) = papers(tiff(Image.new("1", (1728, 1145), 1), dpi=(204, 98), compression="group4"))
    assert page.high / page.wide == pytest.approx(297 / 216, abs=0.02)


def test_odd_resolutions_do_no_harm() -> None:
    for dots in ((0, 0), (200, 0), (1, 9000)):
        (page,) = papers(tiff(Image.new("L", (300, 400), 250), dpi=dots))
        assert (page.wide, page.high) == (300, 400)
    out = io.BytesIO()
    Image.new("L", (300, 400), 250).save(out, "JPEG", dpi=(200, 100))
    assert upright(Image.open(out)).size == (300, 400), "a JPEG is shown as it is, whatever it says"


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"hevc", b"mif1"])
def test_heic_is_named_and_the_next_step_told(brand: bytes) -> None:
    with pytest.raises(Scan) as told:
        read_bytes(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + bytes(4096))
    assert "HEIC" in str(told.value)
    assert "JPG" in told.value.next_step
