"""Gold YAML → real files: .docx by python-docx, .pdf by one soffice call for all of them.

    python tests/gold/render.py tests/gold/tune OUT_DIR [--pdf] [--lines]

With `--lines` the labels go to OUT_DIR/gold.jsonl (and gold-pdf.jsonl), which `chengnuo eval` scores.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_ALIGN = {"title": WD_ALIGN_PARAGRAPH.CENTER, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_BATCH = 100  # soffice stops silently after some 250 files in one call


def render(gold: dict[str, Any], path: Path) -> None:
    """Writes the printed form of a gold entry (`blocks`, see FORMAT.md) as a Word file."""
    document = Document()
    document.styles["Normal"].font.name = "WenQuanYi Zen Hei"
    for block in gold["blocks"]:
        if "table" in block:
            _table(document, block["table"])
        else:
            _line(document.add_paragraph(), str(block["p"] or ""), block.get("style", "plain"))
    document.save(str(path))


def _line(paragraph: Paragraph, text: str, style: str) -> None:
    run = paragraph.add_run(text)
    paragraph.alignment = _ALIGN.get(style)
    if style == "title":
        run.bold, run.font.size = True, Pt(18)


def _table(document: WordDocument, rows: Sequence[Sequence[Any]]) -> None:
    """A grid with merged cells; a cell is its text or {t, cols, rows}."""
    placed = list(places(rows))
    width = max(c + cols for _, c, _, cols, _ in placed)
    height = max(r + tall for r, _, tall, _, _ in placed)
    table = document.add_table(rows=height, cols=width, style="Table Grid")
    for r, c, tall, cols, content in placed:
        cell = table.cell(r, c)
        if tall > 1 or cols > 1:
            cell = cell.merge(table.cell(r + tall - 1, c + cols - 1))
        _fill(cell, "" if content is None else str(content))


def places(rows: Sequence[Sequence[Any]]) -> Iterable[tuple[int, int, int, int, Any]]:
    """Row, column, height, width and content of every cell, places under tall cells passed over."""
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for entry in row:
            while (r, c) in taken:
                c += 1
            cell = entry if isinstance(entry, dict) else {"t": entry}
            tall, cols = int(cell.get("rows", 1)), int(cell.get("cols", 1))
            taken |= {(r + i, c + j) for i in range(tall) for j in range(cols)}
            yield r, c, tall, cols, cell["t"]
            c += cols


def _fill(cell: _Cell, text: str) -> None:
    first, *more = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for line in more:
        cell.add_paragraph(line)


def to_pdf(files: Sequence[Path], out: Path) -> list[Path]:
    """The Word files as PDF in `out`, beside one another; raises RuntimeError where soffice made fewer than asked."""
    for start in range(0, len(files), _BATCH):
        with tempfile.TemporaryDirectory() as profile:
            command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(out)]
            subprocess.run([*command, *map(str, files[start : start + _BATCH])], check=True, capture_output=True, timeout=600)
    made = [out / f"{f.stem}.pdf" for f in files]
    if missing := [m.name for m in made if not m.exists()]:
        raise RuntimeError(f"soffice left out {missing}")
    return made


def render_folder(source: Path, out: Path, pdf: bool = False) -> list[Path]:
    """Every gold YAML of a folder as <id>.docx, and <id>.pdf where asked."""
    out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for path in sorted(source.glob("*.yaml")):
        target = out / f"{path.stem}.docx"
        render(yaml.safe_load(path.read_text(encoding="utf-8")), target)
        made.append(target)
    return made + (to_pdf(made, out) if pdf else [])


def write_lines(source: Path, out: Path, suffix: str) -> Path:
    """The labels of a folder as JSON Lines beside the rendered files with this suffix; returns the file."""
    target = out / ("gold.jsonl" if suffix == ".docx" else f"gold-{suffix[1:]}.jsonl")
    with target.open("w", encoding="utf-8") as lines:
        for path in sorted(source.glob("*.yaml")):
            form = yaml.safe_load(path.read_text(encoding="utf-8"))
            del form["blocks"]
            lines.write(json.dumps({"file": path.stem + suffix, **form}, ensure_ascii=False, default=str) + "\n")
    return target


def _main() -> None:
    parser = argparse.ArgumentParser(description="Render gold YAML to Word and PDF.")
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--lines", action="store_true")
    given = parser.parse_args()
    render_folder(given.source, given.out, given.pdf)
    for suffix in (".docx", ".pdf")[: 1 + given.pdf] if given.lines else ():
        write_lines(given.source, given.out, suffix)


if __name__ == "__main__":
    _main()
