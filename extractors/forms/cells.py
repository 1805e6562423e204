"""Cells of a form's table that say something by themselves or with their neighbour: fields, parts, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.endings import cut_ending
from extractors.forms.grid import GridCell
from extractors.forms.heads import dated_rest
from extractors.forms.lines import read_lines
from extractors.forms.pairs import read_pairs
from extractors.forms.parts import Parts
from extractors.forms.signlines import PERSON, sign_line
from extractors.forms.text import is_blank, label_key, squeeze
from extractors.forms.values import normalise
from extractors.forms.vocabulary import Label, Role, exact
from extractors.model import Block, Paragraph, Passage

Row = Sequence[GridCell]

_SLASH = re.compile("[/／(（]")
_AND = re.compile("[及和与、]")
_LIST = re.compile("[☐□☑☒✓√■]|[：:].*[：:]", re.DOTALL)
"""Boxes to tick, labels within: no value of one field."""
_BESIDE = frozenset({"phone", "member_count", "gender", "birth", "joined", "education", "ethnicity"})
_PHOTOGRAPH = re.compile("(?:近期|本人|个人|党员|[一二两1-2大小]寸|正面|免冠|彩色|标准|登记|此处|[请贴粘附])*[照相]片(?:[张粘]?贴?处|粘贴|栏)?")
"""Where a photograph is to be stuck on; in anybody's name the word stands behind another."""
_OPENS = 16
"""An opinion's label ends among so many letters."""
_VALUE = 30
"""A field's value has so many letters at most."""


def field(parts: Parts, label: GridCell, value: GridCell) -> None:
    """The value beside a field's label; a blank one leaves the label as its place."""
    assert label.label is not None
    if joint(parts, label, value):
        return
    passage = value.cell.passage
    known = label.label
    if known.key == "member_count" and label.key.endswith("党员") and PERSON.fullmatch(squeeze(value.text)) and normalise("member_count", value.text).sure < 1:
        known = Label(Role.FIELD, "name", known.confidence)  # 党员 | 张某
    place = label.cell.passage.strip() if value.blank else passage
    parts.add_field(known, label.text, passage, place)


def joint(parts: Parts, label: GridCell, value: GridCell) -> bool:
    """Two labels in one cell beside two values in the other (姓名/性别 | 张某/男, 负责人（电话） | 张某（……）)."""
    if _SLASH.search(label.text) is None and (label.exact or _AND.search(label.text) is None):
        return False  # nearly every label
    names, values = (_SLASH.split(text.strip().rstrip(")） ")) for text in (label.text, value.text))
    if len(names) == 1 and not label.exact and _AND.search(label.text):
        names, values = _AND.split(label.text.strip()), re.split(r"[\s、,，/]+", value.text.strip())
    if len(names) < 2 or len(values) != len(names) or all(words.isdigit() for words in values):
        return False
    labels = [exact(label_key(name)) for name in names]
    keys = [x.key for x in labels if x is not None and x.role is Role.FIELD]
    # A bracket behind a label is mostly a note, and one behind a value part of it: there both must be labels.
    if len(set(keys)) < (1 if "/" in label.text or "／" in label.text else len(names)) or len(set(keys)) < len(keys):
        return False
    at = 0
    for name, known, words in zip(names, labels, values, strict=True):
        at = value.cell.passage.text.index(words, at)
        part = value.cell.passage.slice(at, at + len(words))
        if known is not None and known.role is Role.FIELD:
            parts.add_field(known, name, part, value.cell.passage)
        else:
            parts.keep(part)
    return True


def own_pairs(parts: Parts, cell: GridCell) -> bool:
    """Fields printed with their values in one cell; True where there are any."""
    if over_value(parts, cell):
        return True
    if cell.long and "：" not in cell.text and ":" not in cell.text:
        return False
    found = False
    for line in cell.cell.passage.lines():
        pairs = [p for p in read_pairs(line) if p.label.role is Role.FIELD]
        if pairs and pairs[0].first:
            found = True
            for pair in pairs:
                parts.add_field(pair.label, pair.text, pair.value, line.strip())
                if (signed := dated_rest(pair, pairs)) is not None:
                    parts.signs.append(signed)
                else:
                    parts.keep(pair.rest)
        elif found:
            parts.keep(line.strip())
    return found


def over_value(parts: Parts, cell: GridCell) -> bool:
    """A label in the first line of a cell with its value below it."""
    label, _, value = cell.text.strip().partition("\n")
    known = exact(label_key(label)) if 0 < len(value.strip()) <= _VALUE and "：" not in label and ":" not in label else None
    if known is None or known.role not in (Role.FIELD, Role.SIGNING, Role.SIGN_DATE) or (known.key != "post" and _names_field(value)):
        return False
    passage = cell.cell.passage
    below = passage.slice(passage.text.index(label) + len(label)).strip()
    if known.role is Role.FIELD:
        parts.add_field(known, label, below, passage.strip())
        return True
    found = sign_line(Passage.join((Passage(f"{label}："), below), ""))
    if found is not None:
        parts.signs.append(found)
    return found is not None


def _names_field(text: str) -> bool:
    """Whether what stands below a label is another label."""
    label = exact(label_key(text))
    return label is not None and label.role is Role.FIELD


def own_part(parts: Parts, cell: GridCell) -> bool:
    """A cell that opens promises, an opinion or the signature by a label on its own first line."""
    line = next((p for p in cell.cell.passage.lines() if not is_blank(p.text)), Passage())
    pairs = read_pairs(line)
    if not (pairs and pairs[0].first and pairs[0].label.role is not Role.FIELD):
        return False
    parts.add(read_lines(cell.cell.blocks))
    return True


def own_opinion(parts: Parts, cell: GridCell) -> bool:
    """A cell across the table that is an opinion under its own label with words behind it (支部大会意见：同意), below the promises."""
    if "意见" not in cell.text[:_OPENS]:
        return False
    pairs = read_pairs(next(cell.cell.passage.lines()))
    if not (pairs and pairs[0].first and pairs[0].label.role is Role.APPROVAL):
        return False
    parts.add(read_lines(cell.cell.blocks))
    return True


def own_signature(parts: Parts, cell: GridCell) -> bool:
    """A cell of nothing but signature, seal and date lines (党支部（盖章） over 2012年3月5日)."""
    ending = cut_ending(cell.cell.blocks)
    if ending.blocks or not any(line.dates or line.mark for line in ending.lines):
        return False
    parts.signs += ending.lines
    return True


def sign_cells(parts: Parts, cells: Row) -> None:
    """A signature row: label and typed name read as one line."""
    line: list[Passage] = []
    for cell in cells:
        line += [*cell.cell.passage.lines(), Passage("：" if cell.label is not None and not cell.text.endswith(("：", ":")) else "  ")]
    found = sign_line(Passage.join(line, ""))
    if found is not None:
        parts.signs.append(found)
        return
    for cell in cells:
        lines = [sign_line(part) for part in cell.cell.passage.lines()]
        parts.signs += [f for f in lines if f is not None and f.firm]


def only_dates(row: Row, heads: Row) -> bool:
    """Whether a row holds nothing but dates, in the columns of the signatures above."""
    lines = [sign_line(c.cell.passage) for c in row]
    return len(row) == len(heads) and any(lines) and all(c.blank or (x is not None and x.dates and not x.rest) for c, x in zip(row, lines, strict=True))


def signs_only(parts: Parts) -> bool:
    """Whether a table within a cell of the form holds opinions and signatures and no promises."""
    return bool(parts.opinions or parts.signs) and not (parts.body or parts.ledger or parts.rows)


def too_much(label: GridCell, value: GridCell) -> bool:
    """Whether what stands beside a label that is only like a field's is more than a field's value."""
    return not label.exact and label.label is not None and label.label.role is Role.FIELD and (value.long or _LIST.search(value.text) is not None)


def own_field(cell: GridCell) -> bool:
    """Whether a cell beside a signature is the label of a field that no signature has."""
    return cell.exact and cell.label is not None and cell.label.role is Role.FIELD and cell.label.key in _BESIDE


def heading_of(label: GridCell) -> Paragraph:
    """The label as a heading line: its letters on one line."""
    parts = [line.strip() for line in label.cell.passage.lines()]
    return Paragraph(Passage.join([p for p in parts if p], ""), bold=True, head=True)


_LIMIT = re.compile("(?:完成|办结|落实|兑现|承诺)?(?:时限|期限|时间|日期)|责任人|负责人|牵头人")
"""How a cell between promises and their limit is called."""


def with_limits(cells: Row) -> Row:
    """The cells beside a label of promises, each name of a limit and its value (…… | 完成时限 | 年底前) in one: on one line, or
    as the heading of a list of them."""
    if len(cells) < 3 or not any(_LIMIT.fullmatch(c.key) for c in cells[1:-1]):
        return cells
    found: list[GridCell] = []
    for cell in cells:
        if found and _LIMIT.fullmatch(found[-1].key) and not cell.blank and "\n" in cell.text.strip():
            found[-1] = replace(found[-1], cell=replace(found[-1].cell, blocks=(heading_of(found[-1]), *cell.cell.blocks)), text=cell.text, key="")
        elif found and _LIMIT.fullmatch(found[-1].key) and not cell.blank:
            line = Paragraph(Passage.join((heading_of(found[-1]).passage, cell.cell.passage.strip()), "："))
            found[-1] = replace(found[-1], cell=replace(found[-1].cell, blocks=(line,)), text=line.text, key="")
        else:
            found.append(cell)
    return [c for c in found if not _LIMIT.fullmatch(c.key)]


_SPEAKS = re.compile("[，。；！]")
"""A mark of a sentence, which no field's value has."""


def said_beside(parts: Parts, label: GridCell, value: GridCell) -> bool:
    """Whether a short sentence stands beside a name like those that head other promises of the table, and is one itself."""
    return label.label is None and _SPEAKS.search(value.text) is not None and any(isinstance(b, Paragraph) and b.head for b in parts.body)


def line_of(label: GridCell, value: GridCell) -> Block:
    """A short value on its label's line."""
    return Paragraph(Passage.join((heading_of(label).passage, value.cell.passage.strip()), "："))


def told_beside(cells: Row) -> tuple[Block, ...]:
    """The blocks of an opinion's cells, the label of a signature or a day among them on one line with what stands beside it."""
    found: list[Block] = []
    label: GridCell | None = None
    for cell in cells:
        if label is not None and not cell.blank:
            found.append(line_of(label, cell))
            label = None
        elif cell.exact and cell.label is not None and cell.label.role in (Role.SIGNING, Role.SIGN_DATE):
            label = cell
        else:
            found += cell.cell.blocks
    return tuple(found if label is None else [*found, *label.cell.blocks])


def is_photograph(cell: GridCell) -> bool:
    """Whether a cell is the place for a photograph."""
    return _PHOTOGRAPH.fullmatch(cell.key) is not None


def leftover(parts: Parts, cell: GridCell) -> None:
    """A last cell without a neighbour: an empty field's label, or text."""
    if cell.label is not None and cell.label.role is Role.FIELD and cell.exact:
        parts.add_field(cell.label, cell.text, Passage(), cell.cell.passage.strip())
    elif not (own_pairs(parts, cell) or own_part(parts, cell)):
        parts.keep(cell.cell.passage)
