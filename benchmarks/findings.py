"""Findings beside a reviewer's lists: precision and recall by family of rules.

    python -m benchmarks.findings [tests/inbox3] [--half tune|test] [--pdf] [--misses [CODE …]]

All forms of a notice are rendered to real files in one inbox and judged in one run with the inbox's roster, so that what only the
batch shows counts too. A finding is right where the list has its code, promise and verdict; what the list calls borderline
counts neither way (but 不合格 where it says 无法判定 is wrong), on one promise 空泛 and 等同一般要求 may stand for each other, and
where the list names no promise any will do (README.md of the inbox). Intervals come from resampling forms."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipeline.batch import Settings, run_batch
from pipeline.evaluation.figures import figures
from pipeline.evaluation.tally import Miss, Tally
from pipeline.outputs import OutputFolder
from pipeline.records import FormRecord, from_line
from pipeline.rosters.roster import Receipt, Roster
from rules.facts import PersonFacts, UnitFacts
from tests.gold.render import render, to_pdf

INBOX = Path(__file__).parents[1] / "tests" / "inbox3"
TWINS = {"W01": "W02", "W02": "W01"}
Finding = tuple[str, int | None, str]
"""Code, number of the promise, verdict."""
Listed = dict[str, Any]
"""A form of the inbox with its lists, as its file has them."""


def main() -> None:
    """Score the inbox and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inbox", type=Path, nargs="?", default=INBOX)
    parser.add_argument("--half", choices=("tune", "test"), help="count only these forms; all are judged")
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--misses", nargs="*", help="list what differs, of these codes or of all")
    given = parser.parse_args()
    rosters = {notice: _roster(rows) for notice, rows in yaml.safe_load((given.inbox / "roster.yaml").read_bytes()).items()}
    forms = [yaml.safe_load(path.read_bytes()) for path in sorted((given.inbox / "forms").glob("*.yaml"))]
    tallies: list[Tally] = []
    for notice, roster in rosters.items():
        ours = [form for form in forms if form["notice"] == notice]
        with tempfile.TemporaryDirectory() as folder:
            found = _judged(ours, roster, Path(folder), given.pdf)
        tallies += [_score(form, found[form["id"]]) for form in ours if given.half in (None, form.get("half"))]
    for figure in figures(tallies):
        print(f"{figure.name:24} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.of}")
    for miss in (m for t in tallies for m in t.misses if given.misses is not None):
        if not given.misses or miss.measure in given.misses:
            print(f"{miss.form} {miss.measure}: list {miss.gold} program {miss.read} | {miss.text}")


def _judged(forms: Sequence[Listed], roster: Roster, folder: Path, pdf: bool) -> dict[str, set[Finding]]:
    """The findings of a run over all forms of a notice, by the form's id."""
    words = []
    for form in forms:
        words.append(folder / "words" / f"{form['id']}.docx")
        words[-1].parent.mkdir(exist_ok=True)
        render(form, words[-1])
    ids = {}
    for form, made in zip(forms, to_pdf(words, folder) if pdf else words, strict=True):
        name = str(Path(form["file"]).with_suffix(made.suffix))
        placed = folder / "inbox" / name
        placed.parent.mkdir(parents=True, exist_ok=True)
        made.rename(placed)
        ids[name] = form["id"]
    register = {r.key: r.day for r in roster.receipts} | {f["file"]: _day(f["received"]) for f in forms if f["signed_copy"]}
    signed = {form["file"] for form in forms if form["signed_copy"]}
    receipts = tuple(
        Receipt(str(Path(key).with_suffix(".pdf" if pdf else ".docx")), day, key in signed) for key, day in register.items()
    )
    settings = Settings(folder / "inbox", forms[0]["notice"], replace(roster, receipts=receipts), workers=2)
    done = run_batch(settings, OutputFolder(folder / "out"), lambda *_: None)
    found: dict[str, set[Finding]] = {form["id"]: set() for form in forms}
    for line in done.results.read_text("utf-8").splitlines():
        record = from_line(line)
        if isinstance(record, FormRecord):
            found[ids[record.file]] |= _of(record)
    return found


def _roster(rows: dict[str, Any]) -> Roster:
    units = tuple(
        UnitFacts(f"u{n}", u["name"], u.get("parent") or "", u.get("level") or "", u.get("category") or "",
                  u.get("secretary") or "", u.get("members"), bool(u.get("window")), due_here=bool(u.get("hands_in", True)))
        for n, u in enumerate(rows["units"])
    )  # fmt: skip
    people = tuple(
        PersonFacts(f"p{n}", p["name"], p.get("branch") or "", p.get("post") or "", leader=bool(p.get("leader")),
                    due_here=bool(p.get("hands_in", True)), oral=bool(p.get("oral")), oral_note=str(p.get("oral") or ""),
                    applicant=bool(p.get("applicant")))
        for n, p in enumerate(rows.get("members") or ())
    )  # fmt: skip
    receipts = tuple(Receipt(r["file"], _day(r["received"])) for r in rows.get("receipts") or ())
    return Roster(units, people, receipts)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else date.fromisoformat(str(value)) if value else None


def _score(form: Listed, found: set[Finding]) -> Tally:
    """Count one form by family and by code."""
    return _compared(form["id"], _listed(form["expected"]), _listed(form.get("borderline") or ()), found)


def _listed(rows: Any) -> set[Finding]:
    return {(row["code"], row["item"], row["verdict"]) for row in rows}


def _of(record: FormRecord) -> set[Finding]:
    numbers = {item.item_id: item.n for item in record.items}
    return {(f.code, numbers.get(f.item_id or ""), f.verdict) for f in record.findings}


def _compared(name: str, wanted: set[Finding], open_: set[Finding], found: set[Finding]) -> Tally:
    tally = Tally()
    whole = {(code, verdict) for code, item, verdict in wanted if item is None}
    found = {(code, None if (code, verdict) in whole else item, verdict) for code, item, verdict in found}
    excused = open_ | {(code, item, "unknown") for code, item, _ in open_}
    for one in sorted(wanted | found, key=str):
        code, item, verdict = one
        twin = (TWINS.get(code, ""), item, verdict)
        if one in wanted and one in found:
            state = "tp"
        elif one in excused or (one in found and twin in wanted) or (one in wanted and twin in found):
            continue
        else:
            state = "fn" if one in wanted else "fp"
            tally.misses.append(Miss(name, code, f"{item} {verdict}", str(one in wanted), str(one in found)))
        for measure in ("all", f"family {code[0]}", f"{verdict}", code):
            tally.counts[measure, state] += 1
    return tally


if __name__ == "__main__":
    main()
