"""Papers as they land in an office's inbox: which hold a 公开承诺书, which do not, and what those are said to be.

    python -m benchmarks.otherpapers [tests/otherpapers/tune] [--misses] [--doubt]

Read as a run reads them: blank templates are no submissions. Labels: tests/otherpapers/README.md. Papers on which a careful clerk
might judge otherwise (`doubt`) are left out unless asked for. The noun of what holds no form is right where it shares two letters
beside one another with the label's (花名册, 党员名册). `--misses` names the files that differ; not for a half that is only scored.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from extractors.errors import DocumentError
from extractors.forms import filled_forms
from extractors.items import split
from extractors.model.value_class import value_class
from extractors.reading import read

FOLDER = Path(__file__).parents[1] / "tests" / "otherpapers" / "tune"
_SAID = re.compile("看起来是一份(?P<noun>.+?)(?:（开头|，没有文字|。|$)")
"""What the message for the clerk says that a file is."""


@value_class
class Paper:
    """A labelled file and what the program made of it: how many forms and promises, or the sentence that says why none."""

    file: str
    what: str
    is_form: bool
    promises: int
    forms: int
    found: int
    read_promises: int
    message: str

    @property
    def right(self) -> bool:
        """Whether a form was found exactly where one is."""
        return self.is_form == (self.found > 0)

    @property
    def counted(self) -> bool:
        """Whether as many forms and promises were read as the label says."""
        return (self.found, self.read_promises) == (self.forms, self.promises)

    @property
    def named(self) -> bool:
        """Whether the noun that the clerk is told is that of the label."""
        said = _SAID.search(self.message)
        return said is not None and any(a + b in self.what for a, b in pairwise(said["noun"]))


def main() -> None:
    """Score a folder and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--doubt", action="store_true")
    given = parser.parse_args()
    papers = list(score(given.folder, given.doubt))
    print("| | right | of |\n|---|---|---|")
    for name, right, wanted in figures(papers):
        print(f"| {name} | {right} | {wanted} |")
    for paper in papers if given.misses else ():
        if not paper.right or (paper.is_form and not paper.counted) or not (paper.is_form or paper.named):
            print(paper.file, paper.what, f"{paper.found} forms, {paper.read_promises} of {paper.promises} promises", paper.message)


def figures(papers: Sequence[Paper]) -> list[tuple[str, int, int]]:
    """Name, how many are right, of how many."""
    others, forms = ([p for p in papers if p.is_form is kind] for kind in (False, True))
    return [
        ("others said to be none", sum(p.right for p in others), len(others)),
        ("right noun said", sum(p.right and p.named for p in others), len(others)),
        ("forms found", sum(p.right for p in forms), len(forms)),
        ("right number of promises", sum(p.counted for p in forms), len(forms)),
    ]


def score(folder: Path, doubt: bool = False) -> Iterator[Paper]:
    """The papers of a folder in the order of its labels. Raises OSError where a labelled file is missing."""
    labels: list[dict[str, Any]] = yaml.safe_load((folder / "labels.yaml").read_text("utf-8"))
    for label in labels:
        if doubt or not label.get("doubt"):
            yield _paper(label, folder / label["file"])


def _paper(label: dict[str, Any], path: Path) -> Paper:
    wanted = (label["file"], label["what"], bool(label["form"]), label.get("promises", 0), label.get("forms", 1))
    try:
        found = filled_forms(read(path))
    except DocumentError as error:
        return Paper(*wanted, 0, 0, error.message)
    return Paper(*wanted, len(found), sum(len(split(form)) for form in found), "")


if __name__ == "__main__":
    main()
