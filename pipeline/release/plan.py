"""Which folder of 反馈 belongs to which unit, and where its forms stand in results.jsonl: written down by the run, as the
roster that it follows is not there later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.by_unit import shelve
from pipeline.feedback.deliver import placed
from pipeline.putting import put
from pipeline.rosters.roster import Roster

FILE = Path(".chengnuo") / "returned.json"


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """A unit's return: `copies` pairs each submitted file with the name of its copy in `folder` (below 反馈); `places` are
    the byte offsets in results.jsonl of the forms that count; `known` is False for forms of no known unit."""

    unit: str
    name: str
    folder: str
    known: bool
    copies: Sequence[tuple[str, str]]
    places: Sequence[int]
    unreadable: Sequence[str]


def make_plan(results: Path, roster: Roster) -> list[UnitPlan]:
    """The plan of a run that has handed out."""
    return [
        UnitPlan(
            unit=shelf.unit_id or shelf.name,
            name=shelf.name,
            folder=folder,
            known=shelf.known,
            copies=tuple(names.items()),
            places=tuple(e.at for e in shelf.entries if e.kind != "unreadable" and e.newest),
            unreadable=tuple(e.file for e in shelf.entries if e.kind == "unreadable"),
        )
        for shelf, folder, names in placed(shelve(results, roster))
    ]


def save_plan(root: Path, plan: Sequence[UnitPlan]) -> None:
    """Beside the program's other memory, whole or not at all."""
    path = root / FILE
    part = path.with_suffix(".part")
    part.write_text(json.dumps([asdict(unit) for unit in plan], ensure_ascii=False), "utf-8", newline="\n")
    put(part, path)


def load_plan(root: Path) -> list[UnitPlan] | None:
    """The plan of the last finished run; None where there is none."""
    try:
        data = json.loads((root / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return [_unit(one) for one in data]


def _unit(data: dict[str, Any]) -> UnitPlan:
    copies = tuple((str(file), str(name)) for file, name in data["copies"])
    return UnitPlan(data["unit"], data["name"], data["folder"], data["known"], copies, tuple(data["places"]), tuple(data["unreadable"]))
