"""Export and import as the commands call them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.decisions.readback import who as user
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.questions import CHANGED
from pipeline.ledger.book.things import Form, Item, Person, Question, Unit
from pipeline.ledger.exchange.applying import NAME, apply
from pipeline.ledger.exchange.columns import title_of
from pipeline.ledger.exchange.plan import Plan
from pipeline.ledger.exchange.planning import make_plan
from pipeline.ledger.exchange.reading import ExchangeError, read
from pipeline.ledger.exchange.tokens import ranges
from pipeline.ledger.exchange.writing import Asked, Content, own_sheets, write
from pipeline.ledger.store.ledger import Ledger, Which
from pipeline.ledger.store.snapshot import Snapshot
from pipeline.outputs import OutputFolder
from pipeline.putting import put
from pipeline.trouble import why

BOOK = "承诺台账"
ARCHIVE = Path(".chengnuo") / "导入"
BEFORE = "导入前"


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the workbook lies, and how many items and questions are in it."""

    path: Path
    items: int
    asked: int


def export(ledger: Ledger, folder: OutputFolder, which: Which, who: Who, *, name: str = "", lock: bool = False) -> Exported:
    """Write the workbook into the folder of results, beside what people have edited. Raises OutputError, StoreError."""
    target = folder.root / f"{name or BOOK}.xlsx"
    with ledger.store.reading() as connection:
        snapshot = Snapshot(connection)
        titles, sheets = snapshot.extra_titles(), list(own_sheets(snapshot.kept_sheets()).values())
    ids = ledger.ids(which)
    number = ledger.note_export(who, target.name, str(which), ranges(ids))
    open_ = asked(ledger, set(ids))
    content = Content(
        ledger.tag(), number, "公开承诺台账", ledger.lines(which), titles, open_, sheets, who.at.date(), lock
    )
    placed = folder.write(target, lambda to: write(to, content))
    folder.save()
    return Exported(placed, len(ids), len(open_))


def planned(ledger: Ledger, path: Path, by: str) -> Plan:
    """What an import of that workbook would do; nothing is changed. Raises ExchangeError, StoreError."""
    found = read(path)
    with ledger.store.reading() as connection:
        return make_plan(found, Snapshot(connection), by or found.by or user(), _source(path))


def bring_in(ledger: Ledger, root: Path, path: Path, who: Who, shown: Plan | None = None, *, copied: Callable[[Path], None] = lambda _: None) -> Plan:
    """Read the workbook in, all in one transaction; the store and the workbook are copied first (`copied` is told where the
    store's copy is). `shown` is the plan that a person agreed to: where the ledger changed since, nothing is done. Raises
    ExchangeError, StoreError, OSError. Where `who.by` is empty, it is who saved the workbook, else who sits here."""
    found = read(path)
    who = replace(who, by=who.by or found.by or user(), source=_source(path))
    _archive(root, path)
    copied(ledger.store.back_up(BEFORE))
    with ledger.act(who, NAME) as act:
        plan = make_plan(found, Snapshot(act.connection), who.by, who.source)
        if shown is not None and shown.last_change != plan.last_change:
            raise ExchangeError("台账刚才被别人改动过，什么也没有写入。请再运行一次，重新核对要改的内容。")
        apply(plan, act)
    return plan


def _source(path: Path) -> str:
    """Which copy of which workbook: two clerks' copies lie in different places."""
    return str(path.resolve())


def _archive(root: Path, path: Path) -> None:
    """The workbook as it was read, kept beside the store: also what no cell of the ledger can hold."""
    folder = root / ARCHIVE
    part = folder / ".part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = (re.match(r"(\d+)-", path.name) for path in folder.iterdir())
        number = max((int(found[1]) for found in taken if found), default=0) + 1
        shutil.copyfile(path, part)
        put(part, folder / f"{number:04d}-{path.name}")
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise ExchangeError(f"工作簿没有能存档到“{folder}”（{why(error)}），什么也没有改动。请检查磁盘空间和权限后重试。") from error


def asked(ledger: Ledger, ids: set[int] | None = None) -> list[Asked]:
    """Open questions, about these items where some are given and about units, with whose they are."""
    found = [q for q in ledger.questions() if ids is None or q.item is None or q.item in ids]
    about = sorted({q.item for q in found if q.item})
    items = {line.item.id: line for line in ledger.lines(Which(ids=about, all_states=True))} if about else {}
    of_items = [_shown(q, items[q.item].unit, items[q.item].person, items[q.item].form, items[q.item].item) for q in found if q.item in items]
    of_units = [Asked(q.id, q.kind, q.now, "", None, "", "", q.now, q.said, _where(q, "")) for q in found if q.item is None]
    return sorted([*of_items, *of_units], key=lambda one: one.number)


def _shown(q: Question, unit: Unit, person: Person | None, form: Form, item: Item) -> Asked:
    said = q.said
    if q.kind == CHANGED:
        import json

        said = json.loads(q.said).get("text", "")
    field = title_of(q.field) if q.field else ""
    return Asked(q.id, q.kind, unit.name, person.name if person else "", item.id, item.text, field, q.now, said, _where(q, form.file))


def _where(q: Question, file: str) -> str:
    return "；".join(filter(None, (q.by, Path(q.source).name or file)))
