"""Sample forms that LibreOffice wrote as RTF: text, ordinals and cells are those of the Word file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.formats import docx
from extractors.model import Block, Table
from extractors.reading import read

INBOX = Path(__file__).parents[2] / "samples" / "inbox"
SKIPPED = {
    "教务处党支部公开承诺书.docx": "LibreOffice leaves out the text box",
    "陈假设承诺书.docx": "LibreOffice leaves out the text box and writes each content control several times",
    "行政教工支部承诺书 .docx": "LibreOffice writes each content control several times",
}


def told(blocks: tuple[Block, ...]) -> Iterator[tuple[object, ...]]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield cell.row, cell.col, cell.rows, cell.cols
                yield from told(cell.blocks)
        elif block.text.strip():  # a page break alone is a paragraph in Word and none in RTF
            yield block.place, block.ordinal, block.text, block.centered, block.bold


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("rtf")
    files = [p for p in sorted(INBOX.rglob("*.docx")) if docx.sniff(p.read_bytes()) and p.name not in SKIPPED]
    copies = {shutil.copy(p, folder / f"{n:03}.docx"): p for n, p in enumerate(files)}
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "rtf"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, copies)], check=True, capture_output=True, timeout=300)
    return [(p, copy.with_suffix(".rtf")) for copy, p in copies.items() if copy.with_suffix(".rtf").exists()]


def test_forms_read_from_rtf_as_from_word(pairs: list[tuple[Path, Path]]) -> None:
    assert len(pairs) >= 40
    different = [p.name for p, made in pairs if list(told(read(p).blocks)) != list(told(read(made).blocks))]
    assert not different
