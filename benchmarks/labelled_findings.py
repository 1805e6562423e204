"""Findings on what the program understood beside findings on what people labelled, over whole labelled forms.

    python -m benchmarks.train_language --measure --folds DIR
    python -m benchmarks.labelled_findings DIR [--notice csust-2012] [--misses [CODE …]]

DIR holds, for each hand that wrote whole forms, a model that has not seen that hand. The forms of the hand are rendered to Word
and judged with it; then the same rules judge the same forms with the labels in the place of what was read. A fault that the
labels show too is right. A doubt counts apart: `doubt` says how often the labels show the fault. Rules of the families C, D, W
and K only; the labels are one hand's and know no borderline, so that the figures are lower than a fair reviewer would give."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.language.labels import labelled
from extractors.language.learned import component, table
from pipeline.evaluation.figures import figures
from pipeline.evaluation.gold import GoldForm, load_gold
from pipeline.evaluation.match import pair_up
from pipeline.evaluation.tally import Miss, Tally
from pipeline.rosters.roster import Roster
from pipeline.submission import judge_file, submission
from rules.engine import judge
from rules.facts import FormFacts
from rules.model import Finding, Verdict
from rules.packs import Pack, load_pack
from tests.gold.render import render_folder

TUNE = Path(__file__).parents[1] / "tests" / "gold" / "tune"
FAMILIES = "CDWK"
NOTICES = ("csust-2012", "xinbei-2010")


def main() -> None:
    """Score the hands of the folder and print a table for each notice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path)
    parser.add_argument("--notice", nargs="*", default=NOTICES)
    parser.add_argument("--misses", nargs="*", help="list what differs, of these codes or of all")
    given = parser.parse_args()
    forms = load_gold(TUNE)
    with tempfile.TemporaryDirectory() as folder:
        render_folder(TUNE, Path(folder), False)
        for notice in given.notice:
            tallies = list(_scored(forms, Path(folder), given.models, load_pack(notice)))
            print(f"{notice}: {len(tallies)} forms")
            for figure in figures(tallies):
                print(f"{figure.name:24} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.of}")
            for miss in (m for t in tallies for m in t.misses if given.misses is not None):
                if not given.misses or miss.measure in given.misses:
                    print(f"{miss.form} {miss.measure}: labels {miss.gold} program {miss.read} | {miss.text}")


def _scored(forms: Sequence[GoldForm], folder: Path, models: Path, pack: Pack) -> Iterator[Tally]:
    """Each form judged with the model that has not seen its hand."""
    for path in sorted(models.glob("?.txt")):
        held_out = table.parse(path.read_text(encoding="utf-8"))
        component.model = lambda held_out=held_out: held_out  # type: ignore[misc]
        for form in (one for one in forms if one.id.startswith(path.stem)):
            for judged in judge_file(submission(folder / f"{form.id}.docx"), pack, Roster())[:1]:
                yield _score(form, judged.facts, judged.findings, pack)


def _score(form: GoldForm, facts: FormFacts, found: Sequence[Finding], pack: Pack) -> Tally:
    """Count one form; promises that were not read as labelled are left out, and so are findings on them."""
    notes, paired = list(facts.annotations), {None}
    for gold, read in pair_up([i.text for i in form.items], [i.text for i in facts.items]):
        notes[read] = labelled(form.items[gold], notes[read])
        paired.add(read)
    wanted = judge(replace(facts, annotations=tuple(notes)), pack)
    tally = Tally()
    faults, shown = ({(f.code, f.item) for f in these if _counts(f) and f.verdict is Verdict.DEFICIENT} for these in (found, wanted))
    doubts = {(f.code, f.item) for f in found if _counts(f) and f.verdict is Verdict.UNKNOWN}
    for code, item in sorted(faults | shown | doubts, key=str):
        if item not in paired:
            continue
        one = (code, item)
        state = "tp" if one in faults & shown else "fn" if one in shown else "fp"
        for measure in (f"family {code[0]}", code) if one in faults | shown else ():
            tally.counts[measure, state] += 1
        if one in doubts:
            tally.equal(f"{code} doubt", one in shown)
        if state != "tp":
            text = "" if item is None else facts.items[item].text
            tally.misses.append(Miss(form.id, code, text, str(one in shown), "doubt" if one in doubts else str(one in faults)))
    return tally


def _counts(finding: Finding) -> bool:
    return finding.code[0] in FAMILIES


if __name__ == "__main__":
    main()
