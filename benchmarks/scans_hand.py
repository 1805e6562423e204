"""A second hand of scans, harder than the first: other forms, typefaces, seals, papers, a fax machine and a telephone.

    python -m benchmarks.scans_hand [--hand tune|rough|again|test] [--count 49] [--start 0] [--fonts DIR] [--cache DIR] [--faults] [--way WAY] [--cost PAGES]

The forms are those of `tests/inbox2`: every second one to tune on, the others to test, whose faults are not looked at. `rough`
and `again` are the forms of `tune` in other typefaces: taken in by other, rougher ways, and by the same with other dice.
`--fonts` names a folder of typefaces (Song, Kai, Hei, a handwriting): without it all is set in the one that is installed.
Seals differ in colour, ring, star, size, strength, wear and place; sheets have folds, stains and holes; half are scanned in
colour, the others in grey, by fax or photographed on a desk in perspective, any way up."""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import yaml
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from benchmarks.scans import Tally, cost
from benchmarks.scans_made import FONT, RESOLUTIONS, Scan, spots, truth
from benchmarks.scans_rough import ROUGH, roughly
from benchmarks.scans_seals import Stamp, press, sign
from benchmarks.scans_wear import WAYS, worn
from extractors.formats import pdf
from extractors.formats.scanpage.engine import SWITCH
from extractors.formats.scanpage.rendered import papers
from extractors.model import Form, FormKind, PdfPlace
from tests.gold.render import render, to_pdf

FORMS = Path(__file__).parents[1] / "tests" / "inbox2" / "forms"
HANDS = {"tune": 0, "test": 1, "rough": 0, "again": 0}
DICE = {"tune": 1000, "test": 1000, "rough": 7000, "again": 9000}
SHIFT = {"tune": 0, "test": 0, "rough": 2, "again": 3}
"""By which typeface a hand begins."""
FACES = ("Noto Serif CJK SC", "AR PL UKai CN", "AR PL UMing CN", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
HANDWRITING = "LXGWWenKai-Regular.ttf"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hand", choices=HANDS, default="tune")
    parser.add_argument("--count", type=int, default=49)
    parser.add_argument("--start", type=int, default=0, help="leave out so many forms at the beginning")
    parser.add_argument("--fonts", type=Path, help="a folder of typefaces")
    parser.add_argument("--cache", type=Path, help="keep the printed forms here")
    parser.add_argument("--faults", action="store_true", help="say what was read wrong")
    parser.add_argument("--way", help="only sheets that were taken in so (slanted, photo, fax …)")
    parser.add_argument("--cost", type=int, default=0, help="read none, but measure the cost of so many pages beside rapidocr alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cache = given.cache or Path(temporary)
        tally = Tally(given.faults)
        sheets = list(enumerate(printed(given.hand, cache / given.hand, given.fonts)))[given.start : given.start + given.count]
        os.environ[SWITCH] = "1"
        scans = ((number, path.read_bytes(), make(path.name, path.read_bytes(), 2 * number + HANDS[given.hand], given.fonts, given.hand)) for number, path in sheets)
        wanted = ((number, data, scan) for number, data, scan in scans if given.way in (None, scan.way))
        if given.cost:
            cost([scan for _, _, scan in islice(wanted, given.cost)])
            return
        for number, data, scan in wanted:
            tally.add(scan, data, number)
        tally.tell()


def printed(hand: str, folder: Path, fonts: Path | None) -> list[Path]:
    """The forms of a hand as LibreOffice prints them, each in one of the typefaces."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(FORMS.glob("*.yaml"))[HANDS[hand] :: 2]
    made = [folder / f"{path.stem}.pdf" for path in sources]
    if not all(path.exists() for path in made):
        words = [folder / f"{path.stem}.docx" for path in sources]
        for number, (source, word) in enumerate(zip(sources, words, strict=True)):
            render(yaml.safe_load(source.read_text(encoding="utf-8")), word)
            _set_in(word, FACES[(number + SHIFT[hand]) % len(FACES)] if fonts else FACES[-1])
        if fonts:
            os.environ["FONTCONFIG_FILE"] = str(_fontconfig(folder, fonts))
        to_pdf(words, folder)
    return made


def _set_in(word: Path, face: str) -> None:
    document = Document(str(word))
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(script), face)
    document.save(str(word))


def _fontconfig(folder: Path, fonts: Path) -> Path:
    """A configuration that knows the folder beside what is installed."""
    made = folder / "fonts.conf"
    made.write_text(f'<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include><dir>{fonts.resolve()}</dir></fontconfig>')
    return made


def make(name: str, data: bytes, number: int, fonts: Path | None = None, hand: str = "tune") -> Scan:
    """The scan of one PDF; `number` chooses all that differs, the same each time."""
    chance = random.Random(DICE[hand] + number)
    take = roughly if hand == "rough" else worn
    dots, way, stamped = chance.choice(RESOLUTIONS), chance.choice(ROUGH if hand == "rough" else WAYS), chance.random() < 0.75
    forms = truth(data)[1]
    pages = []
    for paper in papers(data, range(len(pdf.take_apart(data)[0])), dots):
        image = Image.fromarray(paper.pixels)
        if stamped:
            image = _stamped(image, forms, paper, fonts, chance)
        pages.append(take(image, way, paper.scale, chance))
    return Scan(f"{name} {number}", pages, dots, stamped, way)


def _stamped(image: Image.Image, forms: Sequence[Form], paper: object, fonts: Path | None, chance: random.Random) -> Image.Image:
    """Signed and sealed at each place on the page."""
    way, scale, page = paper.to_user.back(), paper.scale, paper.number  # type: ignore[attr-defined]
    pen = str(fonts / HANDWRITING) if fonts and (fonts / HANDWRITING).exists() else None
    for spot in (_after(form, page) for form in forms if form.kind is not FormKind.ORG):
        if spot:
            sign(image, way.point(*spot), scale, pen, chance)
    for approval in (False, True):
        for spot in spots(forms, page, approval=approval):
            image = press(image, way.point(*spot), scale, Stamp.drawn(chance), FONT, chance.randrange(2**31))
    return image


def _after(form: Form, page: int) -> tuple[float, float] | None:
    """Where the first line of the signing place ends, in user space."""
    boxes = [b for p in next(iter(form.signing.passage.lines()), form.signing.passage).anchor().places if isinstance(p, PdfPlace) and p.page == page for b in p.boxes]
    return (boxes[-1][2], (boxes[-1][1] + boxes[-1][3]) / 2) if boxes else None


if __name__ == "__main__":
    main()
