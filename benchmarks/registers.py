"""Registers as clerks type them: whom each line is taken for, beside what a careful clerk says.

    python -m benchmarks.registers [tests/registers/tune] [--misses]

`tests/registers/README.md` says what a label is. A line is wrong where it is given to another row, or to one where the clerk asks or knows
nobody; it is proposed where the program has it confirmed. Days and counts are those of lines that were given to the right row."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pipeline.rosters.book import RosterBook, RosterError, read_roster
from pipeline.rosters.roster import CompanionLine, OpenLine, Receipt

FOLDER = Path(__file__).parents[1] / "tests" / "registers" / "tune"
Said = Receipt | CompanionLine | OpenLine
_CELL = re.compile(r"(?P<sheet>[^！!]+)!(?P<cell>[A-Z]{1,3}\d+)")
_OTHER_LISTS = ("oral", "exempt")
"""What stands on the lists of units and people, which `benchmarks.rosters` measures."""


def main() -> None:
    """Score a folder and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in sorted(given.folder.glob("*.yaml")):
        for verdict, told in judged(path):
            counts[verdict] += 1
            if given.misses and not verdict.endswith("right"):
                print(path.stem, verdict, told)
    whole = sum(number for verdict, number in counts.items() if not verdict.startswith(("day", "count")))
    for verdict, number in counts.most_common():
        print(f"| {verdict} | {number} of {whole} |")


def judged(path: Path) -> Iterator[tuple[str, str]]:
    """Each line of one workbook's registers: how what the program says of it stands to the label, and both in words."""
    label = yaml.safe_load(path.read_text("utf-8"))
    wanted = [w for w in label["registers"] if w["kind"] not in _OTHER_LISTS]
    try:
        book = read_roster(path.with_suffix(".xlsx"))
    except RosterError as error:
        yield from (("refused", f"{error} {w['text']}") for w in wanted)
        return
    said = _by_cell(book)
    doubted = {(m["sheet"], m["cell"]) for problem in book.problems for m in _CELL.finditer(problem)}
    for label in wanted:
        cell = (str(label["sheet"]), str(label["cell"]))
        lines = [line for line in said.get(cell, []) if _of_kind(line, label)]
        if label.get("other"):
            yield ("right" if not lines else "other paper taken"), f"{label['text']} {label.get('document')}"
            continue
        yield from _verdicts(label, lines, book, cell in doubted)


def _verdicts(label: dict[str, Any], lines: list[Said], book: RosterBook, doubted: bool) -> Iterator[tuple[str, str]]:
    names = [_names(book, line.owner) for line in lines if line.owner]
    told = f"{label['text']!r} {label['kind']} → {names or None}{' ?' if doubted else ''}; clerk {label['expect']} sure={label['sure']}"
    expect = label["expect"]
    if not isinstance(expect, dict):
        yield ("right" if not names else "proposed" if doubted else "wrong"), told
        return
    if not names:
        yield ("not read" if not lines and not doubted else "needless question" if label["sure"] else "right"), told
        return
    fits = [line for line, name in zip([line for line in lines if line.owner], names, strict=True) if _same(expect, name)]
    if not fits:
        yield "wrong", told
        return
    yield ("right" if label["sure"] is not doubted else "to confirm" if doubted else "rash"), told
    if (day := label.get("received")) is not None or "received" in label:
        days = {str(line.day) if line.day else None for line in fits if not isinstance(line, OpenLine)}
        if days:
            yield ("day right" if (str(day) if day else None) in days else "day wrong"), f"{told} {days} for {day}"
    if (count := label.get("count")) is not None and (papers := {line.paper for line in fits if isinstance(line, Receipt)}):
        yield ("count right" if count in papers else "count wrong"), f"{told} {papers} for {count}"


def _of_kind(line: Said, label: dict[str, Any]) -> bool:
    """Whether a line is of the kind of the label, and of its document."""
    kinds = {"receipt": Receipt, "paper_copy": Receipt, "companion": CompanionLine, "open_item": OpenLine}
    if not isinstance(line, kinds[label["kind"]]):
        return False
    return not isinstance(line, CompanionLine) or str(label.get("document")) in line.name or line.name in str(label.get("document"))


def _by_cell(book: RosterBook) -> dict[tuple[str, str], list[Said]]:
    found: dict[tuple[str, str], list[Said]] = {}
    roster = book.roster
    lines: tuple[Said, ...] = (*roster.receipts, *roster.companions, *roster.left_open)
    for line in lines:
        if at := _CELL.match(line.where):
            found.setdefault((at["sheet"], at["cell"]), []).append(line)
    return found


def _names(book: RosterBook, owner: str) -> tuple[str, str, str]:
    roster = book.roster
    row, _, form = owner.partition("/")
    person = roster.person_by_id(row)
    unit = roster.home(person) if person else roster.unit_by_id(row)
    named = person.name if person else unit.secretary if unit and form == "secretary" else ""
    return (unit.name if unit else person.branch if person else "", unit.parent if unit else "", named)


def _same(expect: dict[str, Any], name: tuple[str, str, str]) -> bool:
    unit, parent, person = name
    return expect["unit"] == unit and expect.get("parent") in (None, parent) and expect.get("person") in (None, person)


if __name__ == "__main__":
    main()
