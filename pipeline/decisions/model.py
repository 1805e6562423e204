"""A person's decision about a finding, how far it reaches, and what it was made on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pipeline.decisions.text import digest


class State(StrEnum):
    """What was decided. `MENDED` and `DISMISSED` take a finding out of what goes to the branch; `PENDING` decides nothing
    but that somebody has still to look."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    REWORDED = "reworded"
    MENDED = "mended"
    PENDING = "pending"


class Reach(StrEnum):
    """For this finding, for the rule in this unit, or for the rule in the whole notice."""

    ITEM = "item"
    UNIT = "unit"
    RULE = "rule"


class Outcome(StrEnum):
    """What became of something that a person said: adopted, taken back, or heard but not adopted. The last two are kept so
    that nothing typed is lost: `CONFLICT` where somebody else had decided meanwhile, `UNKNOWN` where the row could not be
    matched with any finding."""

    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


STATE_WORDS = {
    State.CONFIRMED: "同意",
    State.DISMISSED: "不采纳",
    State.REWORDED: "改写",
    State.MENDED: "已改",
    State.PENDING: "待定",
}
REACH_WORDS = {Reach.ITEM: "本项", Reach.UNIT: "本单位", Reach.RULE: "本规则"}
NEEDS_TEXT = {State.DISMISSED: "理由", State.REWORDED: "改写后的话"}
"""States that say nothing without words, and what the words are."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision was made on, kept with it, so that it can be found again in a form that is handed in anew and read
    by a person years later. `unit` is the roster's id, else the name; `item_text` is empty where it is about the form or
    one of its fields."""

    key: str
    notice: str
    code: str
    unit: str
    unit_name: str
    person: str
    kind: str
    year: int | None
    field: str
    evidence: str
    item_text: str
    where: str
    message: str
    file: str

    @property
    def owner(self) -> tuple[str, ...]:
        """Whose form of which kind and year, and by which rule (and field)."""
        return self.unit, self.person, self.kind, str(self.year), self.code, self.field

    def target(self, reach: Reach) -> str:
        """The stable key of what a decision of that reach holds for."""
        if reach is Reach.ITEM:
            return self.key
        return unit_target(self.notice, self.code, self.unit) if reach is Reach.UNIT else rule_target(self.notice, self.code)


def unit_target(notice: str, code: str, unit: str) -> str:
    """The key of a rule in one unit."""
    return digest("unit", notice, code, unit)


def rule_target(notice: str, code: str) -> str:
    """The key of a rule in a notice."""
    return digest("rule", notice, code)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says: a state (None takes back what was decided), how far, and the reason or the new words."""

    state: State | None
    reach: Reach = Reach.ITEM
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A statement as it was heard: by whom, when, from which file and sheet or by which command."""

    number: int
    at: datetime
    by: str
    source: str
    outcome: Outcome
    statement: Statement
    subject: Subject

    @property
    def target(self) -> str:
        """The key of what it holds for."""
        return self.subject.target(self.statement.reach)
