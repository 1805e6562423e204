"""What understanding costs beside jieba's own cut of the same text, in one run, in CPU time.

    python -m benchmarks.language_speed [--rounds 25] [--gold tests/gold/tune]

Two corpora of the labelled promises: `short` are the forms with their items as they are, `long` joins neighbours into
forms of eight items and about 1,000 characters. Machines and loads differ, the ratio does not: as many forms as a worker
judges together are understood and then cut, one right after the other, so that neither finds the processor's memory as it
left it; of all rounds the best counts, for each block alone. The shares show where our part of the time goes, form by form.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jieba

from extractors.language import pipeline as understanding
from extractors.language.asked import Asked
from extractors.language.sheet import sheets_of
from extractors.model import CommitmentItem, Form, FormKind, Frame, FrameKind, Passage, ReadingContext
from pipeline.batch import TOGETHER
from pipeline.evaluation.gold import GoldForm, load_gold
from rules.packs import Pack, load_pack

LIMIT = 2.0
"""Understanding may cost this many times jieba's cut."""
_LONG = 115
_ITEMS = 8
_KINDS = {"org": FormKind.ORG, "member": FormKind.MEMBER, "secretary": FormKind.SECRETARY}
_FRAMES = (Frame(FrameKind.PREAMBLE, Passage("2012年，我郑重承诺如下：")), Frame(FrameKind.TITLE, Passage("2012年度公开承诺书")))

Case = tuple[Sequence[CommitmentItem], FormKind, ReadingContext]
Costs = dict[str, float]
"""Seconds by what was done."""


def main() -> None:
    """Measure both corpora and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold/tune"))
    parser.add_argument("--notice", default="base")
    given = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    forms, pack = load_gold(given.gold), load_pack(given.notice)
    _report("short", [_as_they_are(form, pack) for form in forms if form.items], given.rounds)
    _report("long", list(_joined(forms, pack)), given.rounds)


def _as_they_are(form: GoldForm, pack: Pack) -> Case:
    items = [CommitmentItem(n, Passage(item.text), headings=item.headings, frames=_FRAMES) for n, item in enumerate(form.items)]
    return items, _KINDS[form.kind], _context(form, pack)


def _joined(forms: Sequence[GoldForm], pack: Pack) -> Iterator[Case]:
    """Forms of `_ITEMS` items, each of promises joined until they have `_LONG` characters."""
    for kind in _KINDS:
        items: list[CommitmentItem] = []
        text = ""
        for form in forms:
            for item in form.items if form.kind == kind else ():
                text += item.text
                if len(text) >= _LONG:
                    items.append(CommitmentItem(len(items), Passage(text), headings=item.headings, frames=_FRAMES))
                    text = ""
                if len(items) == _ITEMS:
                    yield items, _KINDS[kind], _context(form, pack)
                    items = []


def _context(form: GoldForm, pack: Pack) -> ReadingContext:
    return pack.context(Form(_KINDS[form.kind], "free", 0, Passage(), form.year, (), ()), date(form.year or 2012, 3, 10))


def _report(name: str, cases: list[Case], rounds: int) -> None:
    blocks = [cases[n : n + TOGETHER] for n in range(0, len(cases), TOGETHER)]
    costs, steps = _best(blocks, _both, rounds), _best(cases, _steps, rounds)
    items = sum(len(items) for items, _, _ in cases)
    characters = sum(len(item.text) for items, _, _ in cases for item in items)
    ours, cut = costs["language"], costs["jieba.lcut"]
    print(f"{name}: {len(cases)} forms of {items / len(cases):.1f} items and {characters / len(cases):.0f} characters; per form")
    print(f"  jieba.lcut {cut / len(cases) * 1e3:7.3f} ms")
    print(f"  language   {ours / len(cases) * 1e3:7.3f} ms   {ours / cut:.2f} × jieba (limit {LIMIT})")
    whole = sum(steps.values())
    for step, seconds in sorted(steps.items(), key=lambda pair: -pair[1]):
        print(f"    {step:14} {seconds / whole * ours / cut:5.2f} × jieba {seconds / whole:6.1%}")


def _best(cases: Sequence[Any], measure: Callable[[Any], Costs], rounds: int) -> Costs:
    """The sums over the forms or blocks of the best of all rounds; the first pass builds what is built once."""
    best: list[Costs] = [measure(case) for case in cases]
    for _ in range(rounds):
        for seen, case in zip(best, cases, strict=True):
            for step, seconds in measure(case).items():
                seen[step] = min(seconds, seen[step])
    found: Costs = defaultdict(float)
    for seen in best:
        for step, seconds in seen.items():
            found[step] += seconds
    return found


def _both(block: Sequence[Case]) -> Costs:
    start = time.process_time()
    list(understanding.run([Asked(*case) for case in block]))
    between = time.process_time()
    for items, _, _ in block:
        for item in items:
            jieba.lcut(item.text)
    return {"language": between - start, "jieba.lcut": time.process_time() - between}


def _steps(case: Case) -> Costs:
    """CPU seconds by component, with a cut between two forms as in `_both`."""
    costs: Costs = {}
    start = time.process_time()
    doc = understanding.prepare(*case)
    costs["cut"] = time.process_time() - start
    for name, component in understanding.language().pipeline:
        start = time.process_time()
        component(doc)
        costs[name] = time.process_time() - start
    for sheet in sheets_of(doc):
        jieba.lcut(sheet.text)
    return costs


if __name__ == "__main__":
    main()
