"""Real forms typed or laid out a little otherwise: what was read right must be read right again.

    python -m benchmarks.retyped FOLDER… [--edits a,b] [--keep DIR] [--cases]

Each Word file of a folder with labels beside it (as for `benchmarks.layouts`) is edited in one way after the other
(`benchmarks/retyping`), each time leaving the labels true or changing them too, and read. Counted are the files in which
something that was right before is wrong after, by what it is. `--edits` takes the edits whose names begin so, `--keep` writes the
edited files that went wrong there."""

from __future__ import annotations

import argparse
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from lxml.etree import XMLSyntaxError

from benchmarks.layouts import _answers, _labelled
from benchmarks.retyping import EDITS
from benchmarks.retyping.sheet import open_sheet
from extractors.errors import DocumentError
from extractors.forms import find_forms
from extractors.model import Form
from extractors.reading import read_bytes

Answers = dict[str, tuple["Counter[str]", "Counter[str]"]]
"""By what it is: what was said and what was wanted."""


@dataclass(slots=True)
class Tally:
    """The files that an edit applied to, those that went wrong by what went wrong, and the cases."""

    files: int = 0
    wrong: int = 0
    by: Counter[str] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)


def main() -> None:
    """Edit, read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--edits", default="", help="names or their beginnings, with commas")
    parser.add_argument("--keep", type=Path, help="write what went wrong here")
    parser.add_argument("--cases", action="store_true")
    given = parser.parse_args()
    files = [path for folder in given.folders for path in sorted(folder.glob("*.docx"))]
    found = tally(files, chosen(given.edits), given.keep)
    kinds = sorted({kind for t in found.values() for kind in t.by})
    print(f"| edit | files | wrong | {' | '.join(kinds)} |\n|---|---|---|{'---|' * len(kinds)}")
    for name, t in (*found.items(), ("all", _sum(found.values()))):
        print(f"| {name} | {t.files} | {t.wrong} | {' | '.join(str(t.by[kind] or '') for kind in kinds)} |")
    for t in found.values() if given.cases else ():
        print(*t.cases, sep="\n", end="\n" if t.cases else "")


def chosen(names: str) -> list[str]:
    """The edits whose names begin so; all of them for none."""
    return [name for name in EDITS if name.startswith(tuple(names.split(",")))]


def _sum(tallies: Any) -> Tally:
    whole = Tally()
    for t in tallies:
        whole.files, whole.wrong = whole.files + t.files, whole.wrong + t.wrong
        whole.by.update(t.by)
    return whole


def tally(files: Sequence[Path], edits: Sequence[str], keep: Path | None = None) -> dict[str, Tally]:
    """What each edit does to the files."""
    found = {name: Tally() for name in edits}
    for path in files:
        labels = [p for p in sorted(path.parent.glob(f"{path.stem}*.yaml")) if p.stem.partition("-")[0] == path.stem]
        golds = [yaml.safe_load(p.read_text("utf-8")) for p in labels]
        data = path.read_bytes()
        before = _read(data, labels, golds)
        for name in edits:
            _try(path, labels, golds, before, found[name], name, keep)
    return found


def _try(path: Path, labels: list[Path], golds: list[Any], before: list[Answers], found: Tally, name: str, keep: Path | None) -> None:
    """One edit of one file."""
    try:
        sheet = open_sheet(path.read_bytes(), golds, path.stem + name)
    except (zipfile.BadZipFile, KeyError, XMLSyntaxError):  # no Word file that we could edit
        return
    if not EDITS[name](sheet):
        return
    edited = sheet.packed()
    worse = [one for a, b in zip(before, _read(edited, labels, sheet.golds), strict=True) for one in _worse(a, b)]
    found.files += 1
    found.wrong += bool(worse)
    found.by.update({kind for kind, _ in worse})
    found.cases += [f"{name} {path.stem} {kind} {case}" for kind, case in worse]
    if worse and keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{path.stem} {name.replace('/', '-').replace(':', '-')}.docx").write_bytes(edited)


def _read(data: bytes, labels: list[Path], golds: list[Any]) -> list[Answers]:
    """What is said and wanted of each form of a file."""
    forms = _forms(data)
    return [{name: (Counter(said), Counter(wanted)) for name, said, wanted in _answers(gold, _labelled(label, forms))} for label, gold in zip(labels, golds, strict=True)]


def _forms(data: bytes) -> tuple[Form, ...]:
    try:
        return find_forms(read_bytes(data))
    except DocumentError:
        return ()


def _worse(before: Answers, after: Answers) -> Iterator[tuple[str, str]]:
    """What was right before and is not after."""
    for kind, (said, wanted) in after.items():
        if before[kind][0] == before[kind][1] and said != wanted:
            yield kind, f"- {list((wanted - said).elements())} + {list((said - wanted).elements())}"


if __name__ == "__main__":
    main()
