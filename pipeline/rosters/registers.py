"""Rows of registers: what came of whom, when and in how many copies; what an earlier year left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from extractors.numerals import NUMERALS
from pipeline.rosters.heads import DOCUMENT
from pipeline.rosters.mentions import Mention, is_file
from pipeline.rosters.roster import CompanionLine, OpenLine, Receipt
from pipeline.rosters.rows import EXEMPT, NO, YES, Line, Lists, reason, shown, text_of
from pipeline.rosters.values import count, day_in, day_of, person_name, unit_name

_N = rf"(?:\d{{1,3}}|[{NUMERALS}两]{{1,3}})"
_FORM = re.compile("承诺书?(?:党组织|党?支部|总支|党委|书记|党员|个人)?$|承诺书(?!.*(?:汇总|统计|名单|一览|方案|总结|报告|计划))")
_HEADS = re.compile("一把手|党政(?:主要|正职)")
_OF_SECRETARY = re.compile("书记|负责人")
_OF_MEMBERS = re.compile("党员")
_LED = re.compile("(?P<unit>.{2,}?)的?书记")
_LOGGED = re.compile(rf"(?P<who>[^，。；,;（()）\s]{{2,20}}?)(?:又|再)?(?:[送补交报][来到了齐交]{{0,2}})?(?:公开)?(?:承诺书)?(?P<count>[各共]?{_N})[份件]")
_OF_YEAR = re.compile("^年度?")
_COPIES = re.compile(rf"{_N}[份件]")
_LIKE_A_DAY = re.compile(rf"\d\s*[月日号./-]|[{NUMERALS}]月")
_EACH = "各"
_NOT_COME = re.compile("[未没无缺否欠待×✗✘xX○〇—\\-/]|no?$|0$|下周|免")
"""How a cell says that nothing came."""


def register(lists: Lists, kind: str, line: Line) -> None:
    """Add one row of a register of that kind."""
    if kind == "上年未完成事项":
        _open(lists, line)
    else:
        _came(lists, line)


def documents(lists: Lists, line: Line, columns: Mapping[str, Mapping[str, int]]) -> None:
    """A row with columns for each document: its day and copies, a mark that it came, or why it need not come."""
    mention = _mention(line)
    if not (mention.unit or mention.person or mention.both):
        lists.wrong(f"{line.where('unit')}：单位为空，已跳过。")
        return
    for name, parts in columns.items():
        _unread(lists, line, parts)
        cells = {part: _at(line, at) for part, at in parts.items()}
        if _is_form(name):
            _form_cells(lists, replace(mention, of=_kind_of(name)), line, cells)
        else:
            _companion_cells(lists, mention, line, name, cells)


def _unread(lists: Lists, line: Line, parts: Mapping[str, int]) -> None:
    """Keep what looks like a day and is none (3月上旬), so that it is told."""
    for part, at in parts.items():
        raw = _at(line, at)
        text = text_of(raw)
        if part != "paper" and _LIKE_A_DAY.search(text) and not _NOT_COME.match(text) and not EXEMPT.search(text) and day_in(raw, line.frame) is None:
            lists.odd_days.setdefault(shown(raw), []).append(f"{line.sheet}!{line.row.cell(at)}（第{line.row.number}行）")


def _form_cells(lists: Lists, mention: Mention, line: Line, cells: Mapping[str, object]) -> None:
    """What the cells of one kind of form say of it; blank ones say nothing."""
    texts = {part: text_of(value).casefold() for part, value in cells.items()}
    if all(not text or _NOT_COME.match(text) or EXEMPT.search(text) for text in texts.values()):
        return
    days = [day for part in ("day", "") if part in cells and (day := day_in(cells[part], line.frame))]
    copies = next((n for part in ("paper", "") if part in texts and (n := _copies_in(texts[part], alone=bool(part) or not days)) is not None), None)
    lists.receipts.append((mention, Receipt(_key(mention), next(iter(days), None) or _day(lists, line), paper=copies)))


def _companion_cells(lists: Lists, mention: Mention, line: Line, name: str, cells: Mapping[str, object]) -> None:
    raw = cells.get("", cells.get("day"))
    text, day = text_of(raw), day_in(raw, line.frame)
    exempt = text if EXEMPT.search(text) or text.startswith("免") else reason(line.text("exempt"))
    came = text if not exempt and not _NOT_COME.match(text.casefold()) else ""
    day = day or (_day(lists, line) if came else None)
    lists.companions.append((mention, CompanionLine(mention.unit, name, day, "" if day else came, exempt)))


def _at(line: Line, at: int) -> object:
    return line.row.values[at] if at < len(line.row.values) else None


def _came(lists: Lists, line: Line) -> None:
    """A row about one paper, or about several of one owner: a form, or a companion document."""
    material = line.text("material")
    if not any(line.text(use) for use in ("key", "unit", "person", "parent")):
        lists.wrong(f"{line.where('day')}：文件名、单位、姓名都为空，已跳过。")
    elif material and not _is_form(material):
        _companion(lists, line, material)
    elif any(line.text(use) for use in ("key", "day", "paper", "signed")):  # else a line that waits for what is to come
        for mention, copies in _mentions(lists, line):
            signed = lists.yes(line, "signed", default=False)
            day = _day(lists, line)
            lists.receipts.append((replace(mention, of=_kind_of(material) or mention.of), Receipt(line.text("key") or _key(mention), day, signed, copies)))


def _mentions(lists: Lists, line: Line) -> Iterator[tuple[Mention, int | None]]:
    """Whom a row is about, with the copies of each; a log tells all in one cell (数学院承诺书2份、物理院2份)."""
    mention = _mention(line)
    said = mention.both or mention.unit
    logged = _logged(said)
    if not logged:
        text = line.text("paper")
        yield replace(mention, each=text.startswith(_EACH)), _paper(lists, line)
    for n, found in enumerate(logged):
        who = _who(found)
        one = replace(mention, unit="" if mention.both else who, both=who if mention.both else "", each=found["count"].startswith(_EACH), logged=n > 0)
        yield one, count(found["count"].lstrip(_EACH))


def _logged(text: str) -> list[re.Match[str]]:
    return [] if is_file(text) else list(_LOGGED.finditer(text))


def _who(found: re.Match[str]) -> str:
    return found["who"].lstrip("、")


def named_in(text: str) -> list[str]:
    """Whom a cell of a register may name: those of a log, else the whole."""
    return [_who(found) for found in _logged(text)] or [text]


def _companion(lists: Lists, line: Line, material: str) -> None:
    mention, exempt = _mention(line), reason(line.text("exempt"))
    lists.companions.append((mention, CompanionLine(mention.unit or mention.both, material, _day(lists, line), line.text("file"), exempt)))


def _open(lists: Lists, line: Line) -> None:
    if not line.text("text"):
        lists.wrong(f"{line.where('text')}：未完成事项为空，已跳过。")
        return
    explained = "" if line.text("explained") in NO else line.text("explained")
    opened = OpenLine(unit_name(line.text("unit")), person_name(line.text("person")), line.text("text"), explained)
    lists.left_open.append((_mention(line), opened))


def _is_form(material: str) -> bool:
    """Whether a paper is a commitment form, as against a companion document; that of the two heads counts among these."""
    return _FORM.search(material) is not None and not _HEADS.search(material)


def _kind_of(material: str) -> str:
    """Whose form a paper is, beside the organisation's own: secretary or members."""
    return "secretary" if _OF_SECRETARY.search(material) else "members" if _OF_MEMBERS.search(material) else ""


def _mention(line: Line) -> Mention:
    """Whom a row is about. The superior alone, where no other column names anybody, is who handed in."""
    unit, person, parent = unit_name(line.text("unit")), person_name(line.text("person")), unit_name(line.text("parent"))
    if is_file(key := line.text("key")):
        return Mention(both=key, where=line.where("key"))
    use = next((use for use in ("person", "key", "unit", "parent") if line.text(use)), "unit")
    if use == "parent":
        unit, parent = parent, ""
    if key and unit and not person:
        person, key = person_name(key), ""
    of = ""
    if (led := _LED.fullmatch(unit)) is not None:
        unit, of = led["unit"], "secretary"
    both = key if not unit and not person else ""
    return Mention(unit, person, parent, both, head=person_name(line.text("bringer")), where=line.where(use), of=of)


def _key(mention: Mention) -> str:
    return mention.both or mention.unit + mention.person


def _day(lists: Lists, line: Line) -> date | None:
    raw = line.raw("day")
    day = day_of(raw, line.frame)
    if raw not in (None, "") and day is None:
        lists.odd_days.setdefault(shown(raw), []).append(line.where("day"))
    return day


def _paper(lists: Lists, line: Line) -> int | None:
    """A number; 无 is none, while 有 says of copies only that some came."""
    text = line.text("paper").casefold()
    words = not text.isdigit()
    if words and (text in NO or text in YES):
        return 0 if text in NO else None
    return _copies(text) if text.startswith(_EACH) else lists.number(line, "paper", "纸质份数")


def _copies_in(text: str, *, alone: bool) -> int | None:
    """The copies in a cell; one that says a day too has them as 2份."""
    found = None if alone else _COPIES.search(text)
    return _copies(text) if alone else count(found[0]) if found else None


def _copies(text: str) -> int | None:
    return count(text.removeprefix(_EACH))


def document_of(titles: Iterable[str]) -> str:
    """The one companion document that the titles of a register name (实施方案收件情况); "" where they name none, or the forms."""
    names = {_OF_YEAR.sub("", found["name"]) for title in titles for found in DOCUMENT.finditer(title) if not _is_form(found["name"])}
    return names.pop() if len(names) == 1 else ""
