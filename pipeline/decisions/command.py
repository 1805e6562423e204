"""Decisions by command, on the findings of the last run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.decisions.keys import subject
from pipeline.decisions.lookup import findings
from pipeline.decisions.model import NEEDS_TEXT, REACH_WORDS, Outcome, Reach, State, Statement, Subject
from pipeline.decisions.view import Holds, View
from pipeline.ledger.store.store import Heard, open_store

SHORTEST = 6
SHOWN = 8


class DecideError(Exception):
    """What was asked cannot be done; the message is Chinese, and nothing was recorded."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with the decision that holds for it now; `number` is how a person names it."""

    about: Subject
    severity: str
    unknown: bool
    holds: Holds | None

    @property
    def number(self) -> str:
        """The first digits of the key."""
        return self.about.key[:SHOWN]


def listed(root: Path) -> Iterator[Listed]:
    """The findings of the last run in the order of results.jsonl, each key once. Raises DecideError, StoreError."""
    results = _results(root)
    with open_store(root) as store:
        view = View.of(store.events())
    seen: set[str] = set()
    for record, finding, key in findings(results):
        if key not in seen:
            seen.add(key)
            about = subject(record, finding)
            yield Listed(about, finding.severity, finding.verdict == "unknown", view.holds(about, about.unit_name))


def say(root: Path, numbers: Sequence[str], said: Statement, by: str, now: datetime) -> list[Subject]:
    """Record the same statement on each of these findings, on all or none. Raises DecideError, StoreError."""
    if said.state in NEEDS_TEXT and not said.text.strip():
        raise DecideError(f"请写明{NEEDS_TEXT[said.state]}。")
    found = _chosen(root, numbers)
    if said.state is None:
        for one in found:
            _can_be_taken_back(one, said.reach)
    outcome = Outcome.ADOPTED if said.state else Outcome.WITHDRAWN
    once = {one.about.target(said.reach): one.about for one in found}
    heard = [Heard(by, "命令", said, about, outcome) for about in once.values()]
    with open_store(root) as store:
        store.add(heard, now)
    return list(once.values())


def _results(root: Path) -> Path:
    results = root / "results.jsonl"
    if not results.exists():
        raise DecideError(f"“{root}”里没有审核结果。请写 chengnuo run 的结果文件夹（--out 所指的）。")
    return results


def _chosen(root: Path, numbers: Sequence[str]) -> list[Listed]:
    asked = {number.strip().lower(): [] for number in numbers}  # type: dict[str, list[Listed]]
    for number in asked:
        if len(number) < SHORTEST or set(number) - set("0123456789abcdef"):
            raise DecideError(f"“{number}”不是问题编号。用 chengnuo decide list {root} 查看编号（8 位数字和字母）。")
    for one in listed(root):
        for number, found in asked.items():
            if one.about.key.startswith(number):
                found.append(one)
    for number, found in asked.items():
        if len(found) != 1:
            what = "没有编号为" if not found else "不止一条问题的编号是"
            raise DecideError(f"{what}“{number}”{'的问题' if not found else '开头的，请多写几位'}，什么也没有记下。")
    return [found[0] for found in asked.values()]


def _can_be_taken_back(one: Listed, reach: Reach) -> None:
    if one.holds is None:
        raise DecideError(f"{one.number}还没有复核意见，不用撤销。")
    made = one.holds.decision
    if made.statement.reach is not reach:
        word = REACH_WORDS[made.statement.reach]
        raise DecideError(f"{one.number}的意见是按“{word}”作出的。要把它整个撤销，请加 --for {word}；只想改这一条的，请用 confirm 或 dismiss 另作决定。")
    if one.holds.carried:
        raise DecideError(f"{one.number}沿用的是前一稿上的意见（编号 {made.subject.key[:SHOWN]}）。不想沿用的，请用 confirm 或 dismiss 另作决定。")


def state_of(one: Listed) -> State | None:
    """What was decided; None where nothing was."""
    return one.holds.decision.statement.state if one.holds else None
