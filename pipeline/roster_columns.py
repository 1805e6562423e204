"""The sheets that a roster workbook may hold, and the headings by which their columns are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    "key": ("文件名", "文件", "单位或姓名"),
    "unit": ("单位", "报送单位", "党组织名称", "党支部", "党组织", "所在党支部"),
    "person": ("姓名", "党员姓名", "承诺人"),
    "day": ("收到日期", "收件日期", "收文日期", "报送日期", "日期"),
    "signed": ("签字盖章件", "签章件", "是否签字盖章", "签字盖章"),
    "paper": ("纸质份数", "纸质件", "份数"),
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
ENDING = NAMES | {"parent", "secretary", "contact"}
"""Columns that a longer heading may end with; 预备党员人数 is not 党员人数."""
SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A use of a sheet: its columns, those that it cannot do without, of which others it needs one, and the words of a
    sheet's name that promise it; `asks` says the same to a clerk."""

    name: str
    columns: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]
    one_of: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    asks: str = ""


KINDS = (
    SheetKind("上年未完成事项", OPEN_COLUMNS, frozenset({"text"}), frozenset({"unit", "person"}), ("未完成", "未兑现"), "单位或姓名，以及未完成事项"),
    SheetKind("配套材料", COMPANION_COLUMNS, frozenset({"unit", "material"}), words=("配套", "材料"), asks="单位、材料名称"),
    SheetKind("收件登记", RECEIPT_COLUMNS, frozenset({"day"}), frozenset({"key", "unit", "person"}), ("登记", "收件"), "收到日期，以及文件名、单位、姓名之一"),
    SheetKind("党员名册", PERSON_COLUMNS, frozenset({"name", "branch"}), words=("党员", "人员"), asks="姓名、所在党支部"),
    SheetKind("党组织名册", UNIT_COLUMNS, frozenset({"name"}), words=("党组织", "单位", "支部"), asks="党组织名称，以及至少另外一列"),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row was taken for: the kind of its sheet and, by use, the index of the column."""

    kind: SheetKind
    columns: Mapping[str, int]


def recognised(row: Sequence[object]) -> Taken | None:
    """A row as the headings of a sheet; None where it is none."""
    heads = [head(v) for v in row]
    for kind in KINDS:
        found = columns_of(heads, kind.columns)
        people = kind.name == "党组织名册" and any(h in PERSON_COLUMNS["name"] for h in heads)
        whole = kind.needed <= found.keys() and (not kind.one_of or kind.one_of & found.keys())
        if whole and len(found) >= 2 and not people:
            return Taken(kind, found)
    return None


def expected(title: str) -> SheetKind | None:
    """What a sheet should hold by its name."""
    return next((kind for kind in KINDS if any(word in title for word in kind.words)), None)


def columns_of(heads: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Which column holds what: an exact heading first, then one that begins or ends with it; 支部决定 is not the name of
    a 支部, and 所属总支党支部名称 is."""
    found: dict[str, int] = {}
    for test in (str.__eq__, str.startswith, str.endswith):
        for key, words in names.items():
            for word in words:
                if test is not str.__eq__ and len(word) < SHORTEST_BEGINNING and (key in NAMES or test is str.endswith):
                    continue
                if test is str.endswith and key not in ENDING:
                    continue
                free = [i for i, h in enumerate(heads) if h and test(h, word) and i not in found.values()]
                if free and key not in found:
                    found[key] = free[0]
    return found


def head(value: object) -> str:
    """A heading without blanks, marks of required columns and what stands in brackets."""
    text = unicodedata.normalize("NFKC", "" if value is None else str(value))
    return re.sub(r"\s+|\(.*?\)|[*★:]", "", text)
