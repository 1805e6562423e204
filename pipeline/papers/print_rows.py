"""Which forms are to be printed, in how many copies, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.model import FormKind
from pipeline.by_unit import Entry, Shelf, records, shelve
from pipeline.decisions.effect import as_decided
from pipeline.paper_copies import copies_of
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.status import Paper, State, Status
from pipeline.submission import Submission
from pipeline.wording import FORM_NAME
from rules.packs import Copies, Pack

BESIDE = "同一文件里另有承诺书还要修改，改好后再印"
GONE = "收件里的文件已变动或移走，请先再运行一次 chengnuo run"


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A form of the print set. `why` says in Chinese why it is not printed ("": it is); `printed` is the name of its print
    in the unit's folder; `total` copies are to be printed (0: the notice does not say)."""

    unit: str
    form: str
    file: str
    format: str
    total: int
    paper: Paper
    why: str = ""
    printed: str = ""


def print_rows(
    results: Path, roster: Roster, pack: Pack, status: Status, sources: Mapping[str, Submission], *, advised: bool
) -> list[PrintRow]:
    """Every form that counts, unit by unit. To be printed are those on which nothing is left that must or should be mended,
    as people decided; with `advised` also those of which only advice is left. A file is printed as a whole, so all forms in it
    must have passed; it must be the very file that was judged."""
    papers = {(row.newest, row.person or row.unit): row.paper for row in status.rows if row.newest}
    found: list[PrintRow] = []
    digests: dict[str, str] = {}
    with results.open("rb") as stream:
        for shelf in shelve(results, roster):
            for entry, record in records(stream, shelf.entries):
                if isinstance(record, FormRecord) and entry.newest:
                    digests[record.file] = record.sha256
                    found.append(_row(shelf, entry, record, pack, papers, advised))
    held = {row.file for row in found if row.why}
    return [_checked(row, held, sources.get(row.file), digests[row.file]) for row in found]


def _row(
    shelf: Shelf, entry: Entry, record: FormRecord, pack: Pack, papers: Mapping[tuple[str, str], Paper], advised: bool
) -> PrintRow:
    whose = f"{record.person} " if record.person and record.kind != "org" else ""
    form = f"{whose}{FORM_NAME[record.kind]}" + ("（补充）" if entry.addition != "no" else "")
    copies = pack.copies.get(FormKind(record.kind)) or Copies()
    owner = shelf.name if record.kind == "org" else record.person or shelf.name
    paper = Paper() if entry.addition != "no" else papers.get((record.file, owner)) or Paper(due=copies.hand_in)
    return PrintRow(shelf.name, form, record.file, record.format, copies.total, paper, _left(record, advised))


def _left(record: FormRecord, advised: bool) -> str:
    """What is still to be mended."""
    weights: list[str] = [f.severity for f in as_decided(record).findings if f.verdict == "deficient"]
    asked = ("必须修改",) if advised else ("必须修改", "建议修改")
    left = [f"{word}{n}处" for word in asked if (n := weights.count(word))]
    return f"还有{'、'.join(left)}" if left else ""


def _checked(row: PrintRow, held: set[str], source: Submission | None, digest: str) -> PrintRow:
    if row.why:
        return row
    if row.file in held:
        return replace(row, why=BESIDE)
    return row if source and source.sha256 == digest else replace(row, why=GONE)


def only_paper(status: Status, pack: Pack) -> Iterator[PrintRow]:
    """Forms of which the register has copies on paper and no electronic file came."""
    for row in status.rows:
        if row.state is State.MISSING and row.paper.came:
            copies = copies_of(row, pack) or Copies()
            form = f"{row.person} 承诺书" if row.person else row.what
            yield PrintRow(row.unit, form, "", "", copies.total, row.paper, "电子版没有收到")
