"""Findings beside a reviewer's lists: precision and recall by family of rules, on the second inbox.

    python -m benchmarks.findings [tests/inbox2] [--pdf] [--misses [CODE …]]

Every form is rendered to a real file and judged by its notice with the inbox's roster. A finding is right where the list
has its code, promise and verdict; what the list calls borderline counts neither way, on one promise 空泛 and
等同一般要求 may stand for each other, and where the list names no promise any will do (tests/inbox2/README.md). Intervals come from resampling forms."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipeline.evaluation.figures import figures
from pipeline.evaluation.tally import Miss, Tally
from pipeline.records import FormRecord
from pipeline.roster import Receipt, Roster
from pipeline.submission import Submission, process
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack
from tests.gold.render import render, to_pdf

INBOX = Path(__file__).parents[1] / "tests" / "inbox2"
TWINS = {"W01": "W02", "W02": "W01"}
Finding = tuple[str, int | None, str]
"""Code, number of the promise, verdict."""


def main() -> None:
    """Score the inbox and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inbox", type=Path, nargs="?", default=INBOX)
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--misses", nargs="*", help="list what differs, of these codes or of all")
    given = parser.parse_args()
    rosters = {notice: _roster(rows) for notice, rows in yaml.safe_load((given.inbox / "roster.yaml").read_bytes()).items()}
    forms = [yaml.safe_load(path.read_bytes()) for path in sorted((given.inbox / "forms").glob("*.yaml"))]
    with tempfile.TemporaryDirectory() as folder:
        tallies = [_score(form, path, rosters[form["notice"]]) for form, path in _rendered(forms, Path(folder), given.pdf)]
    for figure in figures(tallies):
        print(f"{figure.name:24} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.of}")
    for miss in (m for t in tallies for m in t.misses if given.misses is not None):
        if not given.misses or miss.measure in given.misses:
            print(f"{miss.form} {miss.measure}: list {miss.gold} program {miss.read} | {miss.text}")


def _rendered(forms: list[dict[str, Any]], folder: Path, pdf: bool) -> Iterator[tuple[dict[str, Any], Path]]:
    words = []
    for form in forms:
        words.append(folder / f"{form['id']}.docx")
        render(form, words[-1])
    yield from zip(forms, to_pdf(words, folder) if pdf else words, strict=True)


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


def _score(form: dict[str, Any], path: Path, roster: Roster) -> Tally:
    """Count one form by family and by code."""
    if form["signed_copy"]:
        roster = Roster(roster.units, roster.people, (Receipt(form["file"], _day(form["received"]), True),))
    records = process(Submission(form["file"], path, ""), load_pack(form["notice"]), roster)
    wanted, open_ = _listed(form["expected"]), _listed(form.get("borderline") or ())
    found: Counter[Finding] = Counter()
    for record in records:
        if isinstance(record, FormRecord):
            found |= _of(record)
    return _compared(form["id"], wanted, open_, set(found))


def _listed(rows: Any) -> set[Finding]:
    return {(row["code"], row["item"], row["verdict"]) for row in rows}


def _of(record: FormRecord) -> Counter[Finding]:
    numbers = {item.item_id: item.n for item in record.items}
    return Counter((f.code, numbers.get(f.item_id or ""), f.verdict) for f in record.findings)


def _compared(name: str, wanted: set[Finding], open_: set[Finding], found: set[Finding]) -> Tally:
    tally = Tally()
    whole = {(code, verdict) for code, item, verdict in wanted if item is None}
    found = {(code, None if (code, verdict) in whole else item, verdict) for code, item, verdict in found}
    excused = {(code, item) for code, item, _ in open_}
    for one in sorted(wanted | found, key=str):
        code, item, verdict = one
        twin = (TWINS.get(code, ""), item, verdict)
        if one in wanted and one in found:
            state = "tp"
        elif (code, item) in excused or (one in found and twin in wanted) or (one in wanted and twin in found):
            continue
        else:
            state = "fn" if one in wanted else "fp"
            tally.misses.append(Miss(name, code, f"{item} {verdict}", str(one in wanted), str(one in found)))
        for measure in ("all", f"family {code[0]}", f"{verdict}", code):
            tally.counts[measure, state] += 1
    return tally


if __name__ == "__main__":
    main()
