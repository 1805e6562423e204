"""What lies in a unit's folder of 反馈 and may be sent: each copy once, and what a person put there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.feedback.deliver import UNMARKED
from pipeline.feedback.letter import FILE_NAME as LETTER
from pipeline.outputs import OutputFolder
from pipeline.release.plan import UnitPlan

MOST_VERSIONS = 50


class NotReady(Exception):
    """A unit's folder cannot go out as it is; the message says in Chinese why and what to do."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The files to send. `others` were put there by a person."""

    letter: Path
    copies: Sequence[tuple[str, Path]]
    others: Sequence[Path]


def contents(out: OutputFolder, folder: Path, unit: UnitPlan) -> Contents:
    """Raises NotReady where something is missing or lies there twice (a person's edited copy and the program's new one)."""
    letter = _one(folder, LETTER)
    copies = [(file, _one(folder, name)) for file, name in unit.copies]
    taken = {letter, *(path for _, path in copies)}
    others = [p for p in sorted(folder.iterdir()) if p.is_file() and p not in taken and not p.name.startswith((".", "~$"))]
    return Contents(letter, tuple(copies), tuple(p for p in others if not out.wrote(p)))


def _one(folder: Path, name: str) -> Path:
    path = PurePosixPath(name)
    plain = (path.name, f"{path.stem}{UNMARKED}{path.suffix}")
    numbered = (f"{PurePosixPath(n).stem}({k}){path.suffix}" for n in plain for k in range(2, MOST_VERSIONS))
    found = [folder / n for n in (*plain, *numbered) if (folder / n).is_file()]
    if not found:
        raise NotReady(f"缺少“{name}”，请再运行一次 chengnuo run")
    if len(found) > 1:
        raise NotReady(f"“{name}”有{len(found)}份（{'、'.join(p.name for p in found)}），不知道发哪一份。请只留一份，其余移走或删去")
    return found[0]
