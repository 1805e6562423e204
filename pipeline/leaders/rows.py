"""The rows that the workbook counts: what was due, promises, faults, reports. Each says under which marks it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.ledger.book.life import State
from pipeline.status import State as Came
from pipeline.year.lights import Light
from pipeline.year.report_state import Came as Reported

MARK_ALL = {"due": "应报", "promise": "事项", "fault": "问题", "report": "应报告"}
MEMBER = "党员"
LATE = "逾期"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a row belongs: its unit by number and name, its group in each grouping."""

    unit: int
    name: str
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """A form that was due, and how it stands."""

    home: Home
    what: str
    person: str
    state: Came
    received: date | None

    def marks(self) -> Iterator[str]:
        """Its state, and that it was due."""
        yield MARK_ALL["due"]
        yield self.state.value


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """An item of the ledger; `then` is its state at the end of each quarter."""

    home: Home
    id: int
    kind: str
    person: str
    text: str
    due: date | str
    state: State
    light: Light
    dimensions: tuple[str, ...]
    then: tuple[str, ...]

    def marks(self) -> Iterator[str]:
        """Its state, now and at each quarter's end, its light where it is overdue, what it covers."""
        yield MARK_ALL["promise"]
        yield self.state.value
        yield from (then(n, state) for n, state in enumerate(self.then) if state)
        if self.light is Light.RED:
            yield LATE
        side = self.kind == MEMBER
        yield from (covers(label, members=side) for label in self.dimensions)


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A fault of a form or of a promise in it, once; `first` where its unit has it for the first time."""

    home: Home
    person: str
    code: str
    title: str
    weight: str
    where: str
    first: bool

    def marks(self) -> Iterator[str]:
        """Its code."""
        yield MARK_ALL["fault"]
        yield self.code
        if self.first:
            yield units_with(self.code)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A quarterly report that was owed."""

    home: Home
    quarter: str
    person: str
    kind: str
    due: date
    received: date | None
    came: Reported

    def marks(self) -> Iterator[str]:
        """How it came, in its quarter."""
        yield f"{self.quarter} {MARK_ALL['report']}"
        yield f"{self.quarter} {self.came.value}"


Row = DueRow | PromiseRow | FaultRow | ReportRow


def covers(label: str, *, members: bool) -> str:
    """The mark of a dimension, of organisations (with secretaries) or of members."""
    return f"{MEMBER if members else '党组织'}·{label}"


def units_with(code: str) -> str:
    """The mark of units that have a fault."""
    return f"涉及单位 {code}"


def then(n: int, state: str) -> str:
    """The mark of items that were in a state at the end of the n-th quarter of the sheet."""
    return f"季末{n} {state}"
