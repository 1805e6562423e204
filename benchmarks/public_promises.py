"""Accuracy on real public promises, whose texts are not ours to keep: addresses and digests stand in tests/gold/public.tsv.

    python -m benchmarks.public_promises FILE [--misses [MEASURE …]] [--write]

FILE is private: one promise a line, ten columns separated by `|`, labels as tests/gold/GUIDELINE.md defines them:

    address|year|kind|dims|part|target|flags|deadline|responsible|text with tags

From `kind` to `flags` and the text they are those of tests/gold/bank/FORMAT.md; `deadline` is the normal form (`-` for
none), `responsible` the names joined by `、` (`-` for none). The day of writing is taken as 10 March of the year. Each
promise is read alone, without its page's headings, so nothing can be inherited. Intervals come from resampling whole
pages. `--write` writes the addresses and digests; without it the file is checked against them.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.language import annotate
from extractors.language.deadlines.normal_form import norm
from extractors.model import Annotation, CommitmentItem, DeadlineKind, FormKind, Part, Passage, ReadingContext
from pipeline.evaluation.due import same_norm
from pipeline.evaluation.figures import figures
from pipeline.evaluation.tally import Miss, Tally

SOURCES = Path(__file__).parents[1] / "tests" / "gold" / "public.tsv"
_TAG = re.compile("</?[pmt]>")
_KINDS = {"o": FormKind.ORG, "s": FormKind.SECRETARY, "m": FormKind.MEMBER}
_TARGETS = {"q": "quantified", "c": "clear", "n": "none"}
_DIMENSIONS = {
    "班": "领导班子好", "员": "党员队伍好", "制": "工作机制好", "绩": "工作业绩好", "群": "群众反映好",
    "学": "带头学习提高", "优": "带头争创佳绩", "服": "带头服务群众", "纪": "带头遵纪守法", "正": "带头弘扬正气",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublicPromise:
    """One line of the private file; `tagged` still has its tags, `due` is "" where there is no deadline."""

    address: str
    year: int
    kind: FormKind
    dimensions: tuple[str, ...]
    part: str
    target: str
    flags: str
    due: str
    responsible: tuple[str, ...]
    tagged: str

    @property
    def text(self) -> str:
        """The promise as printed."""
        return _TAG.sub("", self.tagged)

    @property
    def source(self) -> str:
        """The promise's line of public.tsv: address and SHA-256 of the exact UTF-8 text."""
        return f"{self.address}\t{hashlib.sha256(self.text.encode()).hexdigest()}"


def main() -> None:
    """Score the private file and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", nargs="*", help="list what differs, of these measures or of all")
    parser.add_argument("--write", action="store_true", help="write tests/gold/public.tsv anew")
    given = parser.parse_args()
    promises = load(given.file)
    _sources(promises, given.write)
    tallies = score(promises)
    print(f"{len(promises)} promises of {len(tallies)} pages")
    for figure in figures(tallies):
        if ":" not in figure.name:
            print(f"{figure.name:28} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.of}")
    _print_misses(tallies, given.misses)


def load(path: Path) -> list[PublicPromise]:
    """The promises of a private file, in order. Raises OSError, and ValueError or KeyError for a line not of the form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_promise(line) for line in lines if line and not line.startswith("#")]


def score(promises: Sequence[PublicPromise]) -> list[Tally]:
    """What the program says of each promise beside its labels: one tally a page."""
    tallies: dict[str, Tally] = {}
    for promise in promises:
        day = date(promise.year, 3, 10)
        item = CommitmentItem(0, Passage(promise.text))
        (read,) = annotate([item], promise.kind, ReadingContext(year=promise.year, reference_date=day))
        _count(promise, read, tallies.setdefault(promise.address, Tally()))
    return list(tallies.values())


def _promise(line: str) -> PublicPromise:
    address, year, kind, dims, part, target, flags, due, names, tagged = line.split("|", 9)
    return PublicPromise(
        address, int(year), _KINDS[kind], tuple(_DIMENSIONS[d] for d in dims if d != "-"),
        next(p.value for p in Part if p.value[0] == part), _TARGETS[target], flags, "" if due == "-" else due,
        () if names == "-" else tuple(names.split("、")), tagged,
    )  # fmt: skip


def _count(promise: PublicPromise, read: Annotation, tally: Tally) -> None:
    yes_no = {
        "target": (promise.target != "none", str(read.target.kind) in ("clear", "quantified")),
        "project": ("<p>" in promise.tagged, bool(read.project.spans)),
        "measures": ("<m>" in promise.tagged, bool(read.measures.spans)),
        "deadline": (_usable(promise.due), read.deadline.kind not in (DeadlineKind.NONE, DeadlineKind.INVALID)),
        "responsible": (bool(promise.responsible), bool(read.responsible.names)),
        "vague": ("v" in promise.flags, read.wording.vague),
        "routine": ("r" in promise.flags, read.wording.routine),
    }
    for measure, (label, ours) in yes_no.items():
        tally.presence(measure, label, ours)
        _note(tally, promise, measure, str(label), str(ours))
    for measure, label, said in (
        ("target kind", promise.target, str(read.target.kind)),
        ("part", promise.part, str(read.part)),
    ):
        tally.equal(measure, label == said)
        _note(tally, promise, measure, label, said)
    _count_due(promise, norm(read.deadline) or "", tally)
    _count_dimensions(promise, {d.label for d in read.dimensions}, tally)


def _count_due(promise: PublicPromise, ours: str, tally: Tally) -> None:
    """The normal form over all promises, and over those alone that have a usable deadline."""
    right = same_norm(promise.due, ours)
    tally.equal("deadline norm", right)
    if _usable(promise.due):
        tally.equal("deadline norm where there is one", right)
    _note(tally, promise, "deadline norm", promise.due, promise.due if right else ours)


def _count_dimensions(promise: PublicPromise, ours: set[str], tally: Tally) -> None:
    tally.labels("dimensions", promise.dimensions, ours)
    _note(tally, promise, "dimensions", "、".join(sorted(promise.dimensions)), "、".join(sorted(ours)))


def _usable(due: str) -> bool:
    return bool(due) and not due.startswith("null")


def _note(tally: Tally, promise: PublicPromise, measure: str, label: str, ours: str) -> None:
    if label != ours:
        tally.misses.append(Miss(promise.address, measure, promise.text, label, ours))


def _sources(promises: Sequence[PublicPromise], write: bool) -> None:
    """Write public.tsv, or say how far the file holds other texts than it. Its lines with a third column are whole texts, read
    to see whether forms are found and cut right; they stay as they are."""
    lines = [promise.source for promise in promises]
    printed = SOURCES.read_text(encoding="utf-8").splitlines()
    if write:
        SOURCES.write_text("\n".join([*lines, *(line for line in printed if line.count("\t") > 1)]) + "\n", encoding="utf-8")
        return
    known = {line for line in printed if line.count("\t") == 1}
    unknown, missing = set(lines) - known, known - set(lines)
    if unknown or missing:
        print(f"not the texts of {SOURCES.name}: {len(unknown)} unknown, {len(missing)} missing")


def _print_misses(tallies: Sequence[Tally], wanted: Sequence[str] | None) -> None:
    """Nothing of the texts is printed unless it is asked for."""
    if wanted is None:
        return
    for miss in (m for tally in tallies for m in tally.misses):
        if not wanted or miss.measure in wanted:
            print(f"{miss.measure}: label {miss.gold!r} read {miss.read!r} | {miss.text}")


if __name__ == "__main__":
    main()
