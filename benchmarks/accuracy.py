"""Accuracy on labelled forms, through real files: gold YAML → Word (and PDF) → the program → scores.

    python -m benchmarks.accuracy tests/gold/tune [--pdf] [--misses [MEASURE …]]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from pipeline.evaluation.figures import figures
from pipeline.evaluation.gold import GoldForm, load_gold
from pipeline.evaluation.score import score_form
from pipeline.evaluation.tally import Tally
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import Submission, process
from rules.packs import load_pack
from tests.gold.render import render_folder


def main() -> None:
    """Score a folder of gold forms and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pdf", action="store_true", help="score the PDF rendering instead of the Word file")
    parser.add_argument("--notice", default="base")
    parser.add_argument("--misses", nargs="*", help="list what differs, of these measures or of all")
    given = parser.parse_args()
    forms = load_gold(given.gold)
    with tempfile.TemporaryDirectory() as folder:
        render_folder(given.gold, Path(folder), given.pdf)
        suffix = ".pdf" if given.pdf else ".docx"
        tallies = [_score(form, Path(folder) / f"{form.id}{suffix}", given.notice) for form in forms]
    print(f"{len(forms)} forms, {sum(len(f.items) for f in forms)} items")
    for figure in figures(tallies):
        print(f"{figure.name:28} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.of}")
    if given.misses is not None:
        for miss in (m for t in tallies for m in t.misses):
            if not given.misses or miss.measure in given.misses:
                print(f"{miss.form} {miss.measure}: gold {miss.gold!r} read {miss.read!r} | {miss.text}")


def _score(form: GoldForm, path: Path, notice: str) -> Tally:
    records = process(Submission(path.name, path, ""), load_pack(notice), Roster())
    read = [r for r in records if isinstance(r, FormRecord)]
    if not read:
        print(f"{form.id}: not read: {records[0]}")
    return score_form(form, read[0] if read else None)


if __name__ == "__main__":
    main()
