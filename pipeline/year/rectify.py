"""限期整改: items that were not kept get a limit of their own, and their unit a notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.things import Line
from pipeline.ledger.store.ledger import Which
from pipeline.year.due import Due
from pipeline.year.lights import Light, Standing, standing
from pipeline.year.notices import Issued, Kind, issue
from pipeline.year.office import Office, YearError

FROM = (State.NOT_KEPT, State.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Rectified:
    """What was put under a limit, the papers, and the items that could not be, each with the reason."""

    lines: tuple[Line, ...]
    papers: tuple[Issued, ...]
    refused: tuple[tuple[int, str], ...]


def overdue(office: Office, unit: str = "", year: int | None = None) -> list[int]:
    """The items that are over their limit or reported as not kept, and are under no other limit yet."""
    lines = office.ledger.lines(Which(unit=unit, year=year, states=FROM))
    stands = ((line.item, standing(line.item, office.pack.lights, office.today)) for line in lines)
    return [item.id for item, stand in stands if stand.light is Light.RED or item.state is State.NOT_KEPT]


def rectify(office: Office, items: Sequence[int], by: date, note: str = "") -> Rectified:
    """Put these items under the limit `by`. An illegal one is refused with its reason, the others go on. Raises YearError
    where the limit is no day to come."""
    if by <= office.today:
        raise YearError(f"整改期限{by.isoformat()}不晚于今天（{office.today.isoformat()}），请写以后的日期。")
    moved, refused = [], []
    how = {line.item.id: standing(line.item, office.pack.lights, office.today).why for line in office.ledger.lines(Which(ids=items))}
    with office.ledger.act(office.who(), "限期整改") as act:
        for number in items:
            try:
                act.move(number, State.PUT_RIGHT, note, {"rectify_by": by})
                moved.append(number)
            except (Illegal, KeyError) as error:
                refused.append((number, str(error) if isinstance(error, Illegal) else "台账中没有这个编号"))
    lines = tuple(office.ledger.lines(Which(ids=moved))) if moved else ()
    rows = [Due(line, Standing(Light.NONE, False, by, "；".join(filter(None, (how.get(line.item.id), note))))) for line in lines]
    return Rectified(lines, tuple(issue(office, rows, None, Kind.PUT_RIGHT)), tuple(refused))
