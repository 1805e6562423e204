"""Whose form it is: what the roster's matching says beside what a careful clerk says.

    python -m benchmarks.matching [--half tune|test] [--misses]

`tests/matching/README.md` says what a case is. A match is wrong where it is another row than the clerk's, or a row where the clerk
asks or knows nobody without asking itself; needless are questions about what the clerk takes without one, rash matches without a question that he would have
confirmed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from extractors.model import Form, FormField, FormKind, Passage
from pipeline.rosters.roster import Owner, Roster
from rules.facts import PersonFacts, UnitFacts

CASES = Path(__file__).parents[1] / "tests" / "matching" / "cases.yaml"
_KINDS = {"org": FormKind.ORG, "member": FormKind.MEMBER, "secretary": FormKind.SECRETARY}


def main() -> None:
    """Score a half and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for office, case, owner, verdict in judged(given.half):
        counts[verdict] += 1
        if given.misses and verdict != "right":
            said = f"{owner.unit.name if owner.unit else None} / {owner.person.name if owner.person else None} ({owner.how})"
            print(f"{office} {verdict}: {case['kind']} {case['unit']!r} {case['person']!r} {case['file']!r} → {said}; clerk {case['expect']} sure={case['sure']}")
    whole = sum(counts.values())
    for verdict, number in counts.most_common():
        print(f"| {verdict} | {number} of {whole} | {number / whole:.3f} |")


def judged(half: str) -> Iterator[tuple[str, dict[str, Any], Owner, str]]:
    """Each form of a half: its office, the case, whose the program says it is, and how that stands to what the clerk says."""
    for office in yaml.safe_load(CASES.read_text("utf-8")):
        if office["half"] != half:
            continue
        roster = roster_of(office)
        for case in office["forms"]:
            form = _form(case)
            owner = roster.match(form, case["file"])
            yield office["office"], case, owner, _verdict(case, owner)


def _form(case: dict[str, Any]) -> Form:
    """A form as it is read: that of an organisation prints its head in a field."""
    kind, person = _KINDS[case["kind"]], case["person"]
    org = kind is FormKind.ORG
    fields = (FormField("head", "书记", person, person, Passage(person), 1.0),) if org and person else ()
    return Form(kind, "t", 0, Passage(), None, fields, (), unit=case["unit"], person="" if org else person)


def roster_of(office: dict[str, Any]) -> Roster:
    """The roster of an office."""
    units = [UnitFacts(f"u{n}", u["name"], u.get("parent") or "", secretary=u.get("secretary") or "") for n, u in enumerate(office["units"])]
    people = [PersonFacts(f"p{n}", p["name"], p.get("branch") or "") for n, p in enumerate(office.get("people") or ())]
    return Roster(tuple(units), tuple(people))


def _verdict(case: dict[str, Any], owner: Owner) -> str:
    expect = case["expect"]
    if not isinstance(expect, dict):
        none = owner.unit is None and owner.person is None
        return "right" if none else "proposed where the clerk asks" if owner.how == "likely" else "wrong"
    if owner.unit is None and owner.person is None:
        return "needless question" if case["sure"] else "right" if owner.how == "none" else "wrong"
    unit = owner.unit is not None and owner.unit.name == expect["unit"] and expect.get("parent") in (None, owner.unit.parent)
    named = owner.person.name if owner.person else None
    if not unit or (named is not None and named != expect.get("person")):
        return "wrong"
    if expect.get("person") and named is None:
        return "person not found"
    if owner.how == "exact":
        return "right" if case["sure"] else "rash"
    return "right" if not case["sure"] else "to be confirmed"


if __name__ == "__main__":
    main()
