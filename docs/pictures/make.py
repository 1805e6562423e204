"""Draws the three pictures of the README from a finished run: `python docs/pictures/make.py OUT`, on the samples by csust-2012.

LibreOffice draws the pages. Without a screen it leaves comments out of the margin, so the words that a comment belongs to
are shaded in a copy, and the file's own comments are set beside them at the height where LibreOffice marks each.
Needs LibreOffice, Poppler and the font WenQuanYi Zen Hei."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from lxml import etree
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FORM = Path("反馈/车辆工程系教师党支部/王虚构承诺.docx")
LETTER = Path("反馈/机电学院本科生第一党支部/审核意见.docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONT = "wqy-zenhei.ttc"
DPI = 110
COLOURS = {"【必": "#c00000", "【建": "#a35f00", "【提": "#555555"}
BALLOON, MARGIN, LINE = 440, 470, 18
NEVER_FIRST = "，。；：、）”》！？…"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: where on the page its words end, in pixels, and what it says."""

    x: int
    y: int
    text: str


def main(out: Path) -> None:
    """Write marked-up.png, ledger.png and letter.png."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shaded = work / "form.docx"
        shade(out / FORM, shaded)
        notes = places(to_pdf(shaded, work, notes=True))
        beside(page_of(to_pdf(shaded, work, notes=False), work), notes).save(HERE / "marked-up.png", optimize=True)
        sheet = page_of(to_pdf(out / "台账.xlsx", work), work)
        trimmed(sheet).quantize(128).save(HERE / "ledger.png", optimize=True)
        letter = page_of(to_pdf(out / LETTER, work), work)
        trimmed(letter).quantize(128).save(HERE / "letter.png", optimize=True)


def shade(source: Path, target: Path) -> None:
    """A copy in which the words of every comment have a coloured ground."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, shaded_body(data) if name == "word/document.xml" else data)


def shaded_body(data: bytes) -> bytes:
    """The body with shading in every run between the marks of a comment."""
    root = etree.fromstring(data)
    inside: set[str] = set()
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            inside.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            inside.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}r" and inside:
            looks = element.find(f"{W}rPr")
            if looks is None:
                looks = etree.Element(f"{W}rPr")
                element.insert(0, looks)
            etree.SubElement(looks, f"{W}shd", {f"{W}val": "clear", f"{W}fill": "FFE08A"})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def to_pdf(source: Path, work: Path, *, notes: bool | None = None) -> Path:
    """LibreOffice's PDF of a file; with `notes` comments become annotations."""
    kind = "pdf" if notes is None else f'pdf:writer_pdf_Export:{{"ExportNotes":{{"type":"boolean","value":"{str(notes).lower()}"}}}}'
    command = ["soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(work), str(source)], check=True, capture_output=True)
    return work / f"{source.stem}.pdf"


def places(pdf: Path) -> list[Note]:
    """The comments on the first page, from top to bottom."""
    with pikepdf.open(pdf) as book:
        page = book.pages[0]
        height, scale = float(page.mediabox[3]), DPI / 72
        marks = [mark for mark in page.Annots if mark.Subtype == "/Text"]
        found = [
            Note(int(float(m.Rect[0]) * scale), int((height - float(m.Rect[3])) * scale) + 14, str(m.Contents)) for m in marks
        ]
    return sorted(found, key=lambda note: note.y)


def page_of(pdf: Path, work: Path) -> Image.Image:
    """The first page as a picture."""
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", "-singlefile", str(pdf), str(work / "page")], check=True)
    return Image.open(work / "page.png").convert("RGB")


def beside(page: Image.Image, notes: list[Note]) -> Image.Image:
    """The page with its comments in a margin on the right."""
    whole = Image.new("RGB", (page.width + MARGIN - 40, page.height), "white")
    whole.paste(page, (0, 0))
    draw, font, left = ImageDraw.Draw(whole), ImageFont.truetype(FONT, 14), page.width - 30
    draw.rectangle((left - 10, 0, whole.width, whole.height), fill="#f3f3f3")
    y = 50
    for n, note in enumerate(notes):
        lines = [(line, COLOURS.get(text[:2], "#222222")) for text in paragraphs(note.text) for line in wrapped(text, draw, font)]
        top, bend = max(y, note.y - 20), left - 10 - 4 * (len(notes) - n)
        y = top + LINE * len(lines) + 20
        draw.line([(note.x, note.y), (bend, note.y), (bend, top + 10), (left, top + 10)], fill="#cc7777")
        draw.rectangle((left, top, left + BALLOON - 6, y - 8), fill="#fffbe6", outline="#d0b070")
        for at, (line, colour) in enumerate(lines):
            draw.text((left + 10, top + 6 + LINE * at), line, font=font, fill=colour)
    return whole.crop((60, 40, whole.width, min(max(y + 10, 700), whole.height))).quantize(64)


def paragraphs(text: str) -> list[str]:
    """A comment's lines."""
    return [line for line in text.replace("\r", "\n").split("\n") if line.strip()]


def wrapped(text: str, draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont) -> list[str]:
    """The text in lines as wide as a balloon; none begins with a closing mark."""
    lines = [""]
    for letter in text:
        if draw.textlength(lines[-1] + letter, font=font) > BALLOON - 40 and letter not in NEVER_FIRST:
            lines.append("")
        lines[-1] += letter
    return lines


def trimmed(page: Image.Image) -> Image.Image:
    """The page without its white margins."""
    left, top, right, bottom = page.convert("L").point(lambda grey: 255 if grey < 250 else 0).getbbox() or (0, 0, *page.size)
    return page.crop((max(left - 15, 0), max(top - 15, 0), right + 15, bottom + 15))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
