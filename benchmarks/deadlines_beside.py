"""Our grammar of time words beside jionlp's on the expressions of tests/deadlines/cases.yaml.

    python -m benchmarks.deadlines_beside [--rounds 3] [--examples 12]

jionlp is no part of the project. Install it into a throw-away environment of its own and run this from there:

    python3 -m venv /tmp/beside && /tmp/beside/bin/pip install jionlp pyyaml lunar-python
    /tmp/beside/bin/python -m benchmarks.deadlines_beside

Without it only our own column is printed. The table was written for our definitions, so our column says that we keep
them, not that we would do as well on sentences of others; jionlp looks for times of every sort, not for deadlines, and
knows neither the form's year nor the notice's events. It is therefore met half-way. All that it finds in a sentence
counts, and one find that fits is enough. What fits a normal form:

- ISO day: a time whose last day is that day; a/b: a time from a to b.
- recurring: a period of that length; `termly` has no equal there.
- event with a length (3WD, 30min, 24小时内): a length, or a time that begins on the day of writing.
- no deadline, or null: no find but bare lengths, which bound nothing. Hence `wrong` in a group of such cases often
  means a time that is there and bounds nothing.
- other events, ongoing, term: nothing fits; they stand under `beyond` with whatever was said.

`right` fits, `silent` found nothing where something was wanted, `wrong` is the rest. Where a group gives no day of
writing, jionlp gets 10 March of its year or of 2012.
"""

from __future__ import annotations

import argparse
import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from extractors.language.deadlines import find_deadline, norm
from extractors.model import CommitmentItem, NamedEvent, Passage, ReadingContext

CASES = Path(__file__).parents[1] / "tests" / "deadlines" / "cases.yaml"
STATES = ("right", "wrong", "silent")
_LENGTH = re.compile(
    r"event:.*[\d一二两三四五六七八九十半](?:WD|min|个?(?:小时|分钟|工作日|天|日|周|星期|月)(?:之内|以内|内)?)"
)
_PERIODS = {
    "daily": {"day": 1}, "weekly": {"day": 7}, "biweekly": {"day": 14}, "monthly": {"month": 1},
    "quarterly": {"month": 3}, "semiannual": {"month": 6}, "yearly": {"year": 1},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One expression; `wanted` is its normal form, "" where there is no deadline."""

    group: str
    text: str
    wanted: str
    context: ReadingContext

    @property
    def day(self) -> date:
        """The day of writing that a tool without our frames gets."""
        return self.context.reference_date or date(self.context.year or 2012, 3, 10)


@dataclass(frozen=True, slots=True)
class Tool:
    """A name, what it finds in a case, how that is judged, and how it is shown."""

    name: str
    find: Callable[[Case], Any]
    judge: Callable[[Case, Any], str]
    show: Callable[[Any], str]


def main() -> None:
    """Print the counts of each group, the costs and some examples where the tools differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--examples", type=int, default=12)
    given = parser.parse_args()
    cases = list(load())
    tools = [Tool("ours", _ours, _judge_ours, str), *_beside()]
    found = {tool.name: [tool.find(case) for case in cases] for tool in tools}
    states = {tool.name: [tool.judge(*pair) for pair in zip(cases, found[tool.name], strict=True)] for tool in tools}
    _print_counts(cases, states)
    _print_costs(cases, tools, given.rounds)
    if len(tools) > 1:
        _print_examples(cases, tools, found, states, given.examples)


def load() -> Iterator[Case]:
    """Every expression of the table with its group's frame."""
    for group in yaml.safe_load(CASES.read_text(encoding="utf-8")):
        events = tuple(NamedEvent(name, day) for name, day in group.get("events", {}).items())
        period = tuple(group["period"]) if "period" in group else None
        context = ReadingContext(group.get("year"), group.get("reference"), period, events)
        for text, wanted, *_ in group["cases"]:
            yield Case(group["group"], text, "" if wanted == "none" else str(wanted), context)


def _ours(case: Case) -> str:
    return norm(find_deadline(CommitmentItem(1, Passage(case.text)), case.context)) or ""


def _judge_ours(case: Case, found: str) -> str:
    """Ours is held to the whole normal form."""
    if found == case.wanted:
        return "right"
    return "wrong" if found and not found.startswith("null") else "silent"


def _beside() -> list[Tool]:
    """jionlp where it is installed."""
    logging.disable(logging.ERROR)
    try:
        with redirect_stdout(StringIO()):
            import jionlp
    except ImportError:
        print("jionlp is not installed; see the head of this file.")
        return []
    return [Tool("jionlp", lambda case: _jionlp(jionlp, case), _judge_jionlp, _shown)]


def _jionlp(jionlp: Any, case: Case) -> list[dict[str, Any]]:
    """What jionlp finds; an expression that it raises an error on counts as nothing found."""
    base = time.mktime(datetime(case.day.year, case.day.month, case.day.day).timetuple())
    try:
        found: list[dict[str, Any]] = jionlp.ner.extract_time(case.text, time_base=base)
    except Exception:  # whatever it stumbles over, it has given no answer
        return []
    return found


def _judge_jionlp(case: Case, found: Sequence[dict[str, Any]]) -> str:
    details = [entry["detail"] for entry in found]
    if not case.wanted or case.wanted.startswith("null"):
        return "wrong" if any(detail["type"] != "time_delta" for detail in details) else "right"
    if any(_fits(case, detail) for detail in details):
        return "right"
    return "wrong" if details else "silent"


def _fits(case: Case, detail: dict[str, Any]) -> bool:
    """Whether one find says what is wanted, as far as it can."""
    kind, value = detail["type"], detail["time"]
    if case.wanted.startswith("recurring:"):
        return kind == "time_period" and value["delta"] == _PERIODS.get(case.wanted.removeprefix("recurring:"))
    if _beyond(case):
        return False
    if case.wanted.startswith("event:"):
        return kind == "time_delta" or (kind == "time_span" and str(value[0])[:10] == case.day.isoformat())
    if kind not in ("time_point", "time_span"):
        return False
    start, _, end = case.wanted.rpartition("/")
    return str(value[1])[:10] == end and (not start or str(value[0])[:10] == start)


def _beyond(case: Case) -> bool:
    """Whether only our normal form can say it."""
    if case.wanted.startswith("event:"):
        return not _LENGTH.fullmatch(case.wanted)
    return case.wanted in ("ongoing", "term", "recurring:termly")


def _shown(found: Sequence[dict[str, Any]]) -> str:
    return "; ".join(f"{entry['text']} → {entry['detail']['time']}" for entry in found)


def _print_counts(cases: Sequence[Case], states: dict[str, list[str]]) -> None:
    """Groups, then the sums: all, those that name a day or a stretch, those beyond a reader of times."""
    print(f"{'group':50}{'n':>5}" + "".join(f"{name + ' right':>15}{'wrong':>7}{'silent':>8}" for name in states))
    for group in dict.fromkeys(case.group for case in cases):
        _print_row(group, [case.group == group for case in cases], states)
    beyond = [_beyond(case) for case in cases]
    dated = [case.wanted[:2].isdigit() for case in cases]
    nothing = [not case.wanted or case.wanted.startswith("null") for case in cases]
    _print_row("ALL", [True] * len(cases), states)
    _print_row("ALL a day or a stretch", dated, states)
    _print_row("ALL no usable deadline", nothing, states)
    _print_row("ALL beyond", beyond, states)
    _print_row("ALL but beyond", [not b for b in beyond], states)


def _print_row(title: str, chosen: Sequence[bool], states: dict[str, list[str]]) -> None:
    line = f"{title:50}{sum(chosen):>5}"
    for said in states.values():
        counts = Counter(state for state, there in zip(said, chosen, strict=True) if there)
        line += f"{counts['right']:>15}{counts['wrong']:>7}{counts['silent']:>8}"
    print(line)


def _print_costs(cases: Sequence[Case], tools: Sequence[Tool], rounds: int) -> None:
    """Milliseconds an expression, the tools one right after the other; of all rounds the best counts, case by case."""
    best = {tool.name: [float("inf")] * len(cases) for tool in tools}
    for _ in range(rounds):
        for n, case in enumerate(cases):
            for tool in tools:
                start = time.process_time()
                tool.find(case)
                best[tool.name][n] = min(best[tool.name][n], time.process_time() - start)
    for name, seconds in best.items():
        print(f"{name}: {1000 * sum(seconds) / len(cases):.3f} ms an expression")


def _print_examples(
    cases: Sequence[Case], tools: Sequence[Tool], found: dict[str, list[Any]], states: dict[str, list[str]], most: int
) -> None:
    """Cases that the tools judge differently, evenly taken from the whole table."""
    differ = [n for n in range(len(cases)) if len({states[tool.name][n] for tool in tools}) > 1]
    print(f"{len(differ)} cases differ; some of them:")
    for n in differ[:: max(1, len(differ) // most)] if most else ():
        said = " | ".join(f"{t.name} {states[t.name][n]}: {t.show(found[t.name][n]) or 'nothing'}" for t in tools)
        print(f"  {cases[n].text!r} wanted {cases[n].wanted or 'none'} | {said}")


if __name__ == "__main__":
    main()
