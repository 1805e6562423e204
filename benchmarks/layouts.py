"""Fields, dates and promises of forms in many layouts, read through real Word files.

    python -m benchmarks.layouts [FOLDER] [--misses] [--pdf]

A label holds the blocks that its form is made of, or stands beside the form as a file (`f001.yaml`, `f001.docx`; a second form
of the same file is labelled `f001-2.yaml`); `--pdf` reads the PDF files beside the labels and nothing else, without it a .doc, .rtf or PDF is
read where no Word file stands. A label without a kind is that of a file that is no form. A field is right where its normal form
is, a promise where its letters and digits are all there and no others, a date where the day (or its absence) is. Hands differ in whether a name that only a title or a seal prints is a field; where the label has
it, `unit`, which holds it anyway, counts as said. `--misses` names what differs.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from extractors.errors import DocumentError
from extractors.forms import find_forms
from extractors.items import split
from extractors.model import CommitmentItem, Form
from extractors.reading import read
from tests.gold.render import render

_SIGNS = re.compile(r"[\W_]+")
TUNE = Path("tests/layouts/tune")


@dataclass(slots=True)
class Count:
    """How many of what was said are right, of what was wanted, and which are missing or surplus."""

    right: int = 0
    said: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was said; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    def add(self, name: str, said: Iterable[str], wanted: Iterable[str]) -> None:
        """Count two bags of answers of the form `name`."""
        ours, theirs = Counter(said), Counter(wanted)
        self.right += (ours & theirs).total()
        self.said += ours.total()
        self.wanted += theirs.total()
        self.misses += [f"{name} - {one}" for one in theirs - ours] + [f"{name} + {one}" for one in ours - theirs]


def main() -> None:
    """Score a folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=TUNE)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pdf", action="store_true")
    given = parser.parse_args()
    counts = score(given.folder, "pdf" if given.pdf else "docx")
    print("| | right | precision | recall |\n|---|---|---|---|")
    for name, count in counts.items():
        print(f"| {name} | {count.right} of {count.wanted} | {count.precision:.3f} | {count.recall:.3f} |")
    for name, count in counts.items() if given.misses else ():
        print(f"\n## {name}", *count.misses, sep="\n")


def score(folder: Path, suffix: str = "docx") -> dict[str, Count]:
    """The counts of every form of a folder, by what was read; of PDF, of the forms that stand there as PDF."""
    counts = {name: Count() for name in ("forms", "kinds", "fields", "promises", "signing dates", "approval dates")}
    for path in sorted(folder.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if suffix == "pdf" and not _beside(path, suffix).exists():
            continue
        for name, said, wanted in _answers(gold, _forms(path, gold, suffix)):
            counts[name].add(path.stem, said, wanted)
    return counts


def _forms(label: Path, gold: dict[str, Any], suffix: str) -> tuple[Form, ...]:
    """The forms of a made file, or those that a label beside a file speaks of."""
    if "blocks" not in gold:
        return _labelled(label, _read(_beside(label, suffix)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.docx"
        render(gold, path)
        return _read(path)


def _beside(label: Path, suffix: str) -> Path:
    asked = label.with_name(f"{label.stem.partition('-')[0]}.{suffix}")
    if suffix == "pdf" or asked.exists():
        return asked
    return next((other for end in (".doc", ".rtf") if (other := asked.with_suffix(end)).exists()), asked.with_suffix(".pdf"))


def _labelled(label: Path, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The form of the label's number; the last label of a file answers for all that come after it too."""
    stem, _, number = label.stem.partition("-")
    place = int(number or 1)
    last = not label.with_name(f"{stem}-{place + 1}.yaml").exists()
    return forms[place - 1 :] if last else forms[place - 1 : place]


def _read(path: Path) -> tuple[Form, ...]:
    try:
        return find_forms(read(path))
    except DocumentError:
        return ()


def _answers(gold: dict[str, Any], forms: tuple[Form, ...]) -> Iterator[tuple[str, list[str], list[str]]]:
    """What was said and what was wanted, by what it is."""
    first = forms[:1]
    yield "forms", ["form"] * len(forms), ["form"] if gold["kind"] else []
    yield "kinds", [f.kind.value for f in first], [gold["kind"]] if gold["kind"] else []
    wanted = gold["fields"] or {}
    said = {x.key: x.value for f in first for x in f.fields}
    if "org_name" in wanted and gold["kind"] == "org" and first and first[0].unit:
        said.setdefault("org_name", first[0].unit)
    yield "fields", [f"{key}={_letters(value)}" for key, value in said.items()], [f"{key}={_letters(value)}" for key, value in wanted.items()]
    yield "promises", [_text(item) for f in forms for item in split(f)], [_letters(item["text"]) for item in gold["items"] or ()]
    if not gold["kind"]:  # a file that is no form: whatever is said of it is wrong already
        return
    yield "signing dates", [str(f.signing.date.day) for f in first], [str(gold["sign_date"])]
    yield "approval dates", [str(f.approval.date.day) for f in first], [str(gold.get("approval_date"))]


def _text(item: CommitmentItem) -> str:
    """The letters of a promise, of which its ordinal is none."""
    return _letters(item.text)


def _letters(text: str | None) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", str(text))) if text is not None else "-"


if __name__ == "__main__":
    main()
