"""Reads every file of a folder and reports per format: read, refused and why, crashed, timed out; time, memory, recall.

    python -m benchmarks.corpus DIR [--cache DIR] [--workers 2] [--causes FILE] [--only docx,pdf] [--json FILE]

Each file is read in a killable child. **Recall** is the share of an independent reading's characters that ours has too:
LibreOffice's for Word and RTF files, pdfium's for PDF (`benchmarks/recall/` says how). A refusal counts as 0 unless the
reference reads nothing either. `--cache` keeps LibreOffice's readings. `--causes` is a table, `file<TAB>cause` a line,
that puts a person's finding beside each file that falls short."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.recall.deleted import deleted_text
from benchmarks.recall.measure import Recall, Reference, recall
from benchmarks.recall.office import office_readings
from benchmarks.recall.reading import Reading, pdfium_texts, readings
from benchmarks.recall.report import Case, print_report

OFFICE = frozenset({"docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "rtf"})


def main() -> None:
    """Read, compare, report."""
    given = _arguments()
    wanted = frozenset(given.only.split(",")) if given.only else None
    files = [p for p in sorted(given.dir.rglob("*")) if p.is_file() and (wanted is None or _suffix(p) in wanted)]
    ours = list(readings(files, given.workers))
    references = _references(files, given.cache, given.workers)
    causes = _causes(given.causes) if given.causes else {}
    cases = [_case(r, references.get(r.path), causes.get(r.path.name, "")) for r in ours]
    print_report(cases, given.dir)
    if given.json:
        lines = (json.dumps(_line(c), ensure_ascii=False, default=str) for c in cases)
        given.json.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("out/recall"), help="LibreOffice's readings are kept here")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--causes", type=Path, help="file name, tab, cause")
    parser.add_argument("--only", default="", help="suffixes, comma between them")
    parser.add_argument("--json", type=Path, help="every file's figures, one a line")
    return parser.parse_args()


def _references(files: list[Path], cache: Path, workers: int) -> Mapping[Path, Reference]:
    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest()[:24] for path in files if _suffix(path) in OFFICE}
    by_digest = office_readings({digest: path for path, digest in digests.items()}, cache)
    found = {path: replace(by_digest[digest], deleted=deleted_text(path)) for path, digest in digests.items()}
    pdfs = [path for path in files if _suffix(path) == "pdf"]
    return found | {path: Reference(text, text) for path, text in pdfium_texts(pdfs, workers)}


def _case(reading: Reading, reference: Reference | None, cause: str) -> Case:
    return Case(reading, None if reference is None else recall(reading.text, reference), cause)


def _causes(path: Path) -> Mapping[str, str]:
    rows = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {name: cause for name, _, cause in rows}


def _line(case: Case) -> dict[str, object]:
    """The case as JSON, without the text."""
    figures: Recall | None = case.recall
    row = {key: value for key, value in asdict(case.reading).items() if key != "text"}
    return row | (asdict(figures) if figures else {}) | {"cause": case.cause}


def _suffix(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


if __name__ == "__main__":
    main()
