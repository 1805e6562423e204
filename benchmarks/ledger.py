"""The ledger with many items: export beside a plain xlsxwriter dump, import of an extract beside a plain openpyxl read, due.

    python -m benchmarks.ledger [--items 300000] [--extract 5000] [--rounds 3] [--db postgresql://…]

Export and dump, and import and read, are each timed in a process of its own (CPU seconds and peak memory), in turn."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.exchange.columns import FIELDS
from pipeline.ledger.exchange.run import bring_in, export, planned
from pipeline.ledger.exchange.tokens import Token
from pipeline.ledger.store.ledger import Ledger, Which, due_query, open_ledger
from pipeline.ledger.store.opening import keep_address
from pipeline.ledger.store.past import past
from pipeline.outputs import OutputFolder

GOLDEN = Path(__file__).parents[1] / "samples" / "golden" / "results.jsonl"
WHO = Who("测", "基准", datetime(2012, 3, 1, 9))

EXTRACT_UNIT = "摘"


def main() -> None:
    """Make the ledger, take the measures, print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=300_000)
    parser.add_argument("--extract", type=int, default=5_000)
    parser.add_argument("--db", default="")
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "结果"
        root.mkdir()
        if told.db:
            keep_address(root, told.db)
        _told("registered", *_alone(_fill, root, told.items, told.extract))
        if not told.db:
            print(f"  database {(root / '.chengnuo' / '台账.db').stat().st_size / 2**20:.0f} MB")
        for _ in range(told.rounds):
            _told("plain xlsxwriter dump", *_alone(_dump, root))
            _told("export", *_alone(_export, root, ""))
        _alone(_export, root, EXTRACT_UNIT)
        extract = root / "承诺台账-摘.xlsx"
        edited = _edited(extract)
        for n in range(told.rounds):
            copy = extract.with_name("clerk.xlsx")  # the same desk each time: what was read from it before is no conflict
            shutil.copy(edited, copy)
            _told("plain openpyxl read", *_alone(_read, copy))
            _told("import: shown", *_alone(_planned, root, copy))
            _told("import: written", *_alone(_import, root, copy))
            edited = _edited(extract, str(n))
        _told("due", *_alone(_due, root))
        _told("a past day", *_alone(_past, root))
        _explain(root)


def _alone(job: Callable[..., str], *args: object) -> tuple[float, float, float, str]:
    """Run in a process of its own: wall seconds, CPU seconds, peak MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_timed, (job, args))


def _timed(job: Callable[..., str], args: tuple[object, ...]) -> tuple[float, float, float, str]:
    start, used = time.perf_counter(), time.process_time()
    said = job(*args)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.perf_counter() - start, time.process_time() - used, peak, said


def _told(what: str, wall: float, used: float, peak: float, said: str) -> None:
    print(f"{what:<24}{wall:8.2f} s  {used:8.2f} s CPU  {peak:6.0f} MB  {said}", flush=True)


def _fill(root: Path, count: int, extract: int) -> str:
    """Items with the words of the samples; half under way, the rest in other states; `extract` of them in one unit."""
    records = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    texts = [i["text"] for r in records if r["record"] == "form" for i in r["items"]]
    states = (State.UNDER_WAY, State.WAITING, State.UNDER_WAY, State.KEPT, State.UNDER_WAY, State.CLOSED, State.UNDER_WAY, State.PUT_RIGHT)
    with open_ledger(root) as ledger, ledger.act(WHO, "登记") as act:
        form, day = 0, date(2012, 1, 1)
        for n in range(count):
            if n % 5 == 0:
                name = f"{EXTRACT_UNIT}录第一支部" if n < extract else f"第{n // 200}支部"
                if (n < extract and n == 0) or (n >= extract and n % 200 == 0):
                    unit = act.add("unit", {"name": name, "parent": "试总支", "window": False})
                person = act.add("person", {"unit": unit, "name": f"某{n}", "leader": False})
                form = act.add("form", {"unit": unit, "person": person, "kind": "member", "year": 2012, "form_index": 0, "drafts": 1, "file": f"某{n}.docx"})
            act.add("item", _item(form, n, texts[n % len(texts)], states[n % 8], day))
    return f"{count} items"


def _item(form: int, n: int, words: str, state: State, day: date) -> dict[str, Any]:
    """An item with about what an item has."""
    return {
        "form": form, "n": n % 5 + 1, "text": f"{words}（{n}）", "phrase": "年底前", "due": day + timedelta(days=n % 700), "responsible": "某人",
        "dimensions": "工作业绩好", "part": "岗位", "state": state, "since": day, "progress": f"已完成{n % 100}%", "progress_on": day,
        "remark": "", "extra": {}, "rectify_by": day + timedelta(days=90) if state is State.PUT_RIGHT else None,
    }  # fmt: skip


def _export(root: Path, unit: str) -> str:
    name = "承诺台账-摘" if unit else ""
    with open_ledger(root) as ledger:
        done = export(ledger, OutputFolder(root), Which(unit=unit), WHO, name=name)
    return f"{done.items} rows, {done.path.stat().st_size / 2**20:.0f} MB file"


def _dump(root: Path) -> str:
    """The same rows, the same columns, the plainest way: no formats, no widths, no rules."""
    import xlsxwriter

    target = root / "dump.xlsx"
    with open_ledger(root) as ledger, xlsxwriter.Workbook(str(target), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        rows = 0
        for row, line in enumerate(ledger.lines()):
            for column, field in enumerate(FIELDS):
                sheet.write(row, column, field.shown(line))
            sheet.write(row, len(FIELDS), str(Token("abcdef", line.item.id, line.item.version)))
            rows += 1
    return f"{rows} rows, {target.stat().st_size / 2**20:.0f} MB file"


def _edited(path: Path, mark: str = "") -> Path:
    """A clerk's copy: every row's progress and remark filled in, every tenth moved on."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, head["进展情况"]).value = f"第二季度已完成{row}{mark}"
        sheet.cell(row, head["备注"]).value = f"已核{mark}"
    target = path.with_name("edited.xlsx")
    book.save(target)
    return target


def _read(path: Path) -> str:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    return f"{cells} cells"


def _planned(root: Path, path: Path) -> str:
    with open_ledger(root) as ledger:
        plan = planned(ledger, path, "测")
    return f"{sum(len(one.edits) for one in plan.items.values())} cells changed, {len(plan.conflicts)} conflicts, {len(plan.refused)} refused"


def _import(root: Path, path: Path) -> str:
    with open_ledger(root) as ledger:
        plan = bring_in(ledger, root, path, WHO)
    return f"{sum(len(one.edits) for one in plan.items.values())} cells written"


def _due(root: Path) -> str:
    with open_ledger(root) as ledger:
        return f"{len(ledger.due(date(2012, 1, 10)))} of them due"


def _past(root: Path) -> str:
    with open_ledger(root) as ledger:
        return f"{len(past(ledger.store, date(2012, 3, 1)).rows)} things"


def _explain(root: Path) -> None:
    """How the database goes about `due`."""
    with open_ledger(root) as ledger:
        _steps(ledger)


def _steps(ledger: Ledger) -> None:
    with ledger.store.reading() as connection:
        query = due_query(date(2012, 1, 10), RUNNING).compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
        for row in connection.exec_driver_sql(f"{explain} {query}"):
            print("  ", row[-1])


if __name__ == "__main__":
    main()
