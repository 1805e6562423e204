"""Printing to PDF through LibreOffice: what comes out, what is left out, and that nothing outside is asked for."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree

from extractors.formats.legacy import office
from extractors.formats.legacy.office import print_pdf

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
LINKED = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:drawing><wp:inline>
 <wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/><a:graphic>
 <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
 <pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>
 <pic:blipFill><a:blip r:link="{}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
 <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>
 </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A place that a document may link to, and what was asked of it."""
    asked: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}/a.png", asked
        made.shutdown()


def write(path: Path, text: str, link: str = "") -> Path:
    made = docx.Document()
    paragraph = made.add_paragraph(text)
    if link:
        paragraph._p.append(etree.fromstring(LINKED.format(made.part.relate_to(link, IMAGE, is_external=True))))
    made.save(str(path))
    return path


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as book:
        return "".join(page.get_textpage().get_text_range() for page in book)


def test_documents_become_pdf_and_a_broken_one_does_not_stop_them(tmp_path: Path) -> None:
    good = [write(tmp_path / f"{n}.docx", f"公开承诺书{text}") for n, text in enumerate(("甲", "乙"))]
    broken = tmp_path / "3.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    made = print_pdf([good[0], broken, good[1]], tmp_path)
    assert set(good) <= set(made)
    assert [text_of(made[path]).strip() for path in good] == ["公开承诺书甲", "公开承诺书乙"]


def test_what_a_document_links_to_is_not_asked_for(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    link, asked = server
    shutil.rmtree(office._profile(), ignore_errors=True)  # as the system does with what lies in /tmp for long
    source = write(tmp_path / "1.docx", "公开承诺书", link)
    assert "公开承诺书" in text_of(print_pdf([source], tmp_path)[source])
    assert asked == []


def test_one_that_hangs_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "TIME_LIMIT", 0.0)
    monkeypatch.setattr(office, "PRINTING", 0.01)
    assert print_pdf([write(tmp_path / "1.docx", "公开承诺书")], tmp_path) == {}


def test_without_libreoffice_nothing_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    assert print_pdf([write(tmp_path / "1.docx", "公开承诺书")], tmp_path) == {}
