"""What shall happen in the simulated year: forty forms of three units, and for every promise when it is kept, late or not.
The reckoning of the test is made from this table alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
from openpyxl import Workbook

UNITS = {"试甲支部": ("院部", 12), "试乙支部": ("教辅后勤", 11), "试丙支部": ("机关", 11)}
"""Name → category and how many members hand in a form."""
HEADS = {"试甲支部": "赵书样", "试乙支部": "钱书样", "试丙支部": "孙书样"}
SURNAMES = "李周吴郑王冯陈褚卫蒋沈韩"
WINDOW = "试乙支部"


EMPTY, LATE, MISSING = ("试丙支部", 2), ("试丙支部", 1), ("试丙支部", 3)
"""In these quarters the third unit's own report is empty, all its reports are late, none of them comes."""


@dataclass(frozen=True)
class Promise:
    """`done` is the quarter (1 to 4) in which it is kept; 0: never."""

    text: str
    due: date
    done: int = 0


@dataclass(frozen=True)
class Paper:
    unit: str
    kind: str
    name: str
    promises: tuple[Promise, ...]

    def told_in(self, promise: Promise) -> int:
        """The first quarter whose report says that the promise is kept; 0: none does."""
        if not promise.done:
            return 0
        silent = {MISSING, EMPTY} if self.kind == "org" else {MISSING}
        return next(q for q in range(promise.done, 5) if (self.unit, q) not in silent)

    def overdue(self, promise: Promise, day: date) -> bool:
        """Whether it is over its limit on a day in the third quarter, as far as anybody was told."""
        return promise.due < day and self.told_in(promise) not in (1, 2)


def org(unit: str, n: int) -> Paper:
    kept_late = 3 if n == 1 else 2
    return Paper(unit, "org", unit, (
        Promise(f"2012年6月30日前更换活动室照明灯{30 + n}盏", date(2012, 6, 30), kept_late),
        Promise(f"2012年9月30日前为困难职工办理互助保险{8 + n}份", date(2012, 9, 30), 3),
        Promise(f"2012年12月20日前印发《{unit}联系群众办法》并上墙", date(2012, 12, 20), 4 if n else 0),
    ))  # fmt: skip


def head(unit: str, n: int) -> Paper:
    return Paper(unit, "secretary", HEADS[unit], (
        Promise(f"2012年6月20日前讲党课{2 + n}次", date(2012, 6, 20), 1 if n else 0),
        Promise(f"2012年12月10日前走访退休职工{20 + n}户", date(2012, 12, 10), 4),
    ))  # fmt: skip


def member(unit: str, n: int, m: int) -> Paper:
    name = SURNAMES[m] + "甲乙丙"[n] + "样"
    text = f"2012年12月15日前结对帮扶学生{m + 1}名，每月辅导{n + 1}次"
    return Paper(unit, "member", name, (Promise(text, date(2012, 12, 15), 4 if n < 2 else 0),))


PAPERS = tuple(
    paper
    for n, (unit, (_, members)) in enumerate(UNITS.items())
    for paper in (org(unit, n), head(unit, n), *(member(unit, n, m) for m in range(members)))
)


def write_forms(folder: Path) -> None:
    """The forty forms; the first draft of the third unit's form has no limit in its first promise."""
    for paper in PAPERS:
        first = paper.unit == "试丙支部" and paper.kind == "org"
        texts = [p.text for p in paper.promises]
        write_form(folder / paper.unit / f"{paper.name}承诺书.docx", paper, [texts[0].removeprefix("2012年6月30日前"), *texts[1:]] if first else texts)


def write_form(path: Path, paper: Paper, texts: list[str], year: int = 2012) -> None:
    titles = {"org": f"{year}年度基层党组织公开承诺书", "secretary": "党组织书记公开承诺书", "member": "党员公开承诺书"}
    document = docx.Document()
    document.add_paragraph(titles[paper.kind])
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    if paper.kind == "org":
        rows = [("党组织名称", paper.unit, "党员人数", "12"), ("负责人", HEADS.get(paper.unit, "孙示例"), "联系电话", "0731-85250001")]
    else:
        post = "党支部书记" if paper.kind == "secretary" else "教师"
        rows = [("姓名", paper.name, "职务", post), ("所在党组织", paper.unit, "联系电话", "0731-85250001")]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    cells = table.add_row().cells
    cells[0].text = "承诺事项"
    lines = [f"{n}．{text}。" for n, text in enumerate(texts, start=1)] if len(texts) > 1 else [f"{texts[0]}。"]
    cells[1].merge(cells[3]).text = "\n".join(lines)
    document.add_paragraph(f"{year}年2月20日")
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def write_roster(path: Path) -> None:
    book = Workbook()
    units = book.active
    units.title = "党组织"
    units.append(["党组织名称", "上级党组织", "层级", "类别", "书记", "窗口单位"])
    people = book.create_sheet("党员")
    people.append(["姓名", "所在党支部", "职务", "领导干部"])
    for unit, (category, _) in UNITS.items():
        units.append([unit, "试总支", "党支部", category, HEADS[unit], "是" if unit == WINDOW else "否"])
    for paper in PAPERS:
        if paper.kind != "org":
            people.append([paper.name, paper.unit, "党支部书记" if paper.kind == "secretary" else "教师", "是" if paper.kind == "secretary" else "否"])
    book.save(path)


def write_notice(folder: Path) -> None:
    """The notice of the year: that of 2012, with seven days of publication."""
    folder.mkdir()
    text = "id: nian-2012\nextends: csust-2012\ntitle: 2012年度公开承诺工作的试验通知\nyear: 2012\nshingles: ''\ncalendar: {publish_days: 7}\n"
    (folder / "pack.yaml").write_text(text, "utf-8")
