"""The picture of what was read: marks lie where the print is, on turned, cropped and several pages too."""

from __future__ import annotations

import io

import pikepdf
import pytest
from click.testing import CliRunner
from PIL import Image

from extractors.errors import Corrupt
from extractors.formats.pdfpage.picture import draw as picture
from formats_pdf.drawing import FORM, XS, YS, draw, lines, text
from pipeline.cli.show import command

BLUE, GREEN = (0, 0, 255), (0, 150, 0)


def _form(pages=1):
    def paint(canvas):
        for _ in range(pages):
            lines(canvas, FORM, XS, YS)
            text(canvas, FORM, XS, YS)
            canvas.showPage()

    return draw(paint)


def _changed(rotate, crop):
    file = pikepdf.open(io.BytesIO(_form()))
    file.pages[0].Rotate = rotate
    file.pages[0].CropBox = list(crop)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _near(image, x, y, colour):
    """Whether a pixel within two of the point has the colour."""
    return any(image.getpixel((round(x) + i, round(y) + j)) == colour for i in range(-2, 3) for j in range(-2, 3))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_cell_borders_are_blue_where_they_are_printed(rotate, tmp_path):
    left, low, right, high = crop = (40, 380, 560, 760)
    (path,) = picture(_changed(rotate, crop), tmp_path / "a.png")
    image = Image.open(path)
    assert image.size == ((1040, 760) if rotate % 180 == 0 else (760, 1040))
    corner = {
        0: lambda x, y: (x - left, high - y), 90: lambda x, y: (y - low, x - left),
        180: lambda x, y: (right - x, y - low), 270: lambda x, y: (high - y, right - x),
    }[rotate]
    for x, y in ((XS[0], 600), (XS[1], 655), (XS[4], 600), (100, YS[3]), (300, YS[2])):
        px, py = corner(x, y)
        assert _near(image, 2 * px, 2 * py, BLUE), (x, y)
    px, py = corner(300, 655)
    assert not _near(image, 2 * px, 2 * py, BLUE)


def test_lines_are_green_and_numbered_in_red(tmp_path):
    (path,) = picture(_form(), tmp_path / "a.png")
    pixels = Image.open(path).convert("RGB")
    colours = {c for _, c in pixels.getcolors(1 << 20)}
    assert {BLUE, GREEN} <= colours
    width = pixels.width
    red = [i for i, (r, g, b) in enumerate(pixels.get_flattened_data()) if r > 190 and g < 80 and b < 80]
    assert min(i % width for i in red) < 2 * (XS[0] + 6)
    first = 2 * (842 - YS[0] + 18)
    assert any(abs(i // width - first) < 24 for i in red)


def test_each_page_has_its_file_and_the_command_names_them(tmp_path):
    source, target = tmp_path / "form.pdf", tmp_path / "out.png"
    source.write_bytes(_form(2))
    result = CliRunner().invoke(command, [str(source), "--picture", str(target)])
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in tmp_path.glob("*.png")) == ["out-1.png", "out-2.png"]
    assert "out-2.png" in result.output.replace("\n", "")


def test_a_broken_file_is_named(tmp_path):
    with pytest.raises(Corrupt):
        picture(b"%PDF-1.4 nothing", tmp_path / "a.png")
    assert not list(tmp_path.iterdir())
