"""打印件: a folder for each unit with what is ready to be printed and signed, and a cover list over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from pipeline.feedback.names import Taken, file_name, folder_name
from pipeline.outputs import OutputFolder
from pipeline.papers.print_files import Sheet, Step, name_with_copies, suffix_of, write_prints
from pipeline.papers.print_list import NAME as LIST
from pipeline.papers.print_list import write_list
from pipeline.papers.print_rows import PrintRow, only_paper, print_rows
from pipeline.rosters.roster import Roster
from pipeline.status import Status
from pipeline.submission import Submission
from rules.packs import Pack

NAME = "打印件"
LONGEST_LIST = 1000
"""Rows of one list; Word opens longer ones slowly."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it: files in the set, copies that they make, forms that are not printed yet, files that stayed as they
    came as they could not be made PDF."""

    files: int
    copies: int
    waiting: int
    as_came: int
    unsaid: int = 0


def make_prints(
    out: OutputFolder, root: Path, roster: Roster, pack: Pack, status: Status, sources: Mapping[str, Submission], step: Step, *,
    advised: bool,
) -> Printed:  # fmt: skip
    """Write the print set below `root`/打印件. Raises OutputError where the folder cannot be written."""
    folder = root / NAME
    rows = print_rows(out.root / "results.jsonl", roster, pack, status, sources, advised=advised)
    named = list(_named(rows))
    sheets = _sheets(named, folder, sources)
    placed = write_prints(out, list(dict.fromkeys(sheets.values())), step)
    shown = [replace(row, printed=placed[sheets[row.file]].name) if row.file in sheets else row for row, _ in named]
    _lists(out, folder, [*shown, *only_paper(status, pack)], pack)
    copies = {row.file: row.total for row in shown if row.printed}
    as_came = sum(path.suffix != ".pdf" for path in placed.values())
    return Printed(len(placed), sum(copies.values()), sum(bool(row.why) for row in shown), as_came, sum(not n for n in copies.values()))


def _named(rows: Sequence[PrintRow]) -> Iterator[tuple[PrintRow, str]]:
    """Each row with its unit's folder."""
    taken, folders = Taken(), dict[str, str]()
    for row in rows:
        if row.unit not in folders:
            folders[row.unit] = taken.distinct(folder_name(row.unit))
        yield row, folders[row.unit]


def _sheets(named: Sequence[tuple[PrintRow, str]], folder: Path, sources: Mapping[str, Submission]) -> dict[str, Sheet]:
    """The prints by submitted file; one that holds forms of several units lies with the first of them."""
    sheets: dict[str, Sheet] = {}
    taken: dict[str, Taken] = {}
    for row, unit in named:
        if row.why or row.file in sheets:
            continue
        path = sources[row.file].path
        stem = name_with_copies(file_name(PurePosixPath(row.file).name, ""), row.total)
        name = taken.setdefault(unit, Taken()).distinct(stem)
        sheets[row.file] = Sheet(path, folder / unit / name, suffix_of(row.format, path))
    return sheets


def _lists(out: OutputFolder, folder: Path, rows: Sequence[PrintRow], pack: Pack) -> None:
    parts = [rows[n : n + LONGEST_LIST] for n in range(0, len(rows), LONGEST_LIST)] or [rows]
    for n, part in enumerate(parts, start=1):
        told = f"（第{n}册，共{len(parts)}册）" if len(parts) > 1 else ""
        name = f"{LIST}（第{n}册）" if told else LIST
        out.write(folder / f"{name}.docx", partial(write_list, rows=part, pack=pack, part=told))
