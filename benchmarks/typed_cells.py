"""What clerks type into the program's workbooks, taken in by the program, beside what it means.

    PYTHONPATH=tests:. python -m benchmarks.typed_cells [--half test] [--sheet report] [--misses]

`tests/typed/README.md` says what the table holds. Each cell is typed into a copy of a sheet as the program hands it out. It is `right` where what is
taken is what is meant (to be asked back, where that is meant), `asked` where the clerk is told and nothing is taken, `dropped` where
nothing is taken and nobody told, `wrong` where something else is taken."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.typed.desks import NOTHING, Alike, Ballots, Came, Findings, LedgerBook, Reports, Settled, Spots, Whose

TABLE = Path(__file__).parents[1] / "tests" / "typed" / "cells.yaml"
DESKS: dict[str, type] = {
    "findings": Findings, "whose": Whose, "ledger": LedgerBook, "report": Reports, "spot": Spots, "assess": Ballots, "settle": Settled, "similar": Alike,
}  # fmt: skip
VERDICTS = ("right", "asked", "dropped", "wrong", "crash")
ASK, DONE = "ask", "完成"


def main() -> None:
    """Score one half and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    parser.add_argument("--sheet", choices=tuple(DESKS))
    parser.add_argument("--misses", action="store_true", help="show them; of the half that is not only scored")
    given = parser.parse_args()
    print(f"| {given.half} | cells | {' | '.join(VERDICTS)} |")
    whole: Counter[str] = Counter()
    for sheet in DESKS if given.sheet is None else (given.sheet,):
        counts: Counter[str] = Counter()
        for case, came, verdict in judged(sheet, given.half):
            counts[verdict] += 1
            if given.misses and given.half == "tune" and verdict != "right":
                print(verdict, sheet, case["type"], "means", case["means"], "got", came.got, came.told[-160:].replace("\n", " "))
        whole += counts
        print(_line(sheet, counts))
    print(_line("all", whole))


def judged(sheet: str, half: str) -> Iterator[tuple[dict[str, Any], Came, str]]:
    """Each case of one half with what came of it and the verdict."""
    cases = [case for case in yaml.safe_load(TABLE.read_text("utf-8"))[sheet] if case["half"] == half]
    with tempfile.TemporaryDirectory() as folder:
        laid = Path(folder) / "laid"
        laid.mkdir()
        desk = DESKS[sheet](laid)
        for n, case in enumerate(cases):
            here = Path(folder) / str(n)
            here.mkdir()
            more = (case["means"][0],) if sheet == "ledger" else ()
            try:
                came = desk.judge(here, case["type"], *more)
                if sheet == "ledger" and came.got != more[0] and len(case["means"]) > 1 and ":" in case["means"][1]:
                    again = here / "again"
                    again.mkdir()
                    came = desk.judge(again, case["type"], case["means"][1])
            except Exception as error:
                yield case, Came(NOTHING, repr(error)), "crash"
                continue
            yield case, came, verdict_on(sheet, case["means"], came)


def verdict_on(sheet: str, means: list[str], came: Came) -> str:
    """How what came stands to what is meant."""
    got, told = came.got, came.told
    if sheet == "report" and got.startswith("open"):
        return _on_report(means, got, told)
    if got in means:
        return "right"
    if got == NOTHING:
        return ("right" if ASK in means else "asked") if told else "dropped"
    return "wrong"


def _on_report(means: list[str], got: str, told: str) -> str:
    """A report is registered whatever it says; it is asked back by what is written beside it."""
    if any(got == wanted or (wanted == "open" and got.startswith("open")) for wanted in means):
        return "right"
    if ASK in means and told:
        return "right"
    asked = DONE in told if "done" in means else bool(told) and got == "open"
    return "asked" if asked else "wrong"


def _line(name: str, counts: Counter[str]) -> str:
    return f"| {name} | {sum(counts.values())} | {' | '.join(str(counts[v]) for v in VERDICTS)} |"


if __name__ == "__main__":
    main()
