"""The sheets that a roster workbook may hold, and the headings by which their columns are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from pipeline.rosters.heads import DOCUMENT, patterned, says

UNIT_COLUMNS = {
    "name": ("党组织名称", "党支部名称", "支部名称", "单位名称", "党支部", "党组织", "单位", "支部"),
    "parent": ("上级党组织", "所属总支", "所属党委", "所属党总支", "所属二级党组织", "主管党组织", "上级"),
    "level": ("层级", "级别", "组织层级", "党组织类型"),
    "category": ("类别", "单位类别", "类型", "支部类别"),
    "secretary": ("书记", "党组织书记", "支部书记", "负责人", "党组织负责人"),
    "member_count": ("党员人数", "党员数", "人数", "党员总数"),
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
    "head": ("党政一把手", "党政主要负责人", "一把手"),
    "due_here": ("报送本级", "是否报送", "应报", "报本级", "是否应报"),
    "oral": ("承诺方式", "口头承诺"),
    "oral_note": ("支部决定", "支部研究日期", "口头承诺依据", "支部研究情况"),
    "exempt": ("免报原因", "免报", "不报原因"),
    "applicant": ("入党积极分子", "积极分子"),
}
RECEIPT_COLUMNS = {
    "key": ("文件名", "文件", "单位或姓名", "姓名或单位"),
    "unit": ("单位", "报送单位", "党组织名称", "党支部", "党组织", "所在党支部"),
    "person": ("姓名", "党员姓名", "承诺人"),
    "day": ("收到日期", "收件日期", "收文日期", "报送日期", "日期"),
    "signed": ("签字盖章件", "签章件", "是否签字盖章", "签字盖章"),
    "paper": ("纸质份数", "纸质件", "份数"),
    "parent": ("上级党组织", "所属总支", "所属党委", "所在党总支"),
    "material": ("材料", "材料名称"),
    "bringer": ("送件人", "报送人"),
}
COMPANION_COLUMNS = {
    "unit": ("单位", "报送单位", "党组织名称", "党组织", "党支部"),
    "material": ("材料名称", "配套材料", "材料"),
    "day": ("收到日期", "收件日期", "收文日期", "报送日期", "日期"),
    "file": ("文件名", "文件"),
    "exempt": ("免报原因", "免报", "不报原因"),
}
OPEN_COLUMNS = {
    "unit": ("单位", "党组织名称", "党支部", "党组织", "所在党支部"),
    "person": ("姓名", "党员姓名", "承诺人"),
    "text": ("未完成事项", "上年未完成事项", "未兑现事项", "事项", "承诺事项"),
    "explained": ("说明情况", "原因说明", "说明"),
}
NAMES = {"key", "unit", "person", "name", "branch"}
ENDING: Set[str] = NAMES | {"parent", "secretary", "contact"}
"""Columns that a longer heading may end with; 预备党员人数 is not 党员人数."""
SHORTEST_BEGINNING = 3
_OF_A_PERSON = re.compile("性别|民族|出生年月|出生日期|入党(?:时间|日期|年月)|学历|文化程度|身份证号码?|年龄|籍贯|转正(?:时间|日期)")
"""Headings that only a list of people has."""
_PEOPLE_ALONE = 2
"""So many of them show a list of people that names no branch, as each branch has on a sheet of its own."""
_LISTS_PEOPLE = re.compile("^(?!.*(?:联系|通讯|联络|值班)).*(?:党员|干部|花名册)")
"""The name of a sheet whose people hand in forms."""
_HOUSES = re.compile("(?:所在|工作|所属)?(?:单位|部门)(?:名称)?")
"""Where people belong, on a list that names no branch."""


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A use of a sheet: its columns, those that it cannot do without, of which others it needs one, and the words of a
    sheet's name that promise it; `asks` says the same to a clerk, `key` names it in `heads`."""

    name: str
    key: str
    columns: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]
    one_of: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    asks: str = ""


PEOPLE = SheetKind("党员名册", "person", PERSON_COLUMNS, frozenset({"name", "branch"}), words=("党员", "人员"), asks="姓名、所在党支部")
COMPANIONS = SheetKind("配套材料", "companion", COMPANION_COLUMNS, frozenset({"unit", "material"}), words=("配套", "材料"), asks="单位、材料名称")
UNITS = SheetKind("党组织名册", "unit", UNIT_COLUMNS, frozenset({"name"}), words=("党组织", "单位", "支部"), asks="党组织名称，以及至少另外一列")
RECEIPTS = SheetKind("收件登记", "receipt", RECEIPT_COLUMNS, frozenset({"day"}), frozenset({"key", "unit", "person"}), ("登记", "收件"), "收到日期，以及文件名、单位、姓名之一")
OPENED = SheetKind("上年未完成事项", "open", OPEN_COLUMNS, frozenset({"text"}), frozenset({"unit", "person"}), ("未完成", "未兑现"), "单位或姓名，以及未完成事项")
KINDS = (
    OPENED,
    COMPANIONS,
    RECEIPTS,
    PEOPLE,
    UNITS,
)


_SUMMARY = frozenset(("name", "member_count"))
_OF_UNITS = ("secretary", "member_count", "regular", "probationary", "window", "contact")
"""What a list of people may say of their branches too."""
_REGISTER = re.compile("收[件到文取集缴讫]|签收|登记|纸质|(?:报送|送交|上交|交[来件]|来件|送达).{0,4}(?:情况|记录|簿|表|本)")
"""The name of a sheet, or the line over its headings, that says what came."""
_WIDE = re.compile(f"配套|材料|{_REGISTER.pattern}")
NAMING: Set[str] = {"unit", "person", "key", "parent"}
"""Columns of a register that say whose its rows are."""
_OF_ROW: Set[str] = {"unit", "person", "key", "parent", "bringer", "exempt", "day"}
"""Columns beside those of documents that say something of all of them."""
_WHAT: Set[str] = {"day", "paper", "signed", "bringer"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row was taken for: the kind of its sheet and, by use, the index of the column; `beside` has the same of further lists
    side by side, `units` what a list of people says of their branches, `documents` the columns of one document each: of its day and its
    copies, or one alone (""). `whole` is
    False for a list of people whose branch stands over it or in the sheet's name."""

    kind: SheetKind
    columns: Mapping[str, int]
    beside: tuple[Mapping[str, int], ...] = ()
    whole: bool = True
    units: Mapping[str, int] = field(default_factory=dict)
    documents: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def in_documents(self) -> list[int]:
        """The columns of all documents."""
        return sorted(at for parts in self.documents.values() for at in parts.values())

    @property
    def registers(self) -> bool:
        """Whether its rows say what came of whom."""
        return self.kind in (RECEIPTS, COMPANIONS, OPENED)

    @property
    def counts_only(self) -> bool:
        """Whether a list of organisations says no more than how many members each has, as the figures of a chart do."""
        return self.kind.key == "unit" and self.columns.keys() <= _SUMMARY


def recognised(row: Sequence[object], title: str = "") -> Taken | None:
    """A row as the headings of a sheet of that name; None where it is none."""
    heads = [head(v) for v in row]
    parts = _side_by_side(heads)
    first = _one(heads[: parts[0].stop] if len(parts) > 1 else heads, title)
    if first is None or len(parts) == 1:
        return first
    others = [_one(heads[part.start : part.stop], title) for part in parts[1:]]
    if any(other is None or other.kind is not first.kind for other in others):
        return _one(heads, title)
    beside = tuple({use: at + part.start for use, at in other.columns.items()} for part, other in zip(parts[1:], others, strict=True) if other)
    return replace(first, beside=beside)


def _side_by_side(heads: Sequence[str]) -> list[range]:
    """The stretches of a row that all begin with the same heading: lists side by side (姓名 支部 | 姓名 支部)."""
    first = next((n for n, text in enumerate(heads) if text), 0)
    again = [n for n, text in enumerate(heads) if text and text == heads[first] and n > first + 1] if any(heads) else []
    edges = [0, *again, len(heads)]
    return [range(a, b) for a, b in pairwise(edges)]


def _one(heads: Sequence[str], title: str) -> Taken | None:
    if (wide := _one_column_each(heads, title)) is not None:
        return wide
    for kind in KINDS:
        found = columns_of(heads, kind)
        if kind is PEOPLE and "branch" not in found and _LISTS_PEOPLE.search(title) and len(found) >= 2:
            houses = [at for at, text in enumerate(heads) if _HOUSES.fullmatch(text) and at not in found.values()]
            found |= dict(zip(("branch",), houses, strict=False))
        people = kind is UNITS and any(h in PERSON_COLUMNS["name"] for h in heads)
        whole = kind.needed <= found.keys() and (not kind.one_of or bool(kind.one_of & found.keys()))
        if kind is RECEIPTS and not whole:
            said = len(_WHAT & found.keys())
            whole = bool(said and _REGISTER.search(title)) or bool(said > 1 and NAMING & found.keys())
        if whole and kind is COMPANIONS and len(receipts := columns_of(heads, RECEIPTS)) > len(found):
            return Taken(RECEIPTS, receipts)
        if whole and (len(found) >= 2 or kind is RECEIPTS) and not people:
            return Taken(kind, found, units=_of_units(heads, found) if kind is PEOPLE else {})
    found = columns_of(heads, PEOPLE)
    alone = sum(_OF_A_PERSON.fullmatch(text) is not None for text in heads) >= _PEOPLE_ALONE
    return Taken(PEOPLE, found, whole=False) if "name" in found and (alone or len(found) >= 2) else None


def _one_column_each(heads: Sequence[str], title: str) -> Taken | None:
    """A list with columns for each document (单位 | 实施方案 | 党组织承诺书份数 | 日期), of which there are two at least: under a title
    that says so, or with a form among them."""
    documents: dict[str, dict[str, int]] = {}
    for at, text in enumerate(heads):
        if (found := DOCUMENT.fullmatch(text)) is not None:
            part = "day" if found["day"] else "paper" if found["paper"] else ""
            documents.setdefault(found["name"], {}).setdefault(part, at)
    if len(documents) < 2 or not (_WIDE.search(title) or any("承诺" in name for name in documents)):
        return None
    taken = {at for parts in documents.values() for at in parts.values()}
    columns = columns_of(["" if at in taken else text for at, text in enumerate(heads)], RECEIPTS)
    return Taken(RECEIPTS, {use: at for use, at in columns.items() if use in _OF_ROW}, documents=documents)


def _of_units(heads: Sequence[str], found: Mapping[str, int]) -> dict[str, int]:
    """The columns of a list of people that speak of their branches."""
    free = [text if at not in found.values() else "" for at, text in enumerate(heads)]
    return {use: at for use, at in columns_of(free, UNITS).items() if use in _OF_UNITS}


def expected(title: str) -> SheetKind | None:
    """What a sheet should hold by its name."""
    return next((kind for kind in KINDS if any(word in title for word in kind.words)), None)


def columns_of(heads: Sequence[str], kind: SheetKind) -> dict[str, int]:
    """Which column holds what: an exact heading first, then one that says it in other words, then one that begins or ends with
    it; 支部决定 is not the name of a 支部, 党组织代码 none of a 党组织, and 所属总支党支部名称 is."""
    found: dict[str, int] = {}

    def take(use: str, at: int | None) -> None:
        if at is not None and use not in found:
            found[use] = at

    def free(test: Callable[[str], bool]) -> int | None:
        return next((at for at, text in enumerate(heads) if text and at not in found.values() and test(text)), None)

    for use, words in kind.columns.items():
        take(use, next((at for word in words if (at := free(word.__eq__)) is not None), None))
    for use in patterned(kind.key):
        take(use, free(partial(says, kind.key, use)))
    for at_edge, uses in ((str.startswith, kind.columns.keys() - NAMES), (str.endswith, kind.columns.keys() & ENDING)):
        for use in (use for use in kind.columns if use in uses):
            for word in (word for word in kind.columns[use] if len(word) >= SHORTEST_BEGINNING):
                take(use, free(lambda text, at_edge=at_edge, word=word: at_edge(text, word)))  # type: ignore[misc]
    return found


def head(value: object) -> str:
    """A heading without blanks, marks of required columns and what stands in brackets."""
    text = unicodedata.normalize("NFKC", "" if value is None else str(value))
    return re.sub(r"\s+|\(.*?\)|[*★:]", "", text)
