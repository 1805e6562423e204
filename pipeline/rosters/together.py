"""What the lists of a roster say of each other: branches under short names, the rows that registers mean, what does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.rosters.mentions import Meant, Mention, Owners, is_file
from pipeline.rosters.roster import CompanionLine, OpenLine, plain
from pipeline.rosters.rows import Lists, shown
from pipeline.rosters.typed import Typed
from pipeline.rosters.whose import Whose
from rules.facts import UnitFacts

MOST_CELLS = 3
FAR = 1
"""Years: one notice's forms come within some months, which may lie on either side of New Year."""


def with_branches(lists: Lists) -> None:
    """Give each of the people the branch that the list of organisations has, where one alone can be meant (一支部 below 桑田学院党总支)."""
    if not lists.units:
        return
    named: dict[str, list[UnitFacts]] = {}
    for one in lists.units:
        named.setdefault(plain(one.name), []).append(one)
    typed, whose = Typed(lists.units), Whose(lists.units)
    told: dict[tuple[str, str], UnitFacts | None] = {}
    for printed, parent in lists.placed:
        same = named.get(plain(printed), [])
        unit = same[0] if len(same) == 1 else None if same else whose.one_below(printed, parent)
        told[printed, parent] = unit or (((found := typed.find(printed, parent)).sure and found.unit) or None)
    lists.people = [
        replace(person, branch=unit.name, home=unit.roster_id) if (unit := told[person.branch, parent]) else person
        for person, parent in zip(lists.people, lists.below, strict=True)
    ]
    lists.short = {f"{parent}{printed}": unit.name for (printed, parent), unit in told.items() if unit and plain(unit.name) != plain(printed)}
    lists.unknown = {key[0]: cells for key, cells in lists.placed.items() if not told[key] and key[0] and plain(key[0]) not in named}


def with_owners(lists: Lists) -> None:
    """Give each line of the registers the row that it means, and that row's full name; one about several becomes several. Those that
    mean nobody, or somebody who may be another, are kept to be told. What a file's name may yet tell is left alone."""
    owners = Owners(lists.units, lists.people)
    lists.receipts = [
        (part, replace(line, owner=meant.owner, where=part.where, paper=None if shared and not part.each else line.paper))
        for mention, line in lists.receipts
        for part, meant, shared in _meant(owners, mention, lists)
        if meant.owner or not (part.logged and _another_paper(part))
    ]
    lists.companions = [(m, _of_unit(line, meant, m)) for mention, line in lists.companions for m, meant, _ in _meant(owners, mention, lists)]
    lists.left_open = [(m, _of_unit(line, meant, m)) for mention, line in lists.left_open for m, meant, _ in _meant(owners, mention, lists)]


_Line = TypeVar("_Line", OpenLine, CompanionLine)


def _of_unit(line: _Line, meant: Meant, mention: Mention) -> _Line:
    return replace(line, owner=meant.owner, unit=meant.unit.name if meant.unit else line.unit, where=mention.where)


def _meant(owners: Owners, mention: Mention, lists: Lists) -> Iterator[tuple[Mention, Meant, bool]]:
    """Whom a line means, part by part, and whether it means several; what a person should look at is kept."""
    found = owners.several(mention)
    for part, meant in found:
        home = meant.unit or owners.of(replace(part, person="")).unit
        _told(replace(part, person="") if part.unit and home is None else part, meant, lists, owners)
        yield part, meant, len(found) > 1


def _told(mention: Mention, meant: Meant, lists: Lists, owners: Owners) -> None:
    printed = f"{mention.unit}{mention.person}" or mention.both
    full = " ".join(filter(None, (owners.called(meant.unit) if meant.unit else "", meant.person.name if meant.person else "")))
    fits = owners.fitting(mention) if not meant.owner else []
    if len(fits) > 1:
        shown_first = "、".join(map(owners.called, fits[:MOST_CELLS])) + ("等" if len(fits) > MOST_CELLS else "")
        lists.several.setdefault((printed, shown_first), []).append(mention.where)
    elif not meant.owner:
        listed = lists.people if mention.person else lists.units
        if listed and not is_file(printed) and not (mention.logged and _another_paper(mention)):
            lists.nobody.setdefault((printed, "党员" if mention.person else "党组织"), []).append(mention.where)
    elif not meant.sure:
        lists.likely.setdefault((printed, full), []).append(mention.where)
    elif (said := mention.unit or mention.both) and meant.unit and not (mention.both and meant.person) and plain(meant.unit.name) != plain(said):
        lists.short[f"{mention.parent}{said}"] = owners.called(meant.unit)


def _another_paper(mention: Mention) -> bool:
    """Whether a further clause of a log tells of another paper of the same unit (另党员名册1份, 又送名单1份)."""
    return (mention.both or mention.unit).startswith(("另", "又", "附", "并", "以及"))


def remarks_on(lists: Lists) -> list[str]:
    """What does not fit together between the lists."""
    found = [f"{_cells(cells)}：收到日期“{said}”认不出，请写成 2012-03-14 的样子。" for said, cells in lists.odd_days.items()]
    found += [f"{_cells(cells)}：支部“{branch}”不在党组织名册中，请核对写法。" for branch, cells in lists.unknown.items()]
    listed = Counter(p.home or plain(p.branch) for p in lists.people if not p.applicant)
    for unit in lists.units:
        people = listed[unit.roster_id] + listed[plain(unit.name)]
        if unit.member_count is not None and people > unit.member_count:
            found.append(f"“{unit.name}”党员人数填{unit.member_count}，党员名册却列出{people}人，请核对。")
    found += [f"{_cells(cells)}：“{name}”对得上几个（{fits}），请写明是哪一个。" for (name, fits), cells in lists.several.items()]
    found += [f"{_cells(cells)}：“{name}”不在{listed}名册中，请核对写法。" for (name, listed), cells in lists.nobody.items()]
    found += [f"{_cells(cells)}：“{printed}”暂按“{full}”计，请核对。" for (printed, full), cells in lists.likely.items()]
    return list(dict.fromkeys([*found, *_odd_years(lists)]))


def _cells(cells: Sequence[str]) -> str:
    """The first cells of several, each once, and how many there are."""
    cells = list(dict.fromkeys(cells))
    return "、".join(cells[:MOST_CELLS]) + (f"等{len(cells)}处" if len(cells) > MOST_CELLS else "")


def _odd_years(lists: Lists) -> list[str]:
    """Days of the receipt register that lie years from the others: a slip (2102 for 2012) would make somebody late."""
    days = [(r.key, r.day) for _, r in lists.receipts if r.day]
    if not days:
        return []
    usual = Counter(day.year for _, day in days).most_common(1)[0][0]
    return [f"收件登记里“{shown(key)}”的收到日期是{day}，与其他各行相差太远，请核对年份。" for key, day in days if abs(day.year - usual) > FAR]
