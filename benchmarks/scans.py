"""Scans: characters, fields, items, seals and signatures read right, and what a page costs beside rapidocr alone.

    python -m benchmarks.scans [--count 24] [--start 0] [--cost 6] [--cache DIR]

The sample forms are drawn at 150, 200 and 300 dots an inch, sealed over the date, signed, shaded, turned by up to 4
degrees, given noise and a JPEG's blocks (`benchmarks.scans_made`); every second one is read as a PDF of pictures, the
others as picture files. The truth is what the reader of printed PDFs gives. Cost is processor time, two threads, the
same picture in turns: rapidocr's own call, and ours from pixels to cells."""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.scans_made import Scan, as_pdf, make, sources, truth
from extractors.formats import image, pdf
from extractors.formats.scanpage.engine import SWITCH
from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, Passage, PrintedDate

INBOX = Path(__file__).parents[1] / "samples" / "inbox"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--start", type=int, default=0, help="leave out so many forms at the beginning")
    parser.add_argument("--cost", type=int, default=6, help="pages on which the cost is measured")
    parser.add_argument("--cache", type=Path, help="keep the printed forms here")
    parser.add_argument("--faults", action="store_true", help="say what was read wrong")
    given = parser.parse_args()
    os.environ[SWITCH] = "0"  # the scans among the samples are no truth
    with tempfile.TemporaryDirectory() as temporary:
        cache = given.cache or Path(temporary)
        cache.mkdir(parents=True, exist_ok=True)
        forms = sources(INBOX, cache, given.count)
        os.environ[SWITCH] = "1"
        tally = Tally(given.faults)
        scans = []
        for number, (name, data) in list(enumerate(forms))[given.start :]:
            scans.append(make(name, data, number))
            tally.add(scans[-1], data, number)
        tally.tell()
        cost(scans[: given.cost])


class Tally:
    """Counts what was right."""

    def __init__(self, faults: bool) -> None:
        self.counts: Counter[str] = Counter()
        self.by_dots: dict[int, list[float]] = {}
        self.by_way: dict[str, Counter[str]] = {}
        self.faults = faults

    def add(self, scan: Scan, data: bytes, number: int) -> None:
        """Read one scan and compare."""
        text, forms = truth(data)
        document = pdf.read(as_pdf(scan.pages)) if number % 2 or len(scan.pages) > 1 else image.read(scan.pages[0])
        try:
            ours: Sequence[Form] = find_forms(document)
        except Exception as error:
            ours = ()
            print(f"{scan.name}: {error!r}")
        told, said = plain(text), plain(document.text)
        wrong = distance(told, said)
        self.counts.update(pages=len(scan.pages), forms=len(forms), found=min(len(forms), len(ours)))
        self.by_way.setdefault(scan.way, Counter()).update(chars=len(told), wrong=wrong)
        if scan.way == "colour":
            self.by_dots.setdefault(scan.dots, []).append(1 - wrong / max(1, len(told)))
        self._note(f"{scan.name} {scan.way} {scan.dots} dpi: {wrong} of {len(told)} characters wrong")
        for a, b in zip(forms, ours, strict=False):
            self._form(scan, a, b)

    def _form(self, scan: Scan, a: Form, b: Form) -> None:
        for field in a.fields:
            other = b.field(field.key)
            right = other is not None and plain(other.value or "") == plain(field.value or "")
            unsure = other is not None and other.confidence < 0.9
            self.counts.update(fields=1, fields_right=right, fields_unsure=unsure, fields_wrong_sure=not right and not unsure)
            if not right:
                self._note(f"    {field.key}: {field.value!r} read as {other and other.value!r}, sure {other and other.confidence}")
        theirs, mine = [plain(i.text) for i in split(a)], [plain(i.text) for i in split(b)]
        self.counts.update(items=len(theirs), items_read=len(mine), items_unsure=sum(i.passage.sure() < 0.9 for i in split(b)))
        for item in theirs:
            near = min((distance(item, m) for m in mine), default=len(item))
            self.counts.update(items_exact=near == 0, items_right=near <= 0.02 * len(item))
            if near:
                self._note(f"    item {near} off: {item[:40]}")
        group = f"{'stamped' if scan.stamped else 'bare'}, {scan.way}"
        for ours, theirs, place in ((b.signing.date, a.signing.date, b.signing.passage), (b.approval.date, a.approval.date, b.approval.passage)):
            said = outcome(theirs, ours, place)
            self.counts[f"{group} date {said}"] += 1
            if said != "right":
                self._note(f"    date {said}: {theirs.passage.text!r} read as {ours.passage.text!r}, sure {ours.passage.sure()}")
        for what, seen in (("signed", b.signing.signed), ("seal", b.signing.seal), ("approval", b.approval.seal if b.approval.printed else None)):
            if seen is not None:
                self.counts[f"{group} {what} {seen.value}"] += 1

    def _note(self, text: str) -> None:
        if self.faults:
            print(text)

    def tell(self) -> None:
        """Print the shares."""
        c = self.counts
        print(f"{c['forms']} forms on {c['pages']} pages, {c['found']} found")
        for way, n in sorted(self.by_way.items()):
            print(f"characters  {way:7}{1 - n['wrong'] / n['chars']:.4f} of {n['chars']}")
        for dots, shares in sorted(self.by_dots.items()):
            print(f"   {dots} dpi  {statistics.mean(shares):.4f} mean, {min(shares):.4f} least")
        print(f"fields      {c['fields_right'] / c['fields']:.4f} of {c['fields']}; {c['fields_unsure']} unsure; {c['fields_wrong_sure']} wrong and sure")
        print(f"items       {c['items_exact'] / c['items']:.4f} exact, {c['items_right'] / c['items']:.4f} within 2 %, of {c['items']}; {c['items_read']} read; {c['items_unsure']} unsure")
        for key in sorted(k for k in c if k.startswith(("stamped", "bare"))):
            print(f"   {key}: {c[key]}")


def cost(scans: Sequence[Scan]) -> None:
    """Processor seconds a page: rapidocr's own call, and ours, in turns on the same pixels."""
    from extractors.formats.scanpage import engine
    from extractors.formats.scanpage.page import look_at
    from extractors.formats.scanpage.pictures import papers

    ratios, own, ours = [], [], []
    for scan in scans:
        for paper in list(papers(scan.pages[0]))[:1]:
            pixels = np.ascontiguousarray(paper.pixels[:, :, ::-1])
            look_at(paper)
            a = _spent(lambda pixels=pixels: engine._engine()(pixels, use_det=True, use_cls=True, use_rec=True))
            b = _spent(lambda paper=paper: look_at(paper))
            a2 = _spent(lambda pixels=pixels: engine._engine()(pixels, use_det=True, use_cls=True, use_rec=True))
            own.append((a + a2) / 2)
            ours.append(b)
            ratios.append(b / own[-1])
    if ratios:
        print(f"cost a page: rapidocr {statistics.median(own):.2f} s, ours {statistics.median(ours):.2f} s, ratio {statistics.median(ratios):.2f} (worst {max(ratios):.2f}), {engine.threads()} threads")


def _spent(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def outcome(truth: PrintedDate, read: PrintedDate, place: Passage) -> str:
    """What became of a date: right, doubted (待核: in the right or a wrong reading), unread, or WRONG without a doubt, the
    only one that harms anybody."""
    sure = min(read.passage.sure(), place.sure()) >= 0.9
    if (read.day, read.state) == (truth.day, truth.state) and (sure or truth.day is None):
        return "right"
    if not sure:
        return "doubted, right" if read.day == truth.day else "doubted, wrong"
    return "unread" if read.day is None and read.state in ("none", "blank", "partial") else "WRONG"


def plain(text: str) -> str:
    """Without white space, in half width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def distance(a: str, b: str) -> int:
    """Levenshtein's."""
    left, right = np.array([ord(c) for c in a] or [0]), np.array([ord(c) for c in b] or [0])
    steps = np.arange(len(right) + 1)
    row = steps.copy()
    for char in left:
        fresh = np.concatenate(([row[0] + 1], np.minimum(row[1:] + 1, row[:-1] + (right != char))))
        row = np.minimum.accumulate(fresh - steps) + steps
    return int(row[-1])


if __name__ == "__main__":
    main()
