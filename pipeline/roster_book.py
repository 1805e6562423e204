"""Reading the roster workbook as offices have it: columns in any order, found by their headings."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.roster import Receipt, Roster
from rules.facts import PersonFacts, UnitFacts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROWS = 10
UNIT_COLUMNS = {
    "name": ("党组织名称", "党支部名称", "支部名称", "单位名称", "党支部", "党组织", "单位", "支部"),
    "parent": ("上级党组织", "所属总支", "所属党委", "所属党总支", "所属二级党组织", "主管党组织", "上级"),
    "level": ("层级", "级别", "组织层级", "党组织类型"),
    "category": ("类别", "单位类别", "类型", "支部类别"),
    "secretary": ("书记", "党组织书记", "支部书记", "负责人", "党组织负责人"),
    "member_count": ("党员人数", "党员数", "人数"),
    "window": ("窗口", "窗口单位", "是否窗口", "是否窗口单位"),
    "contact": ("联系人", "上级联系人", "联系领导"),
    "due_here": ("报送本级", "是否报送", "应报", "报本级", "是否应报"),
    "exempt": ("免报原因", "免报", "不报原因"),
}
PERSON_COLUMNS = {
    "name": ("姓名", "党员姓名"),
    "branch": ("所在党支部", "所在支部", "党支部", "支部", "所在党组织", "所属党组织"),
    "post": ("职务", "岗位", "职务或岗位", "职务或职业"),
    "category": ("人员类别", "类别", "身份", "党员类别"),
    "leader": ("领导干部", "是否领导", "党员领导干部"),
    "due_here": ("报送本级", "是否报送", "应报", "报本级", "是否应报"),
    "oral": ("承诺方式", "口头承诺"),
    "oral_note": ("支部决定", "支部研究日期", "口头承诺依据", "支部研究情况"),
    "exempt": ("免报原因", "免报", "不报原因"),
    "applicant": ("入党积极分子", "积极分子"),
}
RECEIPT_COLUMNS = {
    "key": ("文件名", "文件", "单位或姓名"),
    "unit": ("单位", "报送单位", "党组织名称", "党支部", "党组织", "所在党支部"),
    "person": ("姓名", "党员姓名", "承诺人"),
    "day": ("收到日期", "收件日期", "收文日期", "报送日期", "日期"),
    "signed": ("签字盖章件", "签章件", "是否签字盖章", "签字盖章"),
}
NAMES = {"key", "unit", "person", "name", "branch"}
SHORTEST_BEGINNING = 3
NEEDED = {
    ("登记", "收件"): "收到日期，以及文件名、单位、姓名之一",
    ("党员", "人员"): "姓名、所在党支部",
    ("党组织", "单位", "支部"): "党组织名称，以及至少另外一列",
}
"""By words of a sheet's name: the columns that it cannot do without."""
YES = {"是", "√", "✓", "y", "yes", "1", "true", "有", "需", "应报"}
NO = {"否", "×", "n", "no", "0", "false", "无", "不", "不报"}
LEADER_POSTS = re.compile(r"书记|院长|处长|部长|主任|馆长|校长|所长|局长|科长|经理")


class RosterError(Exception):
    """A roster that cannot be used; the message is Chinese and names the sheet and the cell."""


@dataclass(frozen=True, slots=True)
class RosterBook:
    """What came out of the workbook: the roster, how its columns were taken, and what looked wrong, by cell."""

    roster: Roster
    columns: tuple[str, ...]
    problems: tuple[str, ...]


def read_roster(path: Path, default_day: date | None = None, all_signed: bool = False) -> RosterBook:
    """The roster of a workbook. A sheet counts as the list of organisations, of members, or as the receipt register by
    its headings. Raises RosterError where the file is no workbook or no sheet can be recognised."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise RosterError(f"找不到名册文件“{path}”，请核对路径。") from None
    except Exception as error:  # openpyxl lets zipfile, XML and key errors through for a broken workbook
        raise RosterError(f"名册“{path.name}”打不开，请用 Excel 或 WPS 另存为 .xlsx 后重试。") from error
    reading = _Reading()
    for sheet in book.worksheets:
        reading.sheet(sheet)
    book.close()
    if not reading.columns:
        raise RosterError(f"名册“{path.name}”里没有认出“党组织名称”或“姓名”等列。请核对表头，认得的写法见使用手册第三部分。")
    if reading.unusable:
        raise RosterError(f"名册“{path.name}”：{'；'.join(reading.unusable)}。请补上表头后重试，认得的写法见使用手册第三部分。")
    reading.say_what_is_missing()
    roster = Roster(tuple(reading.units), tuple(reading.people), tuple(reading.receipts), default_day=default_day, all_signed=all_signed)
    return RosterBook(roster, tuple(reading.columns), tuple(reading.problems))


class _Reading:
    def __init__(self) -> None:
        self.units: list[UnitFacts] = []
        self.people: list[PersonFacts] = []
        self.receipts: list[Receipt] = []
        self.columns: list[str] = []
        self.problems: list[str] = []
        self.unusable: list[str] = []

    def say_what_is_missing(self) -> None:
        """What the program cannot do without a sheet that is not there."""
        if not self.units and not self.people:
            self.problems.append("没有“党组织”“党员”两表，列不出未报名单。")
        elif not self.units:
            self.problems.append("没有“党组织”表，列不出未报的单位。")
        elif not self.people:
            self.problems.append("没有“党员”表，列不出未报的个人；党员的承诺书照常审核。")
        if not self.receipts:
            self.problems.append("没有“收件登记”表，是否迟报无法判定；整批同一天收到的，可加 --received 日期。")

    def sheet(self, sheet: Worksheet) -> None:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        for at, row in enumerate(rows[:HEADER_ROWS]):
            heads = [_head(v) for v in row]
            for kind, columns, needed, take in (
                ("收件登记", RECEIPT_COLUMNS, {"day"}, self._receipt),
                ("党员名册", PERSON_COLUMNS, {"name", "branch"}, self._person),
                ("党组织名册", UNIT_COLUMNS, {"name"}, self._unit),
            ):
                found = _columns(heads, columns)
                whose = found.keys() & NAMES
                people = kind == "党组织名册" and any(h in PERSON_COLUMNS["name"] for h in heads)
                if needed <= found.keys() and whose and len(found) >= 2 and not people:
                    self.columns.append(f"工作表“{sheet.title}”作为{kind}：" + "、".join(str(row[i]) for i in found.values()))
                    for n, values in enumerate(rows[at + 1 :], start=at + 2):
                        if any(v not in (None, "") for v in values):
                            take({k: values[i] for k, i in found.items() if i < len(values)}, f"{sheet.title}!第{n}行")
                    return
        if any(v not in (None, "") for row in rows for v in row):
            self._not_recognised(sheet.title)

    def _not_recognised(self, title: str) -> None:
        """A sheet that by its name should have been one of the three stops the run: half a roster lists nobody missing."""
        for words, needed in NEEDED.items():
            if any(word in title for word in words):
                self.unusable.append(f"工作表“{title}”没有认出所需的列（{needed}）")
                return
        self.problems.append(f"工作表“{title}”没有认出用途，未采用。")

    def _unit(self, row: Mapping[str, object], where: str) -> None:
        name = _text(row.get("name"))
        if not name:
            self.problems.append(f"{where}：党组织名称为空，已跳过。")
            return
        parent = _text(row.get("parent"))
        count = _text(row.get("member_count"))
        number = re.fullmatch(r"(\d+)(?:\.0)?[人名]?", count)
        if count and not number:
            self.problems.append(f"{where}：党员人数“{count}”不是数字。")
        self.units.append(
            UnitFacts(
                roster_id=_id("u", parent, name),
                name=name,
                parent=parent,
                level=_text(row.get("level")),
                category=_text(row.get("category")),
                secretary=_text(row.get("secretary")),
                member_count=int(number[1]) if number else None,
                window=_yes(row.get("window"), default=False),
                contact=_text(row.get("contact")),
                due_here=_yes(row.get("due_here"), default=True),
                exempt=_text(row.get("exempt")),
            )
        )

    def _person(self, row: Mapping[str, object], where: str) -> None:
        name, branch = _text(row.get("name")), _text(row.get("branch"))
        if not name:
            self.problems.append(f"{where}：姓名为空，已跳过。")
            return
        post, category = _text(row.get("post")), _text(row.get("category"))
        same = sum(p.name == name and p.branch == branch for p in self.people)
        self.people.append(
            PersonFacts(
                roster_id=_id("p", branch, name, str(same) if same else ""),
                name=name,
                branch=branch,
                post=post,
                category=category,
                leader=_yes(row.get("leader"), default=bool(LEADER_POSTS.search(post))),
                due_here=_yes(row.get("due_here"), default=True),
                oral="口头" in _text(row.get("oral")) or _text(row.get("oral")) in YES,
                oral_note=_text(row.get("oral_note")),
                exempt=_text(row.get("exempt")),
                applicant=_yes(row.get("applicant"), default=False) or "积极分子" in category,
            )
        )

    def _receipt(self, row: Mapping[str, object], where: str) -> None:
        key, raw = _text(row.get("key")), row.get("day")
        day = _day(raw)
        if raw not in (None, "") and day is None:
            self.problems.append(f"{where}：收到日期“{_text(raw)}”认不出，请写成 2012-03-14 的样子。")
        key = key or _text(row.get("unit")) + _text(row.get("person"))
        if key:
            self.receipts.append(Receipt(key, day, _yes(row.get("signed"), default=False)))
        else:
            self.problems.append(f"{where}：文件名、单位、姓名都为空，已跳过。")


def _columns(heads: list[str], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Which column holds what: an exact heading first, then one that begins with it; 支部决定 is not the name of a 支部."""
    found: dict[str, int] = {}
    for test in (str.__eq__, str.startswith):
        for key, words in names.items():
            for word in words:
                if test is str.startswith and key in NAMES and len(word) < SHORTEST_BEGINNING:
                    continue
                free = [i for i, h in enumerate(heads) if h and test(h, word) and i not in found.values()]
                if free and key not in found:
                    found[key] = free[0]
    return found


def _head(value: object) -> str:
    text = unicodedata.normalize("NFKC", _text(value))
    return re.sub(r"\s+|\(.*?\)", "", text)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _yes(value: object, *, default: bool) -> bool:
    text = _text(value).casefold()
    return True if text in YES else False if text in NO else default


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = re.search(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", unicodedata.normalize("NFKC", _text(value)))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _id(*parts: str) -> str:
    digest = hashlib.blake2b("\x1f".join(parts[1:]).encode(), digest_size=5).hexdigest()
    return f"{parts[0]}-{digest}"


