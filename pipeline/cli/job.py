"""What a run is to do: the options, and for what they leave open the settings of a working folder."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import click

from pipeline.cli.place import use_database

SAVED = Path(".chengnuo") / "job.json"
PLACES = ("inbox", "notice", "roster")
NO_INBOX = "没有写收件文件夹，这里也没有“设置.yaml”。请写明收件文件夹，或先用 chengnuo init 建一个工作文件夹，进入后再运行。"


@dataclass(frozen=True, slots=True)
class Job:
    """The places and days of a run. It is kept in the results, so that later commands know by what they were made."""

    inbox: Path
    notice: str
    roster: Path | None
    out: Path
    received: date | None
    signed_copies: bool
    due: date | None

    def save(self) -> None:
        """Keep it in the folder of results."""
        plain = {k: str(v.resolve()) if isinstance(v, Path) else v for k, v in asdict(self).items()}
        plain["notice"] = str(Path(self.notice).resolve()) if Path(self.notice).exists() else self.notice
        (self.out / SAVED).write_text(json.dumps(plain, ensure_ascii=False, default=str, indent=1), "utf-8", newline="\n")


def saved_job(out: Path) -> Job:
    """The job that made a folder of results. Raises ClickException where none did."""
    try:
        told = json.loads((out / SAVED).read_text("utf-8"))
        told = {k: _moved(v, told["out"], out) if k in PLACES and v else v for k, v in told.items()}
        days = {k: date.fromisoformat(told[k]) if told[k] else None for k in ("received", "due")}
        roster = Path(told["roster"]) if told["roster"] else None
        return Job(Path(told["inbox"]), told["notice"], roster, out, days["received"], told["signed_copies"], days["due"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:  # the last where it is no object at all
        raise click.ClickException(f"“{out}”不是审核结果的文件夹，或是旧版程序生成的。请先运行 chengnuo run。") from error


def _moved(place: str, before: str, out: Path) -> str:
    """A place of the run, where the results lie elsewhere now (another computer, another folder): what lay beside them came along."""
    if not place or Path(before) == out.resolve() or not Path(place).is_absolute():
        return place
    with suppress(ValueError):  # Windows: on another drive than the results
        along = out.resolve() / os.path.relpath(place, before)
        if along.exists():
            return str(along.resolve())
    return place


def job(
    inbox: Path | None, notice: str | None, roster: Path | None, out: Path | None, received: date | None,
    signed: bool, due: date | None,
) -> Job:  # fmt: skip
    """The job of a command line; options outrank the working folder's settings. Raises ClickException."""
    from pipeline.working_folder import FolderError, working_folder

    try:
        folder = working_folder(inbox) if inbox else None
        inbox, folder = (None, folder) if folder else (inbox, working_folder(Path()))
    except FolderError as error:
        raise click.ClickException(str(error)) from error
    if folder is None:
        if inbox is None:
            raise click.ClickException(NO_INBOX)
        if notice is None:
            raise click.UsageError("请用 --notice 写明按哪个通知审核，如 --notice csust-2012；可用的通知见 chengnuo notices。")
        return Job(inbox, notice, roster, out or Path("out"), received, signed, due)
    told = folder.settings
    if told.database:
        use_database(out or folder.out, told.database)
    return Job(
        inbox or folder.inbox, notice or folder.notice, roster or folder.roster, out or folder.out,
        received or told.received, signed or told.signed_copies, due or told.due,
    )  # fmt: skip

