"""Writing all papers of a round below the results: 文书/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from pipeline.by_unit import records, shelve
from pipeline.decisions.effect import as_decided
from pipeline.feedback.names import Taken, folder_name
from pipeline.outputs import OutputFolder
from pipeline.papers import bulletin, print_set, reminder, second
from pipeline.papers import review as reviewing
from pipeline.papers.gather import Round, gather
from pipeline.papers.print_files import Step
from pipeline.papers.print_set import Printed
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import Submission
from rules.packs import Pack

FOLDER = "文书"


@dataclass(frozen=True, slots=True)
class Prints:
    """What the print set needs: the submitted files by the names in the results, and who is told of the progress.
    `advised`: also what has only advice left."""

    sources: Mapping[str, Submission]
    step: Step
    advised: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """How many papers of each kind were written, and those of an earlier time that no longer hold. `reviews` and `printed`
    are None where they were not asked for."""

    reminders: int
    seconds: int
    reviews: int | None
    printed: Printed | None
    left_over: tuple[str, ...]


def make_papers(
    out: OutputFolder, roster: Roster, pack: Pack, due: date | None, *, names: bool, review: bool = False, prints: Prints | None = None,
) -> Made:  # fmt: skip
    """Write the bulletin, a reminder for each unit that owes something, and an opinion on each form that came again; with
    `review` a sheet of the notice's points of review for each unit, with `prints` the print set.
    Raises FileNotFoundError where there are no results, OutputError where the folder cannot be written."""
    found = gather(out.root / "results.jsonl", roster, pack)
    root = out.root / FOLDER
    known = bool(roster)
    out.write(
        root / f"{bulletin.NAME}.docx",
        lambda p: bulletin.write_bulletin(p, found, pack, due, names=names, roster=known),
    )
    reminders, seconds = _reminders(out, root, found, roster, pack, due), _seconds(out, root, found, pack, due)
    reviews = _reviews(out, root, roster, pack) if review else None
    printed = _prints(out, root, found, roster, pack, prints) if prints else None
    left = _left_over(out, review=review, prints=prints is not None)
    out.save()
    return Made(reminders, seconds, reviews, printed, left)


def _left_over(out: OutputFolder, *, review: bool, prints: bool) -> tuple[str, ...]:
    """What was not written this time, of the kinds that were asked for."""
    unasked = [f"{FOLDER}/{name}/" for name, asked in ((reviewing.NAME, review), (print_set.NAME, prints)) if not asked]
    return tuple(n for n in out.left_over() if n.startswith(f"{FOLDER}/") and not n.startswith(tuple(unasked)))


def _prints(out: OutputFolder, root: Path, found: Round, roster: Roster, pack: Pack, wish: Prints) -> Printed:
    return print_set.make_prints(out, root, roster, pack, found.status, wish.sources, wish.step, advised=wish.advised)


def _reviews(out: OutputFolder, root: Path, roster: Roster, pack: Pack) -> int:
    """A sheet for each unit with forms that count, where the notice has points of review at all."""
    results, taken, written = out.root / "results.jsonl", Taken(), 0
    with results.open("rb") as stream:
        for shelf in shelve(results, roster) if pack.review else ():
            standing = tuple(entry for entry in shelf.entries if entry.newest and entry.kind != "unreadable")
            forms = [(e, as_decided(r)) for e, r in records(stream, standing) if isinstance(r, FormRecord)]
            if forms:
                target = root / reviewing.NAME / f"{taken.distinct(folder_name(shelf.name))}.docx"
                out.write(target, partial(reviewing.write_review, unit=shelf.name, forms=forms, pack=pack))
                written += 1
    return written


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
