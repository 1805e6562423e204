"""The labels of fields and promises: blanks between their letters, letters one below the other, other words for the same."""

from __future__ import annotations

import re
from functools import partial

from benchmarks.retyping.sheet import Sheet
from benchmarks.retyping.word import Element, in_table, is_one_line, parted, rewrite, text_of, texts

_SHORT = re.compile(r"[\u4e00-\u9fff]{2,4}")
_LABEL = re.compile(r"[\u4e00-\u9fff]{0,4}(?:承诺|意见|事项|内容|基本情况)[\u4e00-\u9fff]{0,4}")
_IN_LINE = re.compile(r"(?:^|(?<=[\s\u3000]))(?!说明|声明|篇)([\u4e00-\u9fff])([\u4e00-\u9fff])(?=[：:])")
_ALIASES = {
    "联系电话": ("联系方式", "电话"), "电话": ("联系电话",), "手机": ("联系电话",), "所在党支部": ("所属党支部", "所在支部"), "所在支部": ("所在党支部", "所属支部"),
    "党支部": ("所在党支部",), "姓名": ("党员姓名", "承诺人姓名"), "入党时间": ("入党年月", "入党日期"), "职务": ("现任职务",), "岗位": ("工作岗位",),
    "党支部意见": ("支部意见", "党支部审核意见"), "支部意见": ("党支部意见", "支部审核意见"), "承诺事项": ("承诺内容", "公开承诺事项"),
    "承诺内容": ("承诺事项", "公开承诺内容"), "党员人数": ("党员数",), "填报时间": ("填表时间",), "负责人": ("主要负责人",), "承诺时间": ("承诺日期",),
}  # fmt: skip
"""Words with which blank forms ask for the same."""


def _in_cells(sheet: Sheet) -> list[Element]:
    """The paragraphs that stand alone in cells and of which no promise has a word."""
    return [p for p in sheet.outside() if in_table(p) and is_one_line(p) and sum(bool(text_of(q).strip()) for q in p.getparent()) == 1]


def _spread(sheet: Sheet, blank: str) -> bool:
    """Short labels are spread over the width of their cells."""
    golden = {str(value) for gold in sheet.golds for value in (gold.get("fields") or {}).values()}
    found = [p for p in _in_cells(sheet) if _SHORT.fullmatch(text_of(p)) and text_of(p) not in golden]
    for p in found:
        rewrite(p, blank.join(text_of(p)))
    return bool(found)


def _spread_in_line(sheet: Sheet) -> bool:
    """Labels of two letters before a colon are set as wide as those of four."""
    changed = False
    for p in sheet.outside():
        for t in texts(p):
            new = _IN_LINE.sub(r"\1　　\2", t.text or "")
            changed = changed or new != t.text
            t.text = new
    return changed


def _stacked(sheet: Sheet) -> bool:
    """A label in a narrow cell has its letters one below the other."""
    found = [p for p in _in_cells(sheet) if 4 <= len(text_of(p)) <= 8 and _LABEL.fullmatch(text_of(p))]
    for p in found:
        parted(p, list(text_of(p)))
    return bool(found)


def _no_colons(sheet: Sheet) -> bool:
    """A label alone in its paragraph needs no colon."""
    found = [p for p in sheet.outside() if re.fullmatch(r"\s*[\u4e00-\u9fff \u3000]{2,10}[：:]\s*", text_of(p))]
    for p in found:
        for t in texts(p):
            t.text = re.sub("[：:]", "", t.text or "")
    return bool(found)


def _renamed(sheet: Sheet, choice: int) -> bool:
    """Another word for the same label, alone in its cell or before a colon."""
    changed = False
    for p in sheet.outside():
        for t in texts(p):
            new = _other(t.text or "", choice, alone=in_table(p) and text_of(p) == t.text)
            changed = changed or new != t.text
            t.text = new
    return changed


def _other(text: str, choice: int, alone: bool) -> str:
    if alone and text.strip() in _ALIASES:
        words = _ALIASES[text.strip()]
        return words[choice % len(words)]
    for label, words in _ALIASES.items():
        text, count = re.subn(rf"(?:^|(?<=[\s\u3000])){label}(?=\s*[：:])", words[choice % len(words)], text)
        if count:
            break
    return text


_FIELDS = re.compile(r"(?:[\u4e00-\u9fff]{2,6}[：:][^\s：:。；]{1,20}(?:[ \u3000]{2,}|\t|$)){2,}")
_SIGNING = re.compile("承诺|签|章|审|意见|书记|时间|日期|年")


def _field_lines(sheet: Sheet) -> list[Element]:
    """Lines outside tables that hold labels with their values and nothing else, none of them of a signature."""
    found = [p for p in sheet.outside() if not in_table(p) and is_one_line(p)]
    return [p for p in found if _FIELDS.fullmatch(text_of(p).strip()) and not _SIGNING.search(text_of(p))]


def _fields_apart(sheet: Sheet) -> bool:
    """Each field of a line in a line of its own."""
    found = _field_lines(sheet)
    for p in found:
        parted(p, re.split(r"(?:[ \u3000]{2,}|\t)", text_of(p).strip()))
    return bool(found)


def _fields_listed(sheet: Sheet) -> bool:
    """The fields of a line with a semicolon between them."""
    found = _field_lines(sheet)
    for p in found:
        rewrite(p, re.sub(r"[ \u3000]{2,}|\t", "；", text_of(p).strip()))
    return bool(found)


def _promiser(sheet: Sheet, label: str) -> bool:
    """The line of the signature asks for it in other words."""
    changed = False
    for p in sheet.outside():
        for t in texts(p):
            new = re.sub(r"(?:^|(?<=[\s\u3000]))承诺人[：:]", label, t.text or "")
            changed = changed or new != t.text
            t.text = new
    return changed


EDITS = {
    "spread:wide": partial(_spread, blank="　"),
    "spread:half": partial(_spread, blank="  "),
    "spread:in-line": _spread_in_line,
    "stacked": _stacked,
    "fields:apart": _fields_apart,
    "fields:semicolons": _fields_listed,
    "no-colons": _no_colons,
    "renamed:0": partial(_renamed, choice=0),
    "renamed:1": partial(_renamed, choice=1),
    **{f"promiser:{label}": partial(_promiser, label=label) for label in ("承诺人（签字）：", "承诺人签名：", "承诺人（签章）：", "承诺者：", "承诺人签字（手印）：", "承 诺 人：", "承诺人（签名）:")},
}
