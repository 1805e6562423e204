"""What understanding costs beside jieba's own cut of the same text, in one run, in CPU time.

    python -m benchmarks.language_speed [--rounds 7] [--gold tests/gold/tune]

Two corpora of the labelled promises: `long` joins neighbours into items of about 125 characters, eight of which are a
form of 1,000 characters; `short` keeps each as it is. Machines and loads differ, the ratio does not: every round takes
both times one after the other and the best of all rounds counts. The shares show where our part of the time goes.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import jieba

from extractors.language import pipeline as understanding
from extractors.language import sheet
from extractors.language.numerals import HALF_WIDTH
from extractors.model import CommitmentItem, Form, FormKind, Frame, FrameKind, Passage, ReadingContext
from pipeline.evaluation.gold import GoldForm, load_gold
from rules.packs import Pack, load_pack

LIMIT = 2.0
"""Understanding may cost this many times jieba's cut on long items."""
_LONG = 115
_KINDS = {"org": FormKind.ORG, "member": FormKind.MEMBER, "secretary": FormKind.SECRETARY}

Case = tuple[CommitmentItem, FormKind, ReadingContext]


def main() -> None:
    """Measure both corpora and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold/tune"))
    parser.add_argument("--notice", default="base")
    given = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    forms = load_gold(given.gold)
    pack = load_pack(given.notice)
    for name, size in (("long", _LONG), ("short", 0)):
        cases = [case for form in forms for case in _cases(form, pack, size)]
        _report(name, cases, given.rounds)


def _cases(form: GoldForm, pack: Pack, size: int) -> Iterator[Case]:
    """The form's promises, joined until an item has `size` characters."""
    frames = (Frame(FrameKind.PREAMBLE, Passage("2012年，我郑重承诺如下：")), Frame(FrameKind.TITLE, Passage("2012年度公开承诺书")))
    kind, text = _KINDS[form.kind], ""
    context = pack.context(Form(kind, "free", 0, Passage(), form.year, (), ()), date(form.year or 2012, 3, 10))
    for item in form.items:
        text += item.text
        if len(text) >= size:
            yield CommitmentItem(1, Passage(text), headings=item.headings, frames=frames), kind, context
            text = ""


def _report(name: str, cases: list[Case], rounds: int) -> None:
    texts = [item.text for item, _, _ in cases]
    characters = sum(map(len, texts))
    for case in cases:
        understanding.run(*case)  # the first pass builds what is built once
    cut = ours = float("inf")
    steps: dict[str, float] = {}
    for _ in range(rounds):
        cut = min(cut, _cpu(lambda: [jieba.lcut(text) for text in texts]))
        ours = min(ours, _cpu(lambda: [understanding.run(*case) for case in cases]))
        for step, seconds in _steps(cases).items():
            steps[step] = min(seconds, steps.get(step, seconds))
    print(f"{name}: {len(cases)} items, {characters / len(cases):.0f} characters each; per 1,000 characters")
    print(f"  jieba.lcut {cut / characters * 1e6:7.2f} ms")
    print(f"  language   {ours / characters * 1e6:7.2f} ms   {ours / cut:.2f} × jieba (limit {LIMIT})")
    whole = sum(steps.values())
    for step, seconds in sorted(steps.items(), key=lambda pair: -pair[1]):
        print(f"    {step:14} {seconds / whole * ours / cut:5.2f} × jieba {seconds / whole:6.1%}")


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _steps(cases: list[Case]) -> dict[str, float]:
    """CPU seconds by component, one whole pass over all items each: asking for the time costs as much as some of them."""
    seconds: dict[str, float] = {}
    start = time.process_time()
    docs = []
    for item, kind, context in cases:
        text = item.text.translate(HALF_WIDTH)
        doc = understanding.language().make_doc(text)
        sheet.attach(doc, sheet.Sheet(item, kind, context, text))
        docs.append(doc)
    seconds["cut"] = time.process_time() - start
    for name, component in understanding.language().pipeline:
        start = time.process_time()
        for doc in docs:
            component(doc)
        seconds[name] = time.process_time() - start
    return seconds


if __name__ == "__main__":
    main()
