"""How often what is said of a promise changes when it is typed a little otherwise; it never should.

    python -m benchmarks.rewordings [FOLDER …] [--only NAME …] [--examples NAME …] [--most 6]

Without a FOLDER the promises of tests/gold/tune and of the tuning halves of tests/layouts are read, all of a form together, as they
are and reworded (see `benchmarks.language.rewording`). A column is the share of the promises that a rewording touches of which
an element changes; `any` is the share of which at least one does. `--examples` shows changed promises of these rewordings.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.language.rewording import REWORDINGS, Rewording
from extractors.language import annotate_forms
from extractors.language.asked import Asked
from extractors.model import Annotation, CommitmentItem, Form, FormKind, Frame, FrameKind, Passage, Piece, WordParagraph
from rules.packs import Pack, load_pack

TESTS = Path(__file__).parents[1] / "tests"
FOLDERS = (TESTS / "gold" / "tune", TESTS / "layouts" / "tune", *(TESTS / "layouts" / f"fresh{n}" / "tune" for n in ("", 2, 3, 4)))
ELEMENTS = ("target", "project", "measures", "deadline", "dimensions", "part", "vague", "routine")
_FRAMES = (Frame(FrameKind.PREAMBLE, Passage("2012年，我郑重承诺如下：")), Frame(FrameKind.TITLE, Passage("2012年度公开承诺书")))


class Promised(NamedTuple):
    """The promises of one form, each with the headings over it."""

    kind: FormKind
    year: int | None
    items: list[tuple[str, tuple[str, ...]]]


def promised(folder: Path) -> Iterator[Promised]:
    """The promises of the labelled forms of a folder, but of those of which nobody can say whose they are."""
    for path in sorted(folder.glob("*.yaml")):
        form = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if form.get("kind"):
            yield Promised(FormKind(form["kind"]), form.get("year"), [(str(one["text"]), tuple(map(str, one.get("headings") or ()))) for one in form["items"]])


Answers = dict[str, object]
"""What is said of a promise, by element."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What was said of a promise as it is, and as it was reworded."""

    text: str
    reworded: str
    before: Answers
    after: Answers

    @property
    def elements(self) -> list[str]:
        """Those of which something else is said."""
        return [name for name in ELEMENTS if self.before[name] != self.after[name]]


def answers(found: Annotation) -> Answers:
    """What the rules and the ledger ask of a promise, without the places of its words."""
    due = found.deadline
    return {
        "target": str(found.target.kind), "project": bool(found.project.spans), "measures": bool(found.measures.spans),
        "deadline": (str(due.kind), due.start, due.end, due.period), "dimensions": {one.label for one in found.dimensions},
        "part": str(found.part), "vague": found.wording.vague, "routine": found.wording.routine,
    }  # fmt: skip


def said(forms: Sequence[Promised], pack: Pack, rewording: Rewording = str) -> list[Answers]:
    """The answers for all promises of the forms in order, each reworded."""
    asked = [_asked(form, pack, rewording) for form in forms]
    return [answers(found) for of_form in annotate_forms(asked) for found in of_form]


def _asked(form: Promised, pack: Pack, rewording: Rewording) -> Asked:
    items = [CommitmentItem(n, _typed(text, rewording), headings=headings, frames=_FRAMES) for n, (text, headings) in enumerate(form.items)]
    context = pack.context(Form(form.kind, "free", 0, Passage(), form.year, (), ()), date(form.year or 2012, 3, 10))
    return Asked(items, form.kind, context)


def _typed(text: str, rewording: Rewording) -> Passage:
    """A promise in one paragraph; where it is several lines as it is, these are cells."""
    reworded = rewording(text)
    return Passage(reworded, () if "\n" in text else (Piece(0, len(reworded), WordParagraph("document", 0), 0),))


def touched(forms: Sequence[Promised], pack: Pack, plain: Sequence[Answers], rewording: Rewording) -> Iterator[Changed]:
    """The promises that a rewording touches; `plain` is what is said of all as they are."""
    texts = [text for form in forms for text, _ in form.items]
    for text, before, after in zip(texts, plain, said(forms, pack, rewording), strict=True):
        if (reworded := rewording(text)) != text:
            yield Changed(text, reworded, before, after)


def main() -> None:
    """Print the table and the examples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--notice", default="base")
    parser.add_argument("--only", nargs="+", choices=REWORDINGS, default=list(REWORDINGS))
    parser.add_argument("--examples", nargs="+", choices=REWORDINGS, default=[])
    parser.add_argument("--most", type=int, default=6, help="so many examples of each element")
    given = parser.parse_args()
    forms, pack = [form for folder in given.folders for form in promised(folder)], load_pack(given.notice)
    plain = said(forms, pack)
    print(f"{len(forms)} forms, {len(plain)} promises; shares that change, per cent\n")
    print(f"{'':28}{'of':>6}{'any':>7}" + "".join(f"{name:>11}" for name in ELEMENTS))
    totals: Counter[str] = Counter()
    for name in given.only:
        found = list(touched(forms, pack, plain, REWORDINGS[name]))
        counted = _counted(found)
        totals += counted
        _print_row(name, counted)
        if name in given.examples:
            _print_examples(found, given.most)
    _print_row("all", totals)


def _counted(found: Sequence[Changed]) -> Counter[str]:
    counted = Counter(name for one in found for name in one.elements)
    return counted + Counter({"of": len(found), "any": sum(bool(one.elements) for one in found)})


def _print_row(name: str, counted: Counter[str]) -> None:
    shares = [counted[one] / max(1, counted["of"]) for one in ("any", *ELEMENTS)]
    print(f"{name:28}{counted['of']:6}{shares[0]:7.1%}" + "".join(f"{share:11.1%}" for share in shares[1:]))


def _print_examples(found: Sequence[Changed], most: int) -> None:
    for element in ELEMENTS:
        for one in [one for one in found if element in one.elements][:most]:
            print(f"    {element}: {one.before[element]} → {one.after[element]} | {one.reworded!r}")


if __name__ == "__main__":
    main()
