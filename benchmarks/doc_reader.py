"""Old Word files (.doc): our native reading beside LibreOffice's of the same files. `python -m benchmarks.doc_reader DIR`.

Text recall is the share of the characters of LibreOffice's text export (blanks aside, each as often as it occurs) that our
reading has too; order is the same for runs of three characters. That export leaves out headers, notes and text boxes, and
prints deleted and hidden words. So the share is also taken of LibreOffice's .docx of the file, read by our reader for those
(all; it repeats headers in each section and reckons dates, file names and page numbers anew), and of what both of its
readings have (agreed). Cells of that .docx are compared with ours: place, spans, text.
LibreOffice's readings are kept in `--cache` between runs. Speed: CPU seconds of both over the same files in one call each.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import DocumentError
from extractors.formats import doc
from extractors.formats.docx import read as read_docx
from extractors.formats.msword.fib import OldVersion
from extractors.model import Document, Table
from extractors.model.document import Block

_TEXT = "txt:Text (encoded):UTF8"


@dataclass(frozen=True)
class Row:
    """One file: what became of it, its seconds, and how much of LibreOffice's text and cells we have (None: no reference)."""

    name: str
    outcome: str
    seconds: float
    recall: float | None = None
    order: float | None = None
    all: float | None = None
    agreed: float | None = None
    cells: float | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "doc-reader-cache")
    parser.add_argument("--speed", type=int, default=60, help="files for the comparison of speed, 0 for none")
    parser.add_argument("--below", type=float, default=0.995, help="list files below this recall")
    options = parser.parse_args()
    files = sorted(f for f in options.folder.rglob("*") if f.suffix.lower() in (".doc", ".dot", ".wps"))
    rows = [measure(file, options.cache) for file in files]
    report(rows, options.below)
    if options.speed:
        speed([f for f, row in zip(files, rows, strict=True) if row.outcome == "read"][: options.speed])


def measure(file: Path, cache: Path) -> Row:
    begun = time.process_time()
    try:
        document = doc.read_native(file.read_bytes())
    except (DocumentError, OldVersion) as error:
        outcome = f"refused: {type(error).__name__}: {getattr(error, 'message', 'Word 95 or before')}"
        wanted = reference(file, _TEXT, cache)
        return Row(
            file.name,
            outcome,
            time.process_time() - begun,
            0.0 if wanted and _letters(wanted.decode("utf-8-sig")) else None,
        )
    except Exception:
        return Row(file.name, "CRASH " + traceback.format_exc().splitlines()[-1], 0.0, 0.0)
    seconds = time.process_time() - begun
    return _compared(file, document, seconds, cache)


def _compared(file: Path, document: Document, seconds: float, cache: Path) -> Row:
    wanted, converted = reference(file, _TEXT, cache), reference(file, "docx", cache)
    ours = _letters(document.text)
    theirs = _letters(wanted.decode("utf-8-sig", "replace")) if wanted is not None else ""
    recall = _share(Counter(theirs), Counter(ours)) if theirs else None
    order = _share(_grams(theirs), _grams(ours)) if theirs else None
    try:
        other = read_docx(converted) if converted else None
    except DocumentError:
        other = None
    if other is None:
        return Row(file.name, "read", seconds, recall, order)
    cells = Counter(_cells(other.blocks))
    whole = _letters(other.text)
    agreed = Counter(theirs) & Counter(whole)
    return Row(
        file.name, "read", seconds, recall, order,
        all=_share(Counter(whole), Counter(ours)) if whole else None,
        agreed=_share(agreed, Counter(ours)) if agreed else None,
        cells=_share(cells, Counter(_cells(document.blocks))) if cells else None,
    )  # fmt: skip


def _letters(text: str) -> str:
    text = text.replace("\u2011", "-")
    return "".join(c for c in text if c.isprintable() and not c.isspace() and not "\ue000" <= c <= "\uf8ff")


def _grams(text: str) -> Counter[str]:
    return Counter(text[n : n + 3] for n in range(len(text) - 2))


def _share(wanted: Counter[str], found: Counter[str]) -> float:
    return (wanted & found).total() / wanted.total() if wanted else 1.0


def _cells(blocks: tuple[Block, ...]) -> list[str]:
    """Position, spans and text of every cell."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                found.append(f"{cell.row},{cell.col},{cell.rows},{cell.cols}:{_letters(cell.text)}")
                found += _cells(cell.blocks)
    return found


def reference(file: Path, kind: str, cache: Path) -> bytes | None:
    """LibreOffice's reading of the file as text or .docx, None where it gave none."""
    suffix = kind.partition(":")[0]
    kept = cache / suffix / f"{file.name}.{suffix}"
    missing = kept.with_suffix(kept.suffix + ".none")
    if not kept.exists() and not missing.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="doc-reader-") as folder:
            source = Path(folder) / f"in{file.suffix}"
            shutil.copyfile(file, source)
            convert([source], kind, Path(folder) / "out", cache / "profile")
            made = Path(folder) / "out" / f"in.{suffix}"
            if made.exists():
                shutil.move(made, kept)
            else:
                missing.touch()
    return kept.read_bytes() if kept.exists() else None


def convert(files: list[Path], kind: str, out: Path, profile: Path) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--convert-to", kind]
    try:
        subprocess.run(
            [*command, "--outdir", str(out), *map(str, files)], capture_output=True, timeout=120, check=False
        )
    except subprocess.TimeoutExpired:
        print("LibreOffice: timed out on", files[0].name)


def report(rows: list[Row], below: float) -> None:
    read = [row for row in rows if row.outcome == "read"]
    print(f"{len(rows)} files: {len(read)} read, {sum(r.outcome.startswith('refused') for r in rows)} refused, "
          f"{sum(r.outcome.startswith('CRASH') for r in rows)} crashed")  # fmt: skip
    for name in ("recall", "order", "all", "agreed", "cells"):
        values = sorted(v for row in read if (v := getattr(row, name)) is not None)
        if len(values) > 1:
            first = statistics.quantiles(values, n=100, method="inclusive")[0]
            print(
                f"{name}: median {statistics.median(values):.4f}, 1st percentile {first:.4f}, lowest {values[0]:.4f}, {len(values)} files"
            )
    for row in rows:
        if (
            row.outcome != "read"
            or min(v for v in (row.recall, row.order, row.all, row.agreed, row.cells, 1.0) if v is not None) < below
        ):
            print(f"  {row.name}: {row.outcome} recall {row.recall} order {row.order} all {row.all} agreed {row.agreed} cells {row.cells}")
    times = [row.seconds for row in read]
    print(f"ours: {sum(times):.2f} s CPU, median {statistics.median(times) * 1000:.1f} ms")


def speed(files: list[Path]) -> None:
    """Both over the same files, three times by turns; CPU seconds of LibreOffice's whole process with a warm profile."""
    with tempfile.TemporaryDirectory(prefix="doc-reader-") as folder:
        home = Path(folder)
        sources = [home / f"{n}{file.suffix}" for n, file in enumerate(files)]
        for file, source in zip(files, sources, strict=True):
            shutil.copyfile(file, source)
        convert(sources[:1], _TEXT, home / "out", home / "profile")
        ratios = []
        for _ in range(3):
            begun = time.process_time()
            for source in sources:
                doc.read_native(source.read_bytes())
            ours = time.process_time() - begun
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            convert(sources, _TEXT, home / "out", home / "profile")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            theirs = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            ratios.append(theirs / ours)
            print(
                f"speed: {len(files)} files, ours {ours:.3f} s, LibreOffice in one call {theirs:.2f} s, {theirs / ours:.0f} times"
            )
        print(f"speed: median {statistics.median(ratios):.0f} times")


if __name__ == "__main__":
    main()
