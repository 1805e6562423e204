"""Forms that were sent back and come again: what the program says of the later ones beside what a careful reader says.

    python -m benchmarks.again [--half tune|test] [--misses] [--keep DIR]

Each form of `tests/again` lies in a folder of the inbox as it came, with its day in the receipt register. The office runs when the first
ones are there, again with the second ones beside them, again with the third; after each run the results go into the ledger. Measured are
what a later file is taken for, which promise is which (in 复审意见, and by the ids of the ledger), what 复审意见 says became of each
remark, and the remarks on the later forms (`maybe` counts neither way). Definitions: tests/again/README.md. `--keep` leaves inboxes,
results and 复审意见 in a folder. Figures are shares of what the labels or the program have, `of` counts them."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from benchmarks.again_labels import HALVES, Case, load
from benchmarks.again_score import Seen, score
from pipeline.batch import Settings, run_batch
from pipeline.evaluation.figures import figures
from pipeline.evaluation.tally import Tally
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.questions import SAME
from pipeline.ledger.book.things import Form, Item
from pipeline.ledger.register.run import register
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.outputs import OutputFolder
from pipeline.papers.gather import gather
from pipeline.papers.make import make_papers
from pipeline.records import FormRecord, from_line
from pipeline.rosters.roster import Receipt, Roster
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack

MOST_FILES = 3


def main() -> None:
    """Play the rounds of each notice and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only these forms; both without")
    parser.add_argument("--misses", action="store_true", help="list what differs (tune only)")
    parser.add_argument("--keep", type=Path, help="a folder for inboxes, results and papers")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for half in [given.half] if given.half else HALVES:
            tallies = measured(half, (given.keep or Path(folder)) / half)
            print(f"{half}: {len(tallies)} pairs of forms")
            for figure in figures(tallies):
                print(f"  {figure.name:34} {figure.value:.3f}  of {figure.of}")
            for miss in (m for t in tallies for m in t.misses if given.misses and half == "tune"):
                print(f"  {miss.form} {miss.measure}: reader {miss.gold}, program {miss.read} | {miss.text}")


def measured(half: str, folder: Path) -> list[Tally]:
    """The counts of each pair of forms of a half; inboxes and results are left in `folder`."""
    cases = load(half)
    return [score(*seen) for notice in sorted({c.notice for c in cases}) for seen in _played([c for c in cases if c.notice == notice], folder / notice)]


def _played(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, int, Seen]]:
    """Each later form after the run in which it came; `1` is the second form of its case."""
    roster, notice = _roster(cases), cases[0].notice
    out = folder / "out"
    for n in range(MOST_FILES):
        for case in cases:
            if n < len(case.forms):
                target = folder / "inbox" / case.file(n)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(case.folder / case.forms[n].file, target)
        if n and not any(n < len(case.forms) for case in cases):
            return
        done = run_batch(Settings(folder / "inbox", notice, roster, workers=1), OutputFolder(out), lambda *_: None)
        make_papers(OutputFolder(out), roster, load_pack(notice), None, names=False)
        pairs = {later.file: (earlier, later) for _, earlier, later in gather(done.results, roster, load_pack(notice)).again}
        records = {r.file: r for r in map(from_line, done.results.read_text("utf-8").splitlines()) if isinstance(r, FormRecord)}
        before = _ids(out)
        _register(out, done.results, roster)
        for case in cases:
            if 0 < n < len(case.forms):
                earlier, later = case.file(n - 1), case.file(n)
                yield case, n, Seen(records.get(earlier), records.get(later), later in pairs, before.get(case.name, {}), *_after(out, case))


def _roster(cases: Sequence[Case]) -> Roster:
    """Units and people as a roster has them, and a line of the receipt register for each file."""
    units = {c.unit: UnitFacts(f"u{n}", c.unit, level=c.level) for n, c in enumerate(cases)}
    people = tuple(PersonFacts(f"p{n}", c.person, c.unit) for n, c in enumerate(cases) if c.person)
    receipts = tuple(Receipt(c.file(n), form.received) for c in cases for n, form in enumerate(c.forms) if form.received)
    return Roster(tuple(units.values()), people, receipts)


def _register(out: Path, results: Path, roster: Roster) -> None:
    with open_ledger(out) as ledger:
        register(ledger, results, roster, None, Who("某甲", "results.jsonl", datetime(date.today().year, 1, 1, 9)))


def _ids(out: Path) -> dict[str, dict[int, str]]:
    """The ledger's items by case: id and words."""
    with open_ledger(out) as ledger:
        return {name: {i.id: i.text for i in items} for name, items in _items(ledger).items()}


def _items(ledger: Ledger) -> dict[str, list[Item]]:
    """The items that stand, by the folder of the file that their form came in."""
    forms = {f.id: Path(f.file).parts[0] for f in ledger.all(Form)}
    found: dict[str, list[Item]] = {name: [] for name in forms.values()}
    for line in ledger.lines(Which()):
        found[forms[line.item.form]].append(line.item)
    return found


def _after(out: Path, case: Case) -> tuple[dict[int, str], list[tuple[int, int]]]:
    """The items of a case now, and the pairs (item of before, new item) about which a person is asked."""
    with open_ledger(out) as ledger:
        now = {i.id: i.text for i in _items(ledger).get(case.name, ())}
        asked = [(q.other, q.item) for q in ledger.questions() if q.kind == SAME and q.item in now and q.other is not None]
    return now, asked


if __name__ == "__main__":
    main()
