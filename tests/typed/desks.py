"""A desk for each kind of sheet: the sheet as the program hands it out, one row of it typed into, and what came of it.

Each desk lays its sheet out once; a case works on a copy. `Came.got` is what was taken, in the words of `cells.yaml`, `told` what the clerk is told."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
from handmade.inbox import small_inbox
from handmade.pack import small_pack

from pipeline.ledger.book.questions import CONFLICT, KEEP, TAKE
from pipeline.ledger.book.things import Item, Question
from pipeline.ledger.book.year import Ballot, Entry, Spot
from pipeline.ledger.review.reading import ReviewError
from pipeline.ledger.sheets.alike import NAME as ALIKE
from pipeline.ledger.sheets.questions import NAME as WHOSE
from pipeline.ledger.store.ledger import open_ledger
from pipeline.ledger.store.store import open_store
from pipeline.ledger.workbook import write_workbook
from pipeline.questions import Question as Doubt
from pipeline.questions import with_answers
from pipeline.questions.checked import read_checked
from pipeline.rosters.roster import Roster
from pipeline.together import AlikeRow
from rules.facts import PersonFacts, UnitFacts
from tests.decisions.office import Office, rows
from tests.ledger.clerks import Clerk, small_ledger
from tests.year.hand import run, small

Typed = Mapping[str, Any]
NOTHING = "nothing"


@dataclass(frozen=True)
class Came:
    got: str
    told: str = ""


def value_of(typed: Any) -> Any:
    """A cell's value as `cells.yaml` writes it: a number, a number shown as per cent, a day, else text."""
    text = str(typed)
    if text[:1] in "#%" and text[1:]:
        try:
            number = float(text[1:])
        except ValueError:
            return text
        return int(number) if number.is_integer() and "." not in text else number
    return datetime.fromisoformat(text[1:]) if text[:1] == "@" else text


def put_in(cell: Any, typed: Any) -> None:
    cell.value = value_of(typed)
    if str(typed)[:1] == "%" and not isinstance(cell.value, str):
        cell.number_format = "0%"
    elif str(typed)[:1] == "#" and not isinstance(cell.value, str):
        cell.number_format = "General"
    elif isinstance(cell.value, datetime):
        cell.number_format = "yyyy-mm-dd"


def type_in(path: Path, sheet: str, row: int, typed: Typed, heading: int = 1) -> None:
    book = openpyxl.load_workbook(path)
    found = book[sheet]
    head = {str(c.value): c.column for c in found[heading]}
    for title, value in typed.items():
        put_in(found.cell(row, head[title]), value)
    book.save(path)


class Findings:
    """问题清单: a row of which something is found."""

    def __init__(self, root: Path) -> None:
        self.made = Office(root)
        self.made.work()
        self._row, self._about = next((n, r["finding_key"]) for n, r in enumerate(rows(self.made.book()), start=2) if r["代码"] == "C01")

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.made.root, root / "out")
        office = Office(root, self.made.inbox)
        type_in(office.book(), "问题清单", self._row, typed)
        try:
            told = "\n".join(office.hear().notes)
        except ReviewError as error:
            return Came(NOTHING, str(error))
        with open_store(office.root) as store:
            events = store.events()
        if not events:
            return Came(NOTHING, told)
        said = events[-1].statement
        reach = {"item": "", "unit": "@本单位", "rule": "@本规则"}[str(said.reach)]
        text = f":{said.text}" if str(said.state) in ("dismissed", "reworded") else ""
        return Came(f"{said.state}{text}{reach}", told)


UNIT, HOME, PERSON = "财政所党支部", "林业站党支部", "韩员样"
WORDS = {"{unit}": UNIT, "{short}": "财政所", "{person}": PERSON, "{spaced}": "韩 员 样"}


class Whose:
    """待确认: one form held to be a unit's, one of a unit and one of a person that are not on the roster."""

    def __init__(self, root: Path) -> None:
        self.roster = Roster(
            (UnitFacts("u1", UNIT), UnitFacts("u2", HOME), UnitFacts("u3", "水管站党支部")), (PersonFacts("p1", PERSON, HOME),)
        )
        inbox = small_inbox(root / "in", files=False)
        form = replace(inbox.batch.forms[0], person=None, person_id=None, kind="org")
        doubts = [
            Doubt(replace(form, sha256="1" * 64, unit_id="u1", unit=UNIT), "名称与名册不完全一致，或按文件名认定", UNIT, ()),
            Doubt(replace(form, sha256="2" * 64, unit_id=None, unit="财政局党支部", printed="财政局党支部"), "名册中没有找到这个单位", "", (UNIT,)),
            Doubt(replace(form, sha256="3" * 64, kind="member", person="韩员祥", unit=HOME, unit_id="u2"), "名册中没有找到此人", "", (f"{HOME}　{PERSON}",)),
        ]
        self.out = root / "out"
        self.out.mkdir()
        write_workbook(self.out / "台账.xlsx", inbox.results, inbox.batch.status, small_pack(), self.roster, asked=doubts)

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.out, root / "out")
        given = dict(typed)
        row = ("暂按", "疑单位", "疑人").index(given.pop("row")) + 2
        cells = {title: _filled(words) for title, words in given.items()}
        home = cells.get("正确的单位")
        if row == 4 and home:
            cells["正确的单位"] = home.replace(UNIT, HOME)
        type_in(root / "out" / "台账.xlsx", WHOSE, row, cells)
        known, wrong = with_answers(self.roster, root / "out")
        told = "\n".join(wrong)
        if not known.answers:
            return Came(NOTHING, told)
        (answer,) = known.answers
        if answer.outside:
            return Came("out", told)
        if answer.person:
            return Came("person" if row == 4 and answer.person == PERSON else f"person {answer.person}", told)
        unit = known.unit(answer.unit)
        return Came(("as:tentative" if row == 2 else "unit") if row != 4 and unit and unit.name == UNIT else f"unit {answer.unit}", told)


def _filled(words: str) -> str:
    for mark, name in WORDS.items():
        words = words.replace(mark, name)
    return words


class Alike:
    """核对情况 of 文字相近: what is typed stands in the next workbook too."""

    ROW = AlikeRow(1, "甲 ~ 乙", ("甲试支部", "乙试支部"), (1, 2), ("讲党课2次。", "讲党课2次。"), 1.0, "", ("a", "b"))

    def __init__(self, root: Path) -> None:
        self.inbox = small_inbox(root / "in", files=False)
        self.out = root / "out"
        self.out.mkdir()
        self._write(self.out / "台账.xlsx", {})

    def _write(self, path: Path, checked: Mapping[str, str]) -> None:
        write_workbook(path, self.inbox.results, self.inbox.batch.status, small_pack(), self.inbox.roster, alike=[self.ROW], checked=checked)

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.out, root / "out")
        type_in(root / "out" / "台账.xlsx", ALIKE, 2, typed)
        self._write(root / "out" / "台账(2).xlsx", read_checked(root / "out"))
        (row,) = rows(root / "out" / "台账(2).xlsx", ALIKE)
        return Came("kept" if row["核对情况"] == typed["核对情况"] else NOTHING)


class LedgerBook:
    """The ledger's workbook: an item under way."""

    def __init__(self, root: Path) -> None:
        self.root = root / "结果"
        self.root.mkdir()
        small_ledger(self.root)
        self.book = Clerk(self.root, "王试登", root / "王").fetch()

    def judge(self, root: Path, typed: Typed, means: str) -> Came:
        shutil.copytree(self.root, root / "结果")
        clerk = Clerk(root / "结果", "王试登", root / "王")
        shutil.copyfile(self.book, clerk.book)
        type_in(clerk.book, "承诺事项台账", 2, typed)
        before = self._item(root)
        plan = clerk.hand_in()
        after = self._item(root)
        told = "\n".join([*(f"{r.where}“{r.field}”{r.said}：{r.why}" for r in plan.refused), *(c.where for c in plan.conflicts), *plan.protected])
        wanted = dict(part.split(":", 1) for part in means.split(",")) if ":" in means else {}
        if wanted and all(self._shown(after, title) == value for title, value in wanted.items()):
            return Came(means, told)
        changed = before.version != after.version
        return Came((f"{after.state} {after.progress_on} {after.done_on} {after.due} {after.progress}") if changed and not told else NOTHING, told)

    @staticmethod
    def _item(root: Path) -> Item:
        with open_ledger(root / "结果") as ledger:
            return ledger.all(Item)[0]

    @staticmethod
    def _shown(item: Item, title: str) -> str:
        from pipeline.ledger.exchange.columns import BY_TITLE

        name = BY_TITLE["状态" if title == "state" else title].name
        found = (item.due or item.due_words) if name == "due" else getattr(item, name)
        return str(found.value if name == "state" else found or "")


class Reports:
    """季度报告表 (Excel) of a unit with one item."""

    def __init__(self, root: Path) -> None:
        self.root = root / "结果"
        small(self.root)
        run("report", "open", "2012Q2", "--format", "xlsx", "--out", self.root, "--today", "2012-06-20")

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.root, root / "结果")
        came = root / "收到"
        came.mkdir()
        source = root / "结果" / "文书" / "季度报告" / "2012Q2" / "试后勤支部.xlsx"
        book = openpyxl.load_workbook(source)
        sheet = book.worksheets[0]
        heading = next(n for n in range(1, 12) if any(c.value == "承诺事项" for c in sheet[n]))
        head = {str(c.value): c.column for c in sheet[heading]}
        cells = {**typed}
        for title, mark, words in (("本季度进展情况", "P", "已更换12盏，还剩24盏"), ("具体措施", "M", "由后勤处每周检查一次")):
            if cells.get(title) == mark:
                cells[title] = words
        for title, value in cells.items():
            put_in(sheet.cell(heading + 1, head[title]), value)
        number = int(sheet.cell(heading + 1, head["编号"]).value)
        book.save(came / source.name)
        told = run("report", "take", came, "--out", root / "结果", "--today", "2012-06-28").text
        with open_ledger(root / "结果") as ledger:
            entry = next((e for e in ledger.all(Entry) if e.item == number), None)
            state = ledger.get(Item, number)
        if entry is None:
            return Came(NOTHING, told)
        assert state is not None
        if state.state.value == "已兑现":
            return Came("done", entry.flags)
        return Came(f"open@{entry.limit_day}" if entry.limit_day else "open", entry.flags)


class Spots:
    """抽查检查表 (Word)."""

    def __init__(self, root: Path) -> None:
        self.root = root / "结果"
        small(self.root)
        run("spotcheck", "open", "--seed", 2012, "--out", self.root, "--today", "2012-03-25")

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.root, root / "结果")
        came = root / "收到"
        came.mkdir()
        document = docx.Document(str(root / "结果" / "文书" / "抽查" / "2012年第1次" / "试机电支部.docx"))
        first, *others = document.tables[0].rows[1:]
        first.cells[-3].text, first.cells[-2].text = typed.get("检查意见", ""), typed.get("结论", "")
        for row in others:
            row.cells[-2].text = "合格"
        document.save(str(came / "试机电支部.docx"))
        told = run("spotcheck", "take", came, "--out", root / "结果", "--today", "2012-03-28").text
        with open_ledger(root / "结果") as ledger:
            answers = next((s.answers for s in ledger.all(Spot) if s.checked), {})
        got = answers.get(first.cells[-1].text, {}).get("结论", "") or NOTHING
        return Came(got, told if "没有登记的 0 份" not in told or "没有填" in told else "")


class Ballots:
    """评议结果录入.xlsx."""

    PARTS = {"one": "自评", "many": "群众测评"}

    def __init__(self, root: Path) -> None:
        self.root = root / "结果"
        small(self.root)
        run("assess", "open", "七一", "--out", self.root, "--today", "2012-06-05")

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.root, root / "结果")
        book = root / "结果" / "文书" / "评议" / "七一" / "评议结果录入.xlsx"
        cells = dict(typed)
        part = self.PARTS[cells.pop("sheet")]
        type_in(book, part, 3, cells, heading=2)
        told = run("assess", "take", "七一", book, "--out", root / "结果", "--today", "2012-06-28").text
        with open_ledger(root / "结果") as ledger:
            found = ledger.all(Ballot)
        counts = [found[0].counts.get(word, 0) for word in ("好", "较好", "一般", "差")] if found else []
        return Came(",".join(map(str, counts)) if any(counts) else NOTHING, told if "没有登记" in told else "")


class Settled:
    """待确认事项 of the ledger's workbook: two values in one cell."""

    def __init__(self, root: Path) -> None:
        self.root = root / "结果"
        self.root.mkdir()
        small_ledger(self.root)
        one, two = Clerk(self.root, "王试登", root / "王"), Clerk(self.root, "李试核", root / "李")
        one.fetch()
        shutil.copyfile(one.book, two.book)
        one.fill(2, 进展情况="已修一半")
        one.hand_in()
        two.fill(2, 进展情况="还没动工")
        two.hand_in()
        self.book = one.fetch()

    def judge(self, root: Path, typed: Typed) -> Came:
        shutil.copytree(self.root, root / "结果")
        clerk = Clerk(root / "结果", "王试登", root / "王")
        shutil.copyfile(self.book, clerk.book)
        type_in(clerk.book, "待确认事项", 2, {"答复": str(typed["答复"]).replace("{other}", "还没动工")})
        plan = clerk.hand_in()
        told = "\n".join(f"{r.where}{r.said}：{r.why}" for r in plan.refused)
        with open_ledger(root / "结果") as ledger:
            question = next(q for q in ledger.all(Question) if q.kind == CONFLICT)
        return Came({TAKE: "filed", KEEP: "kept"}.get(question.answer, NOTHING), told)

