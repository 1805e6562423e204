"""The workbook for leaders of a large office: how long it takes, how much memory, how long LibreOffice reckons its formulas.

    python -m benchmarks.leaders [--items 300000] [--units 1500] [--groups 12] [--work CELLS] [--rounds 1] [--no-office]

The office is made first and not timed: a roster with a person for every five items, a result for each person, a ledger
whose items stand in many states. `--work` sets how many cells formulas may look at (see `pipeline.leaders.figures`)."""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import tempfile
import time
import zipfile
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from benchmarks.ledger import _alone, _told
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import State
from pipeline.ledger.store.ledger import open_ledger
from pipeline.outputs import OutputFolder
from pipeline.rosters.book import read_roster
from rules.packs import load_pack

GOLDEN = Path(__file__).parents[1] / "samples" / "golden" / "results.jsonl"
NOTICE, TODAY = "csust-2012", date(2012, 11, 20)
WHO = Who("测", "基准", datetime(2012, 3, 1, 9))
STATES = (State.UNDER_WAY, State.KEPT, State.WAITING, State.CLOSED, State.UNDER_WAY, State.PUT_RIGHT, State.NOT_KEPT, State.PUBLISHED)
LABELS = ("带头学习提高", "带头争创佳绩", "带头服务群众", "带头遵纪守法", "带头弘扬正气")
PER_FORM = 5


def main() -> None:
    """Make the office, write its workbook, let LibreOffice reckon it."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("--items", 300_000), ("--units", 1_500), ("--groups", 12), ("--work", 0), ("--rounds", 1)):
        parser.add_argument(name, type=int, default=usual)
    parser.add_argument("--no-office", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "结果"
        root.mkdir()
        _told("made", *_alone(_make, root, told.items, told.units, told.groups))
        for _ in range(told.rounds):
            _told("plain xlsxwriter dump", *_alone(_dump, root))
            _told("summary", *_alone(_summary, root, told.work))
        if not told.no_office:
            _told("LibreOffice, values as written", *_alone(_office, root, False))
            _told("LibreOffice, reckoned anew", *_alone(_office, root, True))


def _make(root: Path, items: int, units: int, groups: int) -> str:
    forms = items // PER_FORM
    _roster(root.parent / "名册.xlsx", forms, units, groups)
    roster = read_roster(root.parent / "名册.xlsx").roster
    lines = [line for line in GOLDEN.read_text("utf-8").splitlines() if '"kind":"member"' in line.replace(" ", "")]
    with (root / "results.jsonl").open("w", encoding="utf-8") as out:
        for n in range(forms):
            if n % 10:
                unit = roster.units[n % units]
                record = json.loads(lines[n % len(lines)])
                record |= {"file": f"{n}.docx", "person": f"某{n}", "sha256": f"{n:064x}", "version": 1, "year": 2012}
                record["unit"] = {"name": unit.name, "roster_id": unit.roster_id, "match": "exact"}
                out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    _ledger(root, roster.units, forms)
    return f"{items} items, {forms} forms, {units} units"


def _roster(target: Path, forms: int, units: int, groups: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("党组织")
        for row, cells in enumerate([("党组织名称", "所属总支", "类别"), *((f"第{n}试支部", f"第{n % groups}试总支", "院部") for n in range(units))]):
            sheet.write_row(row, 0, cells)
        sheet = book.add_worksheet("党员")
        for row, cells in enumerate([("姓名", "所在党支部", "人员类别"), *((f"某{n}", f"第{n % units}试支部", "教师") for n in range(forms))]):
            sheet.write_row(row, 0, cells)


def _ledger(root: Path, units: tuple[object, ...], forms: int) -> None:
    rng, start = random.Random(1), date(2012, 3, 1)
    with open_ledger(root) as ledger, ledger.act(WHO, "登记") as act:
        numbers = [act.add("unit", {"name": u.name, "parent": u.parent, "roster_id": u.roster_id, "window": False}) for u in units]  # type: ignore[attr-defined]
        for n in range(forms):
            unit = numbers[n % len(numbers)]
            person = act.add("person", {"unit": unit, "name": f"某{n}", "leader": False})
            form = act.add("form", {"unit": unit, "person": person, "kind": "member", "year": 2012, "form_index": 0, "drafts": 1})
            for k in range(PER_FORM):
                state = STATES[rng.randrange(len(STATES))]
                limit = start + timedelta(days=rng.randrange(30, 300))
                act.add("item", {
                    "form": form, "n": k + 1, "text": f"为师生办一件实事，6月底前办好并公布（{n}-{k}）", "due": limit, "state": state, "since": start + timedelta(days=rng.randrange(250)),
                    "dimensions": LABELS[k % 5], "extra": {}, "rectify_by": limit if state is State.PUT_RIGHT else None,
                })  # fmt: skip


def _summary(root: Path, work: int) -> str:
    from pipeline.leaders import figures
    from pipeline.leaders.make import Asked, make_summary

    if work:
        figures.MOST_WORK = work
    book = read_roster(root.parent / "名册.xlsx")
    with open_ledger(root) as ledger:
        made = make_summary(ledger, OutputFolder(root), load_pack(NOTICE), book.roster, book, Asked(TODAY, 2012, ["所属总支"]))
    plain = f"; values only: {'、'.join(made.written.plain)}" if made.written.plain else ""
    return f"{made.written.items} items, {made.path.stat().st_size / 2**20:.0f} MB file{plain}"


def _dump(root: Path) -> str:
    """The rows of the four detail sheets the plainest way: read in the same manner, no formats, no formulas, no counts."""
    import xlsxwriter

    from pipeline.leaders import gather
    from pipeline.leaders.source import Source

    book, rows = read_roster(root.parent / "名册.xlsx"), 0
    with open_ledger(root) as ledger, xlsxwriter.Workbook(str(root / "dump.xlsx"), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as out:
        source = Source(ledger, load_pack(NOTICE), book.roster, book, root / "results.jsonl", TODAY, 2012)
        source.prepare(["所属总支"])
        for read in (gather.due_rows, gather.promise_rows, gather.fault_rows, gather.report_rows):
            sheet = out.add_worksheet()
            for n, row in enumerate(read(source)):
                home, *cells = _flat(row)
                sheet.write_row(n, 0, [n, home.name, home.unit, *home.groups, *cells])
                rows += 1
    return f"{rows} rows"


def _flat(row: Any) -> list[Any]:
    """A row's fields side by side."""
    found: list[Any] = []
    for name in row.__slots__:
        value = getattr(row, name)
        found += value if isinstance(value, tuple) else [value.value if isinstance(value, Enum) else value]
    return found


def _office(root: Path, anew: bool) -> str:
    """Time LibreOffice on the workbook as it is, or on a copy without the values beside the formulas."""
    source = root / "领导用汇总.xlsx"
    if anew:
        bare = root / "bare.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                small = name.startswith("xl/worksheets/sheet") and b"<f>" in data
                new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data) if small else data)
        source = bare
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(root / "out"), str(source)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{time.perf_counter() - start:.0f} s, {after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.0f} s CPU: opened, reckoned and saved"


if __name__ == "__main__":
    main()
