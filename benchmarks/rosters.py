"""Rosters as offices have them: what is read out of each workbook beside what a careful clerk reads.

    python -m benchmarks.rosters [tests/rosters/tune] [--misses]

Each workbook has its label beside it (tests/rosters/README.md). A row is right where its name, and what it is matched by, is; a value
where it is equal, a missing key and a blank being the same; an error where the program names its cell."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from pipeline.rosters.book import RosterBook, RosterError, read_roster

FOLDER = Path(__file__).parents[1] / "tests" / "rosters" / "tune"
Row = tuple[str, ...]
Values = dict[Row, dict[str, Any]]
_CELL = re.compile(r"(?P<sheet>[^！!]+)!(?P<cell>[A-Z]{1,3}\d+)")


def main() -> None:
    """Score a folder and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(given.folder.glob("*.yaml")):
        label = yaml.safe_load(path.read_text("utf-8"))
        for line in compared(label, path.with_suffix(".xlsx"), counts):
            if given.misses:
                print(path.stem, line)
    print("| | right | precision | recall |\n|---|---|---|---|")
    for name in dict.fromkeys(name for name, _ in counts):
        right, said, wanted = (counts[name, state] for state in ("right", "said", "wanted"))
        print(f"| {name} | {right} of {wanted} | {right / said if said else 1:.3f} | {right / wanted if wanted else 1:.3f} |")


def compared(label: dict[str, Any], book: Path, counts: Counter[tuple[str, str]] | None = None) -> Iterable[str]:
    """Count one workbook and tell what differs."""
    counts = Counter() if counts is None else counts
    try:
        read = read_roster(book)
    except RosterError as error:
        yield f"refused: {error}"
        read = None
    told = _told(read) if read is not None else {}
    for name, wanted in _wanted(label).items():
        found = told.get(name, {})
        yield from _rows(name, wanted, found, counts)
        for key in sorted({k for values in wanted.values() for k in values}):
            yield from _values(f"{name}: {key}", key, wanted, found, counts)
    cells = {(m["sheet"], m["cell"]) for problem in (read.problems if read else ()) for m in _CELL.finditer(problem)}
    marked = {(str(e["sheet"]), str(e["cell"])) for e in label.get("errors") or ()}
    counts["errors by cell", "right"] += len(cells & marked)
    counts["errors by cell", "said"] += len(cells)
    counts["errors by cell", "wanted"] += len(marked)
    yield from (f"errors - {cell}" for cell in sorted(marked - cells))
    yield from (f"errors + {cell}" for cell in sorted(cells - marked))


def _rows(name: str, wanted: Values, found: Values, counts: Counter[tuple[str, str]]) -> Iterable[str]:
    for state, number in (("right", len(wanted.keys() & found.keys())), ("said", len(found)), ("wanted", len(wanted))):
        counts[name, state] += number
    for sign, rows in (("-", wanted.keys() - found.keys()), ("+", found.keys() - wanted.keys())):
        yield from (f"{name} {sign} {row}" for row in sorted(rows)[:4])
        if len(rows) > 4:
            yield f"{name} {sign} … {len(rows)} in all"


def _values(name: str, key: str, wanted: Values, found: Values, counts: Counter[tuple[str, str]]) -> Iterable[str]:
    """Values of one key in the rows that both have."""
    for row in sorted(wanted.keys() & found.keys()):
        asked, got = wanted[row].get(key) or None, found[row].get(key) or None
        for state, holds in (("right", asked is not None and asked == got), ("said", got is not None), ("wanted", asked is not None)):
            counts[name, state] += holds
        if asked != got:
            yield f"{name} of {row[0]}: {asked!r} read {got!r}"


def _wanted(label: dict[str, Any]) -> dict[str, Values]:
    units = {(str(u["name"]),): _picked(u, parent="parent", category="category", level="level", secretary="secretary", members="members",
                                        window="window", contact="contact", exempt="exempt") for u in label.get("units") or ()}  # fmt: skip
    people = {(str(p["name"]), str(p.get("branch") or "")): _picked(p, post="post", leader="leader", oral="oral", exempt="exempt",
                                                                   applicant="applicant") for p in label.get("people") or ()}  # fmt: skip
    receipts = {_receipt(r): _picked(r, received="received", paper="paper") for r in label.get("receipts") or ()}
    companions = {(str(c["unit"]), str(c["document"])): _picked(c, received="received", exempt="exempt") for c in label.get("companions") or ()}
    opened = {(str(o.get("unit") or ""), str(o.get("person") or ""), str(o["text"])): {} for o in label.get("open_items") or ()}
    return {"units": units, "people": people, "receipts": receipts, "companions": companions, "open items": opened}


def _receipt(row: dict[str, Any]) -> Row:
    return (str(row.get("file") or "") or "".join(str(row.get(k) or "") for k in ("unit", "person")),)


def _picked(row: dict[str, Any], **keys: str) -> dict[str, Any]:
    return {key: str(value) if key == "received" and value is not None else bool(value) if key == "oral" else value for key, name in keys.items() if (value := row.get(name)) is not None}


def _told(book: RosterBook) -> dict[str, Values]:
    roster = book.roster
    units = {(u.name,): {"parent": u.parent, "category": u.category, "level": u.level, "secretary": u.secretary, "members": u.member_count,
                         "window": u.window, "contact": u.contact, "exempt": u.exempt} for u in roster.units}  # fmt: skip
    people = {(p.name, p.branch): {"post": p.post, "leader": p.leader, "oral": p.oral, "exempt": p.exempt, "applicant": p.applicant} for p in roster.people}
    receipts = {(r.key,): {"received": str(r.day) if r.day else None, "paper": r.paper} for r in roster.receipts}
    companions = {(c.unit, c.name): {"received": str(c.day) if c.day else None, "exempt": c.exempt} for c in roster.companions}
    opened: Values = {(o.unit, o.person, o.text): {} for o in roster.left_open}
    return {"units": units, "people": people, "receipts": receipts, "companions": companions, "open items": opened}


if __name__ == "__main__":
    main()
