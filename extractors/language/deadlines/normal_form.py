"""The normal form of a deadline in one string, as tests/gold/GUIDELINE.md defines `deadline_norm`."""

from __future__ import annotations

import re

from extractors.model import Deadline, DeadlineKind

_COUNTED = re.compile(r"\d+(?:WD|min)")
_MEASURED = re.compile(r"\d+(?:h|d)")


def norm(deadline: Deadline) -> str | None:
    """ISO day | a/b | recurring:<period> | ongoing | event:<words or nWD/nmin> | term | null:<reason> | None.

    Limits in hours and days keep their printed words. A date whose year nobody knows is `event:` and its words."""
    match deadline.kind:
        case DeadlineKind.BY_DATE:
            return deadline.end.isoformat() if deadline.end else f"event:{deadline.phrase}"
        case DeadlineKind.RANGE if deadline.start and deadline.end:
            return f"{deadline.start.isoformat()}/{deadline.end.isoformat()}"
        case DeadlineKind.RECURRING:
            return f"recurring:{deadline.period or deadline.event}"
        case DeadlineKind.ONGOING:
            return "ongoing"
        case DeadlineKind.EVENT | DeadlineKind.RANGE:
            return _event(deadline)
        case _:
            return f"null:{deadline.reason}" if deadline.reason else None


def _event(deadline: Deadline) -> str:
    event = deadline.event or deadline.phrase
    if event == "term":
        return event
    if _COUNTED.fullmatch(event):
        return f"event:{event}"
    words = deadline.phrase if _MEASURED.fullmatch(event) else event
    return f"event:{''.join(words.split())}"
