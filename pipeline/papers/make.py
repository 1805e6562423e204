"""Writing all papers of a round below the results: 文书/."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from pipeline.feedback.names import Taken, folder_name
from pipeline.outputs import OutputFolder
from pipeline.papers import bulletin, reminder, second
from pipeline.papers.gather import Round, gather
from pipeline.roster import Roster
from rules.packs import Pack

FOLDER = "文书"


@dataclass(frozen=True, slots=True)
class Made:
    """How many papers of each kind were written, and those of an earlier time that no longer hold."""

    reminders: int
    seconds: int
    left_over: tuple[str, ...]


def make_papers(out: OutputFolder, roster: Roster, pack: Pack, due: date | None, *, names: bool) -> Made:
    """Write the bulletin, a reminder for each unit that owes something, and an opinion on each form that came again.
    Raises FileNotFoundError where there are no results, OutputError where the folder cannot be written."""
    found = gather(out.root / "results.jsonl", roster, pack)
    root = out.root / FOLDER
    known = bool(roster)
    out.write(
        root / f"{bulletin.NAME}.docx",
        lambda p: bulletin.write_bulletin(p, found, pack, due, names=names, roster=known),
    )
    made = Made(_reminders(out, root, found, roster, pack, due), _seconds(out, root, found, pack, due), ())
    left = tuple(name for name in out.left_over() if name.startswith(f"{FOLDER}/"))
    out.save()
    return Made(made.reminders, made.seconds, left)


def _reminders(out: OutputFolder, root: Path, found: Round, roster: Roster, pack: Pack, due: date | None) -> int:
    taken = Taken()
    owed = reminder.owed(found.status, roster)
    for unit, rows in owed.items():
        target = root / reminder.NAME / f"{taken.distinct(folder_name(unit))}.docx"
        out.write(target, partial(reminder.write_reminder, unit=unit, rows=rows, roster=roster, pack=pack, due=due))
    return len(owed)


def _seconds(out: OutputFolder, root: Path, found: Round, pack: Pack, due: date | None) -> int:
    taken = Taken()
    for unit, earlier, later in found.again:
        name = taken.distinct(folder_name(f"{unit}{later.person or ''}"))
        write = partial(second.write_second, unit=unit, earlier=earlier, later=later, pack=pack, due=due)
        out.write(root / second.NAME / f"{name}.docx", write)
    return len(found.again)
