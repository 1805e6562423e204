"""Before a run begins: what people typed into the workbooks of the working folder becomes decisions.

Each row is compared with what the program had printed in it, or what was read from it last, and with what holds now. Only
what a person changed is heard; where somebody else decided meanwhile, both values are kept and a person is asked. All
rows of all workbooks are one transaction: a run that is killed has heard all or nothing, and hears nothing twice."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipeline.decisions.lookup import subjects
from pipeline.decisions.model import Decision, Outcome, Statement, Subject
from pipeline.decisions.text import digest
from pipeline.decisions.typed import NOTHING, TypedError, told
from pipeline.decisions.view import View
from pipeline.ledger.review.reading import HEADINGS, Book, ReviewError, SeenKey, TypedRow, in_use, read_book
from pipeline.ledger.review.which_books import books, not_read
from pipeline.ledger.store.store import Heard, Store, open_store
from pipeline.outputs import OutputFolder

MOST_TOLD = 20
_SIGNS = "。．.！!"


@dataclass(slots=True)
class ReadBack:
    """What was heard. `notes` are for the clerk: rows that were not adopted, with the reason."""

    adopted: int = 0
    notes: list[str] = field(default_factory=list)


def read_back(folder: OutputFolder, results: Path, now: datetime) -> ReadBack:
    """Hear the workbooks that a person changed. Raises ReviewError (a workbook that cannot be read, rows that say nothing
    clear) and StoreError; then nothing was heard."""
    told_to = ReadBack()
    changed = [path for path in books(folder.root, HEADINGS) if not folder.untouched(path)]
    told_to.notes += [f"“{p.name}”不是 .xlsx 工作簿，里面填的没有读。请用 Excel 或 WPS 打开，另存为 .xlsx 后再运行一次。" for p in not_read(folder.root)]
    told_to.notes += [f"“{p.name}”正开着：只读回了已经保存的内容，没有保存的请保存后再运行一次。" for p in changed if in_use(p)]
    if changed:
        with open_store(folder.root) as store:
            heard, seen = _hear(changed, store, results, told_to)
            if heard or seen:
                store.add(heard, now, seen)
    return told_to


def unread(folder: OutputFolder, results: Path) -> int:
    """How many rows have something to say that no run has heard yet. Raises as `read_back` does."""
    changed = [path for path in books(folder.root, HEADINGS) if not folder.untouched(path)]
    if not changed:
        return 0
    with open_store(folder.root) as store:
        return len(_hear(changed, store, results, ReadBack())[0])


def who() -> str:
    """The name of the user at this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "未署名"


def _hear(changed: list[Path], store: Store, results: Path, told_to: ReadBack) -> tuple[list[Heard], dict[SeenKey, str]]:
    seen = store.seen()
    read = [read_book(path, seen) for path in changed]
    events = store.events()
    rows = [row for book in read for row in book.rows if _new(row, seen)]
    keys = {row.key for row in rows if row.key}
    known = {e.subject.key: e.subject for e in events if e.outcome is not Outcome.UNKNOWN and e.subject.key in keys}
    known |= subjects(results, keys, {row.form_id for row in rows})
    heard: list[Heard] = []
    noticed: dict[SeenKey, str] = {}
    for book in read:
        hearing = _Hearing(book, View.of([*events, *_as_events(heard)]), known, seen)
        heard += hearing.rows([row for row in book.rows if _new(row, seen)], told_to)
        noticed |= hearing.noticed
    return heard, noticed


def _new(row: TypedRow, seen: dict[SeenKey, str]) -> bool:
    return seen.get(row.seen_key) != row.typed.mark


def _as_events(heard: Iterable[Heard]) -> list[Decision]:
    now = datetime.min
    return [Decision(0, now, h.by, h.source, h.outcome, h.statement, h.subject) for h in heard]


class _Hearing:
    """One workbook against what holds before it."""

    def __init__(self, book: Book, view: View, known: dict[str, Subject], seen: dict[SeenKey, str]) -> None:
        self._by, self._view, self._known, self._seen = book.by or who(), view, known, seen
        self._problems = book.problems
        self.noticed: dict[SeenKey, str] = {}

    def rows(self, rows: list[TypedRow], told_to: ReadBack) -> list[Heard]:
        """What the rows say. Raises ReviewError where some say nothing clear, naming all of them."""
        problems = [f"{problem}。" for problem in self._problems]
        made: dict[str, tuple[TypedRow, Heard]] = {}
        for row in rows:
            try:
                one = self._row(row, told_to)
            except TypedError as error:
                problems.append(f"{row.where}：{error}。")
                continue
            if one is None:
                continue
            target = one.subject.target(one.statement.reach)
            first = made.setdefault(target, (row, one))
            if first[1].statement != one.statement and one.outcome is not Outcome.UNKNOWN:
                problems.append(f"{row.where}与第{first[0].number}行说的是同一件事，意见却不一样，请改成一致。")
        if problems:
            more = f"\n……共 {len(problems)} 处。" if len(problems) > MOST_TOLD else ""
            raise ReviewError("问题清单里有几行还不能读回，请改好、保存，再运行一次（这次什么都没有改动）：\n" + "\n".join(problems[:MOST_TOLD]) + more)
        told_to.notes += _took(row for row, one in made.values() if one.outcome is Outcome.ADOPTED)
        told_to.adopted += sum(one.outcome in (Outcome.ADOPTED, Outcome.WITHDRAWN) for _, one in made.values())
        return [one for _, one in made.values()]

    def _row(self, row: TypedRow, told_to: ReadBack) -> Heard | None:
        about = self._known.get(row.key or "")
        source = f"{row.book}“{row.sheet}”"
        if about is None:
            row.typed.statement()
            self.noticed[row.seen_key] = row.typed.mark
            told_to.notes.append(f"{row.where}的意见没有采用：{_why_unknown(row)}。已记入“复核记录”，请在新的问题清单里重新填写。")
            return Heard(self._by, source, row.typed.statement(), _stranger(row), Outcome.UNKNOWN)
        holds = self._view.holds(about, about.unit_name)
        now = told(holds.decision.statement) if holds else NOTHING
        elsewhere = holds is not None and holds.decision.target != about.key
        said = row.typed.statement(elsewhere=elsewhere)
        self.noticed[row.seen_key] = row.typed.mark
        if row.typed.mark == now.mark or told(said).mark == now.mark:
            return None
        if now.mark != (self._seen.get(row.seen_key) or row.printed or NOTHING.mark):
            other = f"{now.word or '（空）'}{'：' + now.text if now.text else ''}"
            by = holds.decision.by if holds else "他人"
            told_to.notes.append(f"{row.where}填了“{row.typed.word or '（空）'}”，但{by}后来已改为“{other}”，暂按后者；要改的请在新的问题清单里改。")
            return Heard(self._by, source, said, about, Outcome.CONFLICT)
        return Heard(self._by, source, said, about, _outcome(said))


def _took(rows: Iterable[TypedRow]) -> Iterator[str]:
    """How words that are not of the list were read, each once."""
    words = Counter((row.typed.wrote.strip(_SIGNS), row.typed.word) for row in rows if row.typed.wrote)
    for (wrote, word), count in words.items():
        if wrote != word and word:
            yield f"复核意见“{wrote}”按“{word}”读（{count} 处）。不是这个意思的，请在新的问题清单里改。"


def _outcome(said: Statement) -> Outcome:
    return Outcome.ADOPTED if said.state else Outcome.WITHDRAWN


def _why_unknown(row: TypedRow) -> str:
    return "这一行对应的承诺书已不在结果中" if row.key else "这一行的隐藏编号没有了，或者被改动过"


def _stranger(row: TypedRow) -> Subject:
    """What can be kept of a row that belongs to no finding: what it says."""
    return Subject(digest(row.book, row.content), "", "", "", "", "", "", None, "", "", "", row.where, row.content, "")


