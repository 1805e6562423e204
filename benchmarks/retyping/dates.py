"""Dates of signing and approval in other figures, left empty, and on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from benchmarks.retyping.sheet import Sheet
from benchmarks.retyping.word import Element, W, is_one_line, parted, rewrite, text_of

_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_LONGEST = 40
_DIGITS = "〇一二三四五六七八九"
_GAP = "　　　　"


def _spoken(n: int) -> str:
    """十二, 三十一."""
    tens = ("" if n < 20 else _DIGITS[n // 10]) + "十" if n > 9 else ""
    return tens + (_DIGITS[n % 10] if n % 10 else "")


_FIGURES: dict[str, Callable[[int, int, int], str]] = {
    "2012.3.5": lambda y, m, d: f"{y}.{m}.{d}",
    "2012-03-05": lambda y, m, d: f"{y}-{m:02d}-{d:02d}",
    "2012/3/5": lambda y, m, d: f"{y}/{m}/{d}",
    "2012 年 3 月 5 日": lambda y, m, d: f"{y} 年 {m} 月 {d} 日",
    "2012年03月05日": lambda y, m, d: f"{y}年{m:02d}月{d:02d}日",
    "2012年3 月 5日": lambda y, m, d: f"{y}年{m} 月 {d}日",
    "2012. 3. 5": lambda y, m, d: f"{y}. {m}. {d}",
    "2012．03．05": lambda y, m, d: f"{y}．{m:02d}．{d:02d}",
    "2012年3月5号": lambda y, m, d: f"{y}年{m}月{d}号",
    "二〇一二年": lambda y, m, d: "".join(_DIGITS[int(c)] for c in str(y)) + f"年{_spoken(m)}月{_spoken(d)}日",
    "二○一二年": lambda y, m, d: "".join(_DIGITS[int(c)] for c in str(y)).replace("〇", "○") + f"年{_spoken(m)}月{_spoken(d)}日",
}
_ZEROS = {"二0一二年": "0", "二O一二年": "O", "二Ｏ一二年": "Ｏ", "二零一二年": "零"}
"""What is typed for 〇."""


def _zero(sheet: Sheet, sign: str) -> bool:
    """The zero of a year in words looks like several signs."""
    changed = _written(sheet, "二〇一二年")
    for p in sheet.outside() if changed else ():
        if is_one_line(p) and re.search(f"[{_DIGITS}]{{4}}年", text_of(p)):
            rewrite(p, text_of(p).replace("〇", sign))
    return changed


def _dated(sheet: Sheet) -> list[tuple[Element, re.Match[str]]]:
    """The short lines outside promises that end with their only date."""
    found = [(p, list(_DATE.finditer(text_of(p)))) for p in sheet.outside() if is_one_line(p) and len(text_of(p)) <= _LONGEST]
    return [(p, dates[0]) for p, dates in found if len(dates) == 1 and not text_of(p)[dates[0].end() :].strip()]


def _written(sheet: Sheet, figures: str) -> bool:
    """The same day in other figures."""
    found = _dated(sheet)
    for p, date in found:
        rewrite(p, text_of(p)[: date.start()] + _FIGURES[figures](*map(int, date.groups())))
    return bool(found)


def _day(date: re.Match[str]) -> str:
    """As labels write it; nobody asks whether the calendar has it."""
    return f"{int(date[1])}-{int(date[2]):02d}-{int(date[3]):02d}"


def _emptied(sheet: Sheet, blank: str) -> bool:
    """Where the days of signing and approval are left open, neither is known: the labels say so as well."""
    days = {str(day) for gold in sheet.golds for day in (gold.get("sign_date"), gold.get("approval_date")) if day}
    found = [(p, date) for p, date in _dated(sheet) if _day(date) in days]
    told = {_day(date) for _, date in found}
    if not found or told < days:
        return False
    for p, date in found:
        rewrite(p, text_of(p)[: date.start()] + blank)
    if _DATE.search("".join(map(text_of, sheet.outside()))):  # another date may be taken in their place
        return False
    for gold in sheet.golds:
        gold["sign_date"] = gold["approval_date"] = None
    return True


def _own_line(sheet: Sheet) -> bool:
    """A date behind a signature goes to the next line."""
    found = [(p, date) for p, date in _dated(sheet) if re.search(r"\s{2,}$|\u3000$", text_of(p)[: date.start()])]
    found = [(p, date) for p, date in found if not re.search(r"[：:]\s*$", text_of(p)[: date.start()])]
    for p, date in found:
        parted(p, [text_of(p)[: date.start()].rstrip(), date[0]])
    return bool(found)


def _one_line(sheet: Sheet) -> bool:
    """A date right below a signature goes up beside it."""
    found = [(p, before) for p, date in _dated(sheet) if not text_of(p)[: date.start()].strip() and (before := _signed(p)) is not None]
    for p, before in found:
        rewrite(before, text_of(before).rstrip() + _GAP + text_of(p).strip())
        p.getparent().remove(p)
    return bool(found)


def _signed(p: Element) -> Element | None:
    """The signature right over the paragraph, filled in."""
    before = p.getprevious()
    if before is None or before.tag != W + "p" or not is_one_line(before):
        return None
    return before if re.fullmatch(r"\s*[^，。；]{2,12}[：:]\s*\S[^，。；：:]{0,10}", text_of(before)) else None


def _promised(p: Element) -> Element | None:
    """The signature of whoever promises right over the paragraph."""
    before = _signed(p)
    return before if before is not None and re.match(r"\s*承\s*诺", text_of(before)) else None


def _first(sheet: Sheet) -> bool:
    """The date above the signature."""
    found = [(p, before) for p, date in _dated(sheet) if (before := _promised(p)) is not None and not text_of(p)[: date.start()].strip()]
    for p, before in found:
        before.addprevious(p)
    return bool(found)


def _labelled(sheet: Sheet, label: str) -> bool:
    """A date right below a signature says that it is one."""
    found = [(p, date) for p, date in _dated(sheet) if _promised(p) is not None and not text_of(p)[: date.start()].strip()]
    for p, date in found:
        rewrite(p, text_of(p)[: date.start()] + label + date[0])
    return bool(found)


def _sealed(sheet: Sheet) -> bool:
    """A date below the place of the seal goes up beside it."""
    found = [(p, p.getprevious()) for p, date in _dated(sheet) if not text_of(p)[: date.start()].strip() and p.getprevious() is not None]
    found = [(p, seal) for p, seal in found if seal.tag == W + "p" and is_one_line(seal) and re.fullmatch(r"\s*[（(](?:盖章|公章|签章|签字)[)）]\s*", text_of(seal))]
    for p, seal in found:
        rewrite(seal, text_of(seal).rstrip() + _GAP + text_of(p).strip())
        p.getparent().remove(p)
    return bool(found)


EDITS = {
    "date-first": _first,
    **{f"date-labelled:{label}": partial(_labelled, label=label) for label in ("日期：", "承诺时间：", "时 间：", "签字日期：")},
    "date-beside-seal": _sealed,
    **{f"date-zero:{name}": partial(_zero, sign=sign) for name, sign in _ZEROS.items()},
    **{f"date:{figures}": partial(_written, figures=figures) for figures in _FIGURES},
    "date-empty": partial(_emptied, blank="　　年　　月　　日"),
    "date-empty:half": partial(_emptied, blank="    年  月  日"),
    "date-own-line": _own_line,
    "date-one-line": _one_line,
}
