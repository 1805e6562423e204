"""Forms per second and core, stage by stage, beside the floor and beside a conventional script, in one run.

    python -m benchmarks.forms [--count 120] [--rounds 3] [--cache DIR]

Each stage works on what the stage before has just made, as in a run. Stages, whole program and conventional script take
turns at blocks of as many files as a worker of a run judges together: a slow minute hits them all alike. A stage's cost is the median of the rounds, a ratio that of the rounds' ratios."""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import conventional
from benchmarks.corpus_made import make
from extractors.forms import find_forms
from extractors.items import split
from extractors.language import annotate_forms
from extractors.language.asked import Asked
from extractors.model import Annotation, CommitmentItem, Document, Form
from extractors.reading import read
from pipeline.batch import TOGETHER
from pipeline.feedback.remarks import remarks
from pipeline.recording import form_line
from pipeline.rosters.roster import Roster
from pipeline.submission import Submission, lines, process, warm_up
from rules.engine import judge
from rules.facts import FormFacts
from rules.model import Finding
from rules.packs import load_pack

FLOOR, READ, WHOLE, SCRIPT = "floor", "read", "read + understand + judge", "conventional"
ASKED = {"docx": 3, "pdf": 5}
"""How many times as fast as the conventional script the whole program is to be."""

Stage = Callable[[Sequence["Way"]], object]


def main() -> None:
    """Measure Word and PDF and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cache", type=Path, help="keep the made corpus here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.cache or Path(temporary)
        for suffix in ASKED:
            files = make(folder, given.count, suffix == "pdf")
            _table(suffix, [Way(path, Path(temporary)) for path in files], given.rounds)


class Way:
    """The way of one file through the program: each stage leaves what the next one takes up."""

    pack, roster = load_pack("csust-2012"), Roster()
    document: Document
    form: Form
    items: tuple[CommitmentItem, ...]
    annotations: tuple[Annotation, ...]
    facts: FormFacts
    findings: tuple[Finding, ...]

    def __init__(self, path: Path, scratch: Path) -> None:
        self.path, self.suffix = path, path.suffix[1:]
        self.source = Submission(path.name, path, "")
        self.target = scratch / f"marked{path.suffix}"
        self.notes = [note for record in process(self.source, self.pack, self.roster) for note in remarks(record)]

    def read(self) -> None:
        self.document = read(self.path)

    def match(self) -> None:
        self.form = find_forms(self.document)[0]

    def split(self) -> None:
        self.items = split(self.form)

    def asked(self) -> Asked:
        return Asked(self.items, self.form.kind, self.pack.context(self.form))

    def judge(self) -> None:
        self.facts = FormFacts(self.form, self.items, self.annotations, file_name=self.path.name)
        self.findings = judge(self.facts, self.pack)

    def record(self) -> str:
        return form_line(self.facts, self.findings, sha256="", file_format=self.suffix, pack=self.pack)


def _understand(ways: Sequence[Way]) -> None:
    for way, found in zip(ways, annotate_forms([way.asked() for way in ways]), strict=True):
        way.annotations = found


def _whole(ways: Sequence[Way]) -> object:
    return lines([way.source for way in ways], Way.pack, Way.roster)


def _each(work: Callable[[Way], object]) -> Stage:
    """A stage that takes one file after the other."""
    return lambda ways: [work(way) for way in ways]


def _table(suffix: str, ways: Sequence[Way], rounds: int) -> None:
    stages = _stages(suffix)
    for work in stages.values():  # warm caches: dictionaries, patterns, fonts
        work(ways[:1])
    warm_up(Way.pack)
    costs = [_round(stages, ways) for _ in range(rounds)]
    print(f"\n### {suffix}: {len(ways)} files, {rounds} rounds\n")
    print("| stage | CPU ms a form (median) | forms a second | × floor |\n|---|---|---|---|")
    for name in stages:
        ms = statistics.median(cost[name] for cost in costs)
        print(f"| {name} | {ms:.2f} | {1000 / ms:.0f} | {_ratio(costs, name, FLOOR):.1f} |")
    print(f"\nconventional / ours: {_ratio(costs, SCRIPT, WHOLE):.2f} (asked: {ASKED[suffix]})")
    print(f"reading / floor: {_ratio(costs, READ, FLOOR):.2f} (asked: at most 2)")


def _ratio(costs: Sequence[dict[str, float]], over: str, under: str) -> float:
    return statistics.median(cost[over] / cost[under] for cost in costs)


def _round(stages: dict[str, Stage], ways: Sequence[Way]) -> dict[str, float]:
    """CPU milliseconds a form, by stage."""
    spent = dict.fromkeys(stages, 0.0)
    for first in range(0, len(ways), TOGETHER):
        block = ways[first : first + TOGETHER]
        for name, work in stages.items():
            gc.collect()  # nobody pays for the circles that the one before left behind
            start = time.process_time()
            work(block)
            spent[name] += time.process_time() - start
    return {name: seconds * 1000 / len(ways) for name, seconds in spent.items()}


def _stages(suffix: str) -> dict[str, Stage]:
    if suffix == "pdf":
        from pipeline.feedback.pdf import mark_up
    else:
        from pipeline.feedback.word import mark_up  # type: ignore[assignment]
    text = conventional.pdf_text if suffix == "pdf" else conventional.word_text
    return {
        FLOOR: _each(_pdf_floor if suffix == "pdf" else _word_floor),
        READ: _each(Way.read),
        "match form": _each(Way.match),
        "split items": _each(Way.split),
        "understand items": _understand,
        "judge": _each(Way.judge),
        "record": _each(Way.record),
        WHOLE: _whole,
        "mark up": _each(lambda way: mark_up(way.path, way.notes, way.target)),
        SCRIPT: _each(lambda way: conventional.understand(text(way.path))),
    }


def _word_floor(way: Way) -> object:
    from lxml import etree

    with zipfile.ZipFile(way.path) as package:
        return sum(1 for _ in etree.fromstring(package.read("word/document.xml")).iter())


def _pdf_floor(way: Way) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(way.path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


if __name__ == "__main__":
    main()
