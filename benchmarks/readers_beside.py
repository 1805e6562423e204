"""Our readers beside others on the same forms, whose cells are known because we made them: speed and cells right.

    python -m benchmarks.readers_beside [--count 40] [--rounds 3] [--cache DIR]

Three sets: the tuning forms as Word files, the same with every other run in a content control or a tracked insertion, and
the same as PDF. The truth are the cells that were put in. `found` is the share of them that a reader gives as a cell of
their own, blanks aside, `surplus` what it gives beyond (a merged cell again and again, a page break's halves) as a share
of the truth, `forms right` the forms without either. Costs are CPU, readers take turns at the same files, a ratio is the
median of the rounds' ratios.

docx2python and markitdown are no part of the project: `pip install docx2python "markitdown[docx]"` in an environment of
one's own; without them their lines are left out."""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from lxml import etree

from benchmarks.corpus_made import GOLD, make, varied
from extractors.model import Block, Table
from extractors.reading import read

Cells = list[str]
Reader = Callable[[Path], Cells]
OURS = "ours"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Set:
    """Files and the cells that stand in each."""

    name: str
    files: Sequence[Path]
    truth: Sequence[Cells]
    readers: dict[str, Reader]


def main() -> None:
    """Measure and print a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cache", type=Path, help="keep the made forms here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for found in _sets(given.cache or Path(temporary), given.count):
            _print(found, given.rounds)


def _sets(folder: Path, count: int) -> Iterator[Set]:
    words = make(folder, count, pdf=False)
    truth = _truth(count)
    yield Set("Word", words, truth, _word_readers())
    yield Set("Word, in controls and tracked", [_revised(path, folder) for path in words], truth, _word_readers())
    yield Set("PDF", make(folder, count, pdf=True), truth, {OURS: ours, "pdfplumber, defaults": plumber})


def _truth(count: int) -> list[Cells]:
    forms = [yaml.safe_load(path.read_bytes()) for path in sorted(GOLD.glob("*.yaml"))]
    return [[str(cell["t"] if isinstance(cell, dict) else cell) for block in varied(forms[n % len(forms)], n)["blocks"]
             for row in block.get("table", ()) for cell in row] for n in range(count)]  # fmt: skip


def _revised(path: Path, folder: Path) -> Path:
    """The form with its runs by turns in a content control, in a tracked insertion and as they were."""
    target = folder / f"revised-{path.name}"
    with ZipFile(path) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, _wrapped(data) if name == "word/document.xml" else data)
    return target


def _wrapped(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for n, run in enumerate(list(root.iter(_W + "r"))):
        parent = run.getparent()
        if n % 3 == 2 or parent is None:
            continue
        outer = etree.Element(_W + ("ins" if n % 3 else "sdt"), {_W + "id": str(n), _W + "author": "x"} if n % 3 else {})
        inner = outer if n % 3 else etree.SubElement(outer, _W + "sdtContent")
        parent.replace(run, outer)
        inner.append(run)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _word_readers() -> dict[str, Reader]:
    readers: dict[str, Reader] = {OURS: ours, "python-docx, row.cells": python_docx}
    if find_spec("docx2python"):
        readers["docx2python"] = docx2python_cells
    if find_spec("markitdown"):
        readers["markitdown"] = markitdown_cells
    return readers


def ours(path: Path) -> Cells:
    """The cells of all tables, outer ones with the text of those inside."""
    return [cell.text for table in _tables(read(path).blocks) for cell in table.cells]


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def python_docx(path: Path) -> Cells:
    import docx

    return [cell.text for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells]


def docx2python_cells(path: Path) -> Cells:
    """Lines outside tables come as tables of one cell, and are no cells here."""
    from docx2python import docx2python

    with docx2python(path) as document:
        tables = [table for table in document.body if len(table) > 1 or any(len(row) > 1 for row in table)]
        return ["\n".join(lines) for table in tables for row in table for lines in row]


def markitdown_cells(path: Path) -> Cells:
    from markitdown import MarkItDown

    lines = _markitdown.setdefault("it", MarkItDown()).convert(path).text_content.splitlines()
    rows = (line.strip().strip("|").split("|") for line in lines if line.startswith("|"))
    return [cell.strip() for row in rows for cell in row if set(cell.strip()) - {"-", ":"}]


_markitdown: dict[str, object] = {}


def plumber(path: Path) -> Cells:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [cell or "" for page in pdf.pages for table in page.extract_tables() for row in table for cell in row]


def _print(found: Set, rounds: int) -> None:
    for reader in found.readers.values():
        reader(found.files[0])
    costs = [_round(found) for _ in range(rounds)]
    print(f"\n### {found.name}: {len(found.files)} forms, {rounds} rounds\n")
    print("| reader | CPU ms a form | × ours | cells found | surplus | forms right |\n|---|---|---|---|---|---|")
    for name, reader in found.readers.items():
        ms = statistics.median(cost[name] for cost in costs)
        ratio = statistics.median(cost[name] / cost[OURS] for cost in costs)
        print(f"| {name} | {ms:.2f} | {ratio:.1f} | {_right(found, reader)} |")


def _round(found: Set) -> dict[str, float]:
    """CPU milliseconds a form, by reader."""
    spent = dict.fromkeys(found.readers, 0.0)
    for first in range(0, len(found.files), 10):
        for name, reader in found.readers.items():
            start = time.process_time()
            for path in found.files[first : first + 10]:
                reader(path)
            spent[name] += time.process_time() - start
    return {name: seconds * 1000 / len(found.files) for name, seconds in spent.items()}


def _right(found: Set, reader: Reader) -> str:
    met = surplus = wanted = whole = 0
    for path, truth in zip(found.files, found.truth, strict=True):
        asked, given = _counted(truth), _counted(reader(path))
        wanted += asked.total()
        met += (asked & given).total()
        surplus += (given - asked).total()
        whole += asked == given
    return f"{met / wanted:.3f} | {surplus / wanted:.3f} | {whole} of {len(found.files)}"


def _counted(cells: Cells) -> Counter[str]:
    """Blanks do not count, nor do cells without text."""
    return Counter(plain for cell in cells if (plain := re.sub(r"\s+", "", cell)))


if __name__ == "__main__":
    main()
