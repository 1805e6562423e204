"""Units that get another name or go into another unit: nothing is rewritten, each is an act of its own, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.questions import SAME
from pipeline.ledger.book.things import Unit
from pipeline.ledger.register.matching import match
from pipeline.ledger.store.acts import Act, Row
from pipeline.ledger.store.ledger import Ledger
from pipeline.ledger.store.undoing import Undone, undo_last
from pipeline.rosters.roster import plain

RENAMED, MERGED, PARTED = "单位改名", "单位合并", "撤销单位合并"
STILL_OPEN = {"publication": "ended", "notice": "settled"}
"""What goes along when a unit is merged, as long as it is not over; what is over stays with the unit that it was of."""


def rename(ledger: Ledger, old: str, new: str, who: Who, note: str = "") -> Unit:
    """Give a unit another name; under the old one it is still found. Returns it as it was. Raises Illegal."""
    with ledger.act(who, RENAMED) as act:
        unit = unit_of(act, old)
        rename_to(act, unit, new, note)
    return Unit.of(unit)


def merge(ledger: Ledger, old: str, new: str, who: Who, note: str = "") -> int:
    """Put a unit with its people and forms into another one, which goes by both names. Returns how many forms went.
    Raises Illegal."""
    with ledger.act(who, MERGED) as act:
        return merge_into(act, unit_of(act, old), unit_of(act, new), note)


def part(ledger: Ledger, old: str, who: Who, note: str = "") -> Undone:
    """Take the last merging of a unit back, as far as nothing else happened to what it moved. Raises Illegal."""
    with ledger.act(who, PARTED) as act:
        gone = [u for u in act.rows("unit") if u["merged_into"] and plain(u["name"]) == plain(old)]
        if not gone:
            raise Illegal(f"“{old}”没有并入别的单位，不用撤销")
        home = act.row("unit", gone[-1]["merged_into"])
        back = undo_last(act, "unit", gone[-1]["id"], "merged_into", note or "撤销合并")
        names = [n for n in home["former"].splitlines() if n not in {gone[-1]["name"], *gone[-1]["former"].splitlines()}]
        act.change("unit", home["id"], {"former": "\n".join(names)}, note or "撤销合并")
        return back


def rename_to(act: Act, unit: Row, new: str, note: str) -> None:
    """The renaming within an act. Raises Illegal."""
    new = " ".join(new.split())
    if not new or plain(new) == plain(unit["name"]):
        raise Illegal(f"“{unit['name']}”已经是这个名称" if new else "没有写新的名称")
    if any(plain(u["name"]) == plain(new) for u in _living(act)):
        raise Illegal(f"台账里已有“{new}”。如果是并入这个单位，请用 merge")
    act.change("unit", unit["id"], {"name": new, "former": _names([unit["name"], *unit["former"].splitlines()], but=new)}, note)


def merge_into(act: Act, old: Row, new: Row, note: str) -> int:
    """The merging within an act; returns how many forms went. Raises Illegal."""
    if old["id"] == new["id"]:
        raise Illegal(f"“{old['name']}”和“{new['name']}”是同一个单位")
    people = _people(act, old, new, note)
    forms = act.rows("form", unit=old["id"])
    for form in forms:
        there = act.rows("form", unit=new["id"], person=people.get(form["person"], form["person"]), kind=form["kind"], year=form["year"])
        act.change("form", form["id"], {"unit": new["id"], "person": people.get(form["person"], form["person"])}, note, known=form)
        for other in there:
            _ask_of_twins(act, form["id"], other["id"])
    for thing, end in STILL_OPEN.items():
        for row in act.rows(thing, unit=old["id"]):
            if row[end] is None:
                act.change(thing, row["id"], {"unit": new["id"]}, note, known=row)
    act.change("unit", old["id"], {"merged_into": new["id"]}, note, known=old)
    names = [*new["former"].splitlines(), old["name"], *old["former"].splitlines()]
    act.change("unit", new["id"], {"former": _names(names, but=new["name"])}, note, known=new)
    return len(forms)


def unit_of(act: Act, name: str) -> Row:
    """The one living unit of that name, else of that former name. Raises Illegal."""
    living = _living(act)
    found = [u for u in living if plain(u["name"]) == plain(name)]
    found = found or [u for u in living if plain(name) in map(plain, u["former"].splitlines())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Illegal(f"台账里不止一个“{name}”：上级是{'、'.join(u['parent'] or '（未写）' for u in found)}")
    near = [u["name"] for u in living if plain(name) and plain(name) in plain(u["name"])]
    raise Illegal(f"台账里没有“{name}”这个单位" + (f"，是不是：{'、'.join(near[:5])}" if near else ""))


def _people(act: Act, old: Row, new: Row, note: str) -> dict[int | None, int]:
    """The people go along; one who is in both units already is one person, to whom the forms go."""
    here: dict[str, list[int]] = {}
    for person in act.rows("person", unit=new["id"]):
        here.setdefault(plain(person["name"]), []).append(person["id"])
    known: dict[int | None, int] = {}
    for person in act.rows("person", unit=old["id"]):
        if len(same := here.get(plain(person["name"]), [])) == 1:
            known[person["id"]] = same[0]
        else:
            act.change("person", person["id"], {"unit": new["id"]}, note, known=person)
    return known


def _ask_of_twins(act: Act, moved: int, there: int) -> None:
    """Both units had a form of that kind and year: what may be one promise is asked about."""
    mine, theirs = ({r["id"]: r for r in act.rows("item", form=form) if r["same_as"] is None and r["state"] != State.DROPPED} for form in (moved, there))
    places = list(mine)
    found = match({number: row["text"] for number, row in theirs.items()}, [mine[number]["text"] for number in places])
    for number, place in (*found.same, *found.doubtful):
        newer, older = max(number, places[place]), min(number, places[place])
        rows = {**mine, **theirs}
        asked = {"kind": SAME, "item": newer, "other": older, "field": "text", "now": rows[older]["text"], "said": rows[newer]["text"], "seen": 0}
        act.add("question", {**asked, "by": act.who.by, "source": act.who.source})


def _living(act: Act) -> list[Row]:
    return [u for u in act.rows("unit") if u["merged_into"] is None]


def _names(names: Iterable[str], but: str) -> str:
    return "\n".join(dict.fromkeys(n for n in names if plain(n) != plain(but)))
