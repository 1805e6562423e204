"""The end of a form or of an opinion: its signature, seal and date lines, told apart from the words above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.dates import find_dates
from extractors.forms.signlines import GROUP, MARK, PERSON, UPPER, SignLine, nameable, sign_line
from extractors.forms.text import ORDINAL, half, has_ordinal, is_blank, is_own_label, is_sheet_line, squeeze
from extractors.forms.titles import house_name, org_name
from extractors.houses import WORKPLACES
from extractors.model import Block, Paragraph, Passage, Table
from extractors.model.value_class import value_class
from extractors.offices import POSTS, WORK
from extractors.surnames import COMPOUND

_OPINION = re.compile(r"同意|属实|合格|通过|批准|可行|已?阅|准予|符合|认可|无异议|可以")
_AFTER_DATE = re.compile(r"[\s。.)）]*")
_STOPS = frozenset("。；;，,！!、)）")
_NEAR = 80
"""So many lines above tell whether a last label is one of each promise."""
_DAY = re.compile(r"[日号]\s*$|\d\s*$")
_TAIL = re.compile(rf"(?:{MARK}|(?:(?<=[。；;！!\s])|^)(?:承\s*诺\s*人|签\s*名|签\s*字)\s*(?:{MARK})?\s*[：:])")


@value_class
class Ending:
    """Blocks without their end, and the lines of that end from top to bottom."""

    blocks: tuple[Block, ...]
    lines: tuple[SignLine, ...]


def cut_ending(blocks: Sequence[Block]) -> Ending:
    """The blocks without the signature, seal and date lines at their end. A line that merely looks like a name or an
    organisation belongs to the end only above (or beside) one that shows it."""
    kept = list(blocks)
    taken: list[SignLine] = []
    while kept:
        last = kept[-1]
        if isinstance(last, Table):
            lines = _signed_table(last) or (_names(last) if len(kept) > 1 and _asks(kept[-2]) else [])
            if not lines:
                break
            taken += reversed(lines)
            kept.pop()
            continue
        if last.text.rstrip().endswith(("：", ":")) and is_own_label(last.text, (b.text for b in kept[-_NEAR:-1] if isinstance(b, Paragraph))):
            break
        if taken and kept[1:] and _called_out(last) and _called_out(kept[-2]):
            break
        kept.pop()
        rest = _pop_lines(last, taken)
        if rest is not None:
            kept.append(rest)
            break
    return Ending(tuple(kept), tuple(reversed(taken)))


def _called_out(block: Block) -> bool:
    """Whether a line is a phrase of four letters and no more (微笑服务): of several below one another, the last is no name."""
    text = block.text.strip() if isinstance(block, Paragraph) and len(block.text) < _SHORT else ""
    return len(text) == _PHRASE and PERSON.fullmatch(text) is not None and re.match(COMPOUND, text) is None


_PHRASE, _SHORT = 4, 12


def _signed_table(table: Table) -> list[SignLine]:
    """The lines of a table that holds nothing but signatures and dates (承诺人：张某 | 2012年3月5日), else []."""
    found: list[SignLine] = []
    for cell in table.cells:
        for printed in cell.passage.lines():
            if is_blank(printed.text):
                continue
            line = sign_line(printed)
            if line is None or not (line.firm or line.person):
                return []
            found.append(line)
    return found if any(line.label or line.mark for line in found) else []


def _names(table: Table) -> list[SignLine]:
    """The names of a table that holds nothing else, a name a cell, else []."""
    filled = [cell.passage for cell in table.cells if not is_blank(cell.text)]
    if not filled or not all(len(p.text) < 10 and PERSON.fullmatch(squeeze(p.text)) for p in filled):
        return []
    return [SignLine(p, (), "", False, p.text.strip()) for p in filled]


def _asks(block: Block) -> bool:
    """Whether a line asks for signatures and names nobody (承诺人签名：)."""
    line = sign_line(block.passage) if isinstance(block, Paragraph) else None
    return line is not None and bool(line.label or line.mark) and not line.rest


def _pop_lines(paragraph: Paragraph, taken: list[SignLine]) -> Paragraph | None:
    """Takes lines off the end of a paragraph; None where nothing is left of it."""
    lines = list(paragraph.passage.lines())
    changed = False
    while lines:
        line = lines[-1]
        if not (is_blank(line.text) or is_sheet_line(line.text)):
            found = sign_line(line) or (_heading(line) if taken else None)
            if taken and taken[-1].dates and not taken[-1].rest and (found is None or not found.firm):
                found = _posted(line) or found
            if not _belongs(found, taken):
                break
            assert found is not None
            taken.append(found)
        lines.pop()
        changed = True
    if not lines:
        return None
    cut = _tail(lines[-1]) or (None if any(t.dates for t in taken) else _behind_stop(lines[-1]))
    if cut is not None:
        head, found = cut
        taken.append(found)
        lines[-1] = head
        changed = True
    return replace(paragraph, passage=Passage.join(lines)) if changed else paragraph


_HEADED = re.compile(rf"{ORDINAL.pattern}\s*(?:(?:承诺人|本人|党员)?(?:签名|签字|签章|盖章|签署)|承诺人|落款|署名)\s*[：:]?\s*")


def _heading(line: Passage) -> SignLine | None:
    """A numbered heading of the signature (三、签名)."""
    return SignLine(line, (), "", True, "") if len(line.text) < 16 and _HEADED.fullmatch(line.text) else None


_POST = rf"[^\s：:，,。；;]{{1,20}}(?:{WORKPLACES}|{WORK}|{POSTS})"
"""A house, or what somebody is by his work."""
_POSTED = re.compile(rf"\s*{_POST}(?P<parted>\s*[：:]\s*|\s+)(?P<name>[一-鿿]{{2,3}}|(?:{COMPOUND})[一-鿿]{{1,2}})\s*")


def _posted(line: Passage) -> SignLine | None:
    """Somebody's work or house and his name, right above a day (县医院护士　张某, 驾驶员：张某)."""
    found = _POSTED.fullmatch(line.text) if len(line) < 40 and not has_ordinal(line.text) else None
    if found is None:
        return None
    start = found.start("name") if found["parted"].strip() else len(line.text) - len(line.text.lstrip())
    return SignLine(line, (), "", True, line.text[start : found.end("name")], start)


def _belongs(found: SignLine | None, taken: Sequence[SignLine]) -> bool:
    """A line of the end; one that only looks like a name or a unit needs a firm line below it."""
    if found is None:
        return False
    if found.firm:
        # A second bare date above a dated end is a time limit of the text.
        bare = not (found.label or found.mark or found.rest)
        theirs = bool(taken) and UPPER.search(taken[-1].label) is not None
        return not (bare and any(t.dates for t in taken)) or theirs
    if taken and taken[-1].dates and not taken[-1].rest and GROUP.fullmatch(squeeze(found.rest)):
        return True
    return (any(t.firm for t in taken) and (nameable(found.rest) or house_name(found.rest) != "")) or bool(not taken and org_name(found.rest))


def _tail(line: Passage) -> tuple[Passage, SignLine] | None:
    """A promise with the signature place on its own line: cut before the place."""
    text = line.text
    for found in _TAIL.finditer(half(text)):
        start = found.start()
        if (label := _LABEL_BEFORE.search(text, 0, start)) is not None:
            start = label.start("label")
        end = sign_line(line.slice(start))
        if end is not None and end.firm and start > 0:
            return line.slice(0, start), end
    return None


_LABEL_BEFORE = re.compile(r"[。；;！!）)]?(?:\s{2,}|(?<=[。；;！!])\s?)(?P<label>[一-鿿]{0,8}(?:书记|负责人|审核人|审批人|领导|主任|委员))\s?$")
"""The label of a signature before its mark, behind a stop or a wide blank (同意。　　支部书记（签字）：)."""


def _behind_stop(line: Passage) -> tuple[Passage, SignLine] | None:
    """A promise with a name or an organisation and a day behind its last stop (……30盏。某支部　2014年3月4日)."""
    text = line.text
    at = text.rfind("。", 0, max(len(text) - 1, 0)) + 1
    end = sign_line(line.slice(at)) if at and _DAY.search(text, at) else None
    if end is None or not end.rest or not any(h.day for h in end.dates) or not nameable(end.rest):
        return None
    return line.slice(0, at), end


def all_sign_lines(blocks: Sequence[Block]) -> Ending:
    """As cut_ending, for an approval cell: every signature, seal and date line goes, wherever it stands."""
    kept: list[Block] = []
    taken: list[SignLine] = []
    for block in blocks:
        if isinstance(block, Table):
            kept.append(block)
            continue
        lines: list[Passage] = []
        for line in block.passage.lines():
            found = sign_line(line)
            if found is not None and found.firm:
                taken.append(found)
                if (opinion := _opinion_words(found)) is not None:
                    lines.append(opinion)
            elif (cut := _tail(line)) is not None:
                lines.append(cut[0])
                taken.append(cut[1])
            elif (dated := _dated(line)) is not None:
                lines.append(dated[0])
                taken.append(dated[1])
            elif not is_blank(line.text):
                lines.append(line)
        if lines:
            kept.append(replace(block, passage=Passage.join(lines)))
    return Ending(tuple(kept), tuple(taken))


def _dated(line: Passage) -> tuple[Passage, SignLine] | None:
    """An opinion with the date behind its last stop or blank (经审核，同意。2012年6月14日); a date within it stays."""
    text = line.text
    hit = next(reversed(find_dates(text)), None)
    if hit is None or hit.state == "partial" or not _AFTER_DATE.fullmatch(text, hit.end):
        return None
    head = text[: hit.start].rstrip()
    parted = len(head) < hit.start or head[-1:] in _STOPS or _OPINION.search(head, max(0, len(head) - 3))
    date_line = sign_line(line.slice(hit.start)) if head and parted else None
    return (line.slice(0, len(head)), date_line) if date_line is not None else None


def _opinion_words(line: SignLine) -> Passage | None:
    """The opinion that shares its line with the seal or the date (同意（盖章） 2012年3月6日)."""
    before = not is_blank(line.passage.text[: line.rest_start])
    if not line.rest or line.label or before or not _OPINION.search(line.rest):
        return None
    return line.passage.slice(line.rest_start, line.rest_start + len(line.rest))
