"""What stands in the clerk's three columns of a row of 问题清单, as the program prints it and as it is read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.answering import says_nothing
from pipeline.decisions.model import NEEDS_TEXT, REACH_WORDS, STATE_WORDS, Reach, State, Statement
from pipeline.decisions.text import digest
from pipeline.decisions.words import decided_in, meant
from pipeline.records import DecisionRecord

STATES = {word: state for state, word in STATE_WORDS.items()}
REACHES = {word: reach for reach, word in REACH_WORDS.items()}
_OTHERWISE = (State.REWORDED, State.DISMISSED, State.MENDED)


class TypedError(ValueError):
    """What was typed cannot be taken as a decision; the message says in Chinese what is missing."""


@dataclass(frozen=True, slots=True)
class Typed:
    """复核意见, 复核说明, 适用范围; `wrote` is the word as it was typed."""

    word: str = ""
    text: str = ""
    reach: str = ""
    wrote: str = field(default="", compare=False)

    @property
    def mark(self) -> str:
        """A short digest of what is meant: 本项 need not be written, and a note alone is 待定."""
        if not (self.word or self.text):
            return digest("", "", "" if self.reach == REACH_WORDS[Reach.ITEM] else self.reach)
        return digest(self.word or STATE_WORDS[State.PENDING], self.text, self.reach or REACH_WORDS[Reach.ITEM])

    def statement(self, *, elsewhere: bool = False) -> Statement:
        """What is meant. Clearing a row takes back what was decided on it; where what it showed was decided `elsewhere` (for
        the unit, for the rule, on an earlier version), that stays, and this row only is put off. Raises TypedError."""
        if not (self.word or self.text):
            if self.reach not in ("", REACH_WORDS[Reach.ITEM]):
                raise TypedError(f"适用范围里填了“{self.reach}”，复核意见却是空的，请在复核意见一列选{_listed(STATES)}中的一个")
            return Statement(State.PENDING if elsewhere else None)
        state = STATES.get(self.word) if self.word else State.PENDING
        if state is None:
            raise TypedError(f"复核意见“{self.word}”认不出，只能是：{_listed(STATES)}")
        reach = REACHES.get(self.reach) if self.reach else Reach.ITEM
        if reach is None:
            raise TypedError(f"适用范围“{self.reach}”认不出，只能是：{_listed(REACHES)}")
        if state in NEEDS_TEXT and says_nothing(self.text):
            raise TypedError(f"选了“{self.word}”，请在复核说明中写上{NEEDS_TEXT[state]}")
        if state is State.CONFIRMED and (other := decided_in(self.text)) in _OTHERWISE:
            raise TypedError(f"复核意见是“{self.word}”，复核说明里写的却是“{STATE_WORDS[other]}”，请改成一致")
        if state is State.REWORDED and reach is not Reach.ITEM:
            raise TypedError("“改写”只能用于本项")
        return Statement(state, reach, self.text)


NOTHING = Typed()


def understood(word: str, text: str, reach: str, printed: str) -> Typed:
    """The three cells as a clerk left them, in the words of the lists where it is plain what they say. Who cleared what was
    `printed` (its mark) may have left 适用范围 standing."""
    typed = Typed("".join(word.split()), text, "".join(reach.split()))
    if typed.mark == (printed or NOTHING.mark):
        return typed
    if not (word or text) and printed not in ("", NOTHING.mark):
        return NOTHING
    return Typed(*meant(word, text, reach), wrote=typed.word)


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)


def shown(decision: DecisionRecord | None) -> Typed:
    """The three cells for a decision as results.jsonl has it."""
    if decision is None:
        return NOTHING
    return told(Statement(State(decision.state), Reach(decision.scope), decision.words or decision.reason))


def told(statement: Statement) -> Typed:
    """The three cells for a statement."""
    if statement.state is None:
        return NOTHING
    return Typed(STATE_WORDS[statement.state], statement.text, REACH_WORDS[statement.reach])
