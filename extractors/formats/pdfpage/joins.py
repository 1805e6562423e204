"""Pages to one flow: running heads and page numbers set aside, tables and cells that run over a page break made one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.formats.pdfpage.grid import PADDING
from extractors.formats.pdfpage.layout import FOOT_ZONE, HEAD_ZONE, LaidOut, PageCell, PageTable, Part
from extractors.formats.pdfpage.letters import ORDINAL
from extractors.formats.pdfpage.lines import Line
from extractors.formats.pdfpage.room import first_word, runs_on

_PAGE_NUMBER = re.compile(
    r"\s*[-–—―~·•]?\s*(?:第\s*[\d一二三四五六七八九十]+\s*页|\d{1,3}|Page\s*\d+)"
    r"(?:\s*[,，/／]?\s*(?:共|of|/)?\s*\d+\s*页?)?\s*[-–—―~·•]?\s*(?:打印(?:日期|时间)\s*[:：]?[\d\s:：/.年月日-]{6,24})?",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:^|\s{2,})(?:(?:https?|file)://\S+|\d{1,3}\s?/\s?\d{1,3}"
    r"|(?:\d{1,4}[-./年]\s?){1,2}(?:\d{1,2}月)?\d{1,4}日?,?\s*(?:[上下]午\s*)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)(?:$|\s{2,})"
)
"""What a browser prints at the paper's edge beside the name of the page: its address, the number of the sheet and of all, the minute of printing."""
_LONGEST_LABEL = 20
_TITLE = "承诺书"
_COMPLETE = re.compile(
    r"(?:[:：）)\d]|名称|姓名|性别|民族|年龄|时间|年月|日期|时限|期限|职务|人数|电话|号码|方式|书记|人|事项|内容|意见|情况"
    r"|目标|项目|措施|签[名字]|备注|类别|单位|部门|岗位|职称|学历)$"
)
_SHIFT = 4.0


@dataclass(slots=True)
class Flow:
    """The parts of all pages in one sequence; head and foot lines and those that run askew apart."""

    parts: list[Part] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    feet: list[Line] = field(default_factory=list)
    askew: list[Line] = field(default_factory=list)


def flow(pages: Sequence[LaidOut]) -> Flow:
    """The pages as one: a table at the top of a page goes on with the one that ended the page before."""
    found = Flow()
    repeated = _repeated(pages)
    for page in pages:
        body = _body(page, repeated, found)
        if body and found.parts:
            last, first = found.parts[-1], body[0]
            if isinstance(last, PageTable) and isinstance(first, PageTable) and _continues(last, first):
                _append(last, first)
                body = body[1:]
        found.parts.extend(body)
        found.askew.extend(page.askew)
    return found


def _body(page: LaidOut, repeated: frozenset[str], found: Flow) -> list[Part]:
    """The page's parts without running heads and page numbers, which are put into `found`. A line that names a form
    stays, unless the table under it goes on with one from the page before."""
    _, low, _, high = page.bounds
    body: list[Part] = []
    last, first = found.parts[-1:], [p for p in page.parts if isinstance(p, PageTable)][:1]
    goes_on = any(_continues(a, b) for a in last if isinstance(a, PageTable) for b in first)
    for part in page.parts:
        margin = _margin(part, low, high, found) if isinstance(part, Line) else None
        if isinstance(part, Line) and margin is not None and (_stamped(part) or (_runs(part, repeated) and (goes_on or _TITLE not in _key(part)))):
            margin.append(part)
        else:
            body.append(part)
    return body


def _margin(line: Line, low: float, high: float, found: Flow) -> list[Line] | None:
    """Where the line belongs if it is a running one: most lines stand in no margin, and are not looked at."""
    return found.feet if line.y < low + FOOT_ZONE else found.heads if line.y > high - HEAD_ZONE else None


def _stamped(line: Line) -> bool:
    """Whether the line is a browser's: a word of it stands apart that only a printing program writes."""
    return _STAMP.search(line.text.strip()) is not None


def _runs(line: Line, repeated: frozenset[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _key(line) in repeated


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split()))


def _repeated(pages: Sequence[LaidOut]) -> frozenset[str]:
    """Small lines that stand in the margin of at least two pages. A form's own title is larger than its text."""
    if len(pages) < 2:
        return frozenset()
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [p for p in page.parts if isinstance(p, Line)]
        sizes = sorted([line.em for line in lines])
        cells = sorted([line.em for p in page.parts if isinstance(p, PageTable) for c in p.cells for line in c.lines])
        body = (cells or sizes or [0.0])[len(cells or sizes or [0.0]) // 2]
        _, low, _, high = page.bounds
        margin = {_key(x) for x in lines if x.em <= body * 1.05 and not low + FOOT_ZONE <= x.y <= high - HEAD_ZONE}
        counts.update(margin)
    return frozenset(key for key, count in counts.items() if count >= 2)


def _continues(above: PageTable, below: PageTable) -> bool:
    return _same_columns(above, below) and not _starts_over(above, below)


def _starts_over(above: PageTable, below: PageTable) -> bool:
    """Whether the second table is another form of the same print: it begins with the same label again. A heading row
    that is repeated on each page is equal as a whole, and other labels follow it."""
    first, again = _row(above, 0), _row(below, 0)
    if not first or not again or not first[0] or first[0] != again[0]:
        return False
    if first != again or _TITLE in first[0]:
        return True
    labels, others = _labels(above), _labels(below)
    return len(others) > 1 and sum(label in labels for label in others) > 0.6 * len(others)


def _row(table: PageTable, row: int) -> list[str]:
    return [c.text for c in table.cells if c.row == row]


def _labels(table: PageTable) -> list[str]:
    """What stands in the first column under the first row."""
    return [c.text for c in table.cells if c.row and not c.col and c.text]


def _same_columns(above: PageTable, below: PageTable) -> bool:
    """Whether two tables have the same outer edges, and all inner edges of the one with fewer occur in the other, or the rows
    between which the page breaks are parted in the same way."""
    if abs(above.xs[0] - below.xs[0]) > _SHIFT or abs(above.xs[-1] - below.xs[-1]) > _SHIFT:
        return False
    few, many = sorted((above.xs, below.xs), key=len)
    return not _missing(few, many) or _parted_alike(above, below)


def _missing(xs: Sequence[float], others: Sequence[float]) -> list[float]:
    """Those edges that do not occur among the others."""
    return [x for x in xs if all(abs(x - y) > _SHIFT for y in others)]


def _parted_alike(above: PageTable, below: PageTable) -> bool:
    """Whether the last row above and the first one below have the same cells. Rows of one cell all look the same, so the text
    has to run on."""
    last, first = [c for c in above.cells if c.row + c.rows == above.height], [c for c in below.cells if c.row == 0]
    if len(last) != len(first):
        return False
    if len(last) == 1:
        a, b = last[0], first[0]
        return bool(a.lines and b.lines) and (_runs_on(a, b) or _next_point(a, b))
    starts, others = [above.xs[c.col] for c in last], [below.xs[c.col] for c in first]
    return not _missing(starts, others) and not _missing(others, starts)


def _append(above: PageTable, below: PageTable) -> None:
    """Put the rows of `below` under those of `above`; cells cut by the page break become one again."""
    _align(above, below)
    rows = below.cells
    if _heads_again(above, below):
        depth = max(c.rows for c in rows if c.row == 0)
        rows = [c for c in rows if c.row >= depth]
        for cell in rows:
            cell.row -= depth
    if not rows:
        return
    height = above.height
    last = [c for c in above.cells if c.row + c.rows == height]
    first = [c for c in rows if c.row == 0]
    pairs = {id(b): a for b in first for a in last if (a.col, a.cols) == (b.col, b.cols)}
    shift = height - 1 if _goes_on(last, first, pairs) else height
    _stack(above, rows, pairs, shift, height)
    above.bottom = below.bottom
    above.cells.sort(key=lambda c: (c.row, c.col))


def _stack(above: PageTable, rows: list[PageCell], pairs: dict[int, PageCell], shift: int, height: int) -> None:
    for cell in rows:
        into = pairs.get(id(cell)) if cell.row == 0 else None
        cut = shift < height or (into is not None and not cell.text and not cell.tables and _spans(into, above))
        if into is not None and cut:
            into.rows = max(into.row + into.rows, shift + cell.rows) - into.row
            into.lines.extend(cell.lines)
            into.tables.extend(cell.tables)
        else:
            cell.row += shift
            above.cells.append(cell)


def _spans(cell: PageCell, table: PageTable) -> bool:
    """Whether a cell over an empty one of the next page may be merged with it: it spans rows, or it is the first of its row and
    no other row of the table begins with an empty cell."""
    if cell.rows > 1:
        return True
    return bool(cell.text) and not cell.col and table.height > 1 and all(c.text for c in table.cells if not c.col)


def _align(above: PageTable, below: PageTable) -> None:
    """Give both tables all columns that one of them has."""
    few, many = sorted((above.xs, below.xs), key=len)
    xs = tuple(sorted((*many, *_missing(few, many))))
    for table in (above, below):
        if len(table.xs) < len(xs):
            _recolumn(table, xs)
            table.xs = xs


def _recolumn(table: PageTable, xs: tuple[float, ...]) -> None:
    place = [min(range(len(xs)), key=lambda i, x=x: abs(xs[i] - x)) for x in table.xs]  # type: ignore[misc]
    for cell in table.cells:
        end = place[min(cell.col + cell.cols, len(place) - 1)]
        cell.col = place[cell.col]
        cell.cols = max(1, end - cell.col)


def _heads_again(above: PageTable, below: PageTable) -> bool:
    """Whether the page begins with the table's heading row once more (Word repeats it on every page)."""
    first = [(c.col, c.cols, c.text) for c in above.cells if c.row == 0]
    again = [(c.col, c.cols, c.text) for c in below.cells if c.row == 0]
    return len(first) > 1 and first == again and all(text for _, _, text in first)


def _goes_on(last: list[PageCell], first: list[PageCell], pairs: dict[int, PageCell]) -> bool:
    """Whether the first row of a page is the rest of the row that the page break cut: same cells, and the cell that
    names the row is printed on one of the two pages only. Without such a cell the text itself must run on."""
    if len(pairs) != len(first) or len(first) != len(last):
        return False
    both = [(pairs[id(c)], c) for c in sorted(first, key=lambda c: c.col)]
    both = [(a, b) for a, b in both if a.rows == 1] or both
    filled = [(a, b) for a, b in both if a.text and b.text]
    name, rest = both[0]
    if len(both) > 1 and name.text and not rest.text:
        return not _anew(both[1:])
    if len(both) > 1 and rest.text and not name.text:
        return bool(filled) and all(_runs_on(a, b) for a, b in filled)
    if len(both) > 1 and name.text and rest.text:
        return _label_runs_on(name, rest) and (len(both) == 2 or _all_cut(both[1:]))
    return bool(filled) and all(_runs_on(a, b) or _next_point(a, b) for a, b in filled)


def _anew(cells: list[tuple[PageCell, PageCell]]) -> bool:
    """Whether the cells beside a name that is printed on the first page only are another row of it: several are filled on both
    pages, and one of them had room for more."""
    filled = [(a, b) for a, b in cells if b.text]
    return len(filled) > 1 and all(a.text for a, _ in filled) and any(_had_room(a, b) and not _next_point(a, b) for a, b in filled)


def _all_cut(cells: list[tuple[PageCell, PageCell]]) -> bool:
    """Whether the cells beside a label that was cut are cut too: some end above, and in none of the others was room for more."""
    filled = [(a, b) for a, b in cells if b.text]
    return len(filled) < len(cells) and all(a.text and not _had_room(a, b) for a, b in filled)


def _had_room(above: PageCell, below: PageCell) -> bool:
    """Whether the first word of `below` would have stood in the last line of `above`."""
    last, first = above.lines[-1], below.lines[0]
    return above.x1 - PADDING - last.x1 > first_word(first) - 0.03 * last.em


def _label_runs_on(above: PageCell, below: PageCell) -> bool:
    """Whether the page break cut the label itself (上一级党组织 / 审定意见): the first part fills its line and is no
    label as it stands."""
    if len(above.text) + len(below.text) > _LONGEST_LABEL or _COMPLETE.search(above.text):
        return False
    last, first = above.lines[-1], below.lines[0]
    room = above.x1 - above.x0 - 2 * PADDING - (last.x1 - last.x0)  # most labels are centred
    return room < first_word(first) + 0.3 * last.em and not ORDINAL.match(first.text)


def _runs_on(above: PageCell, below: PageCell) -> bool:
    """Whether a sentence that `above` leaves open goes on in `below`."""
    return runs_on(above.lines[-1], below.lines[0], above.x1, 1.2)


def _next_point(above: PageCell, below: PageCell) -> bool:
    """Whether both hold numbered points, as when a page break falls between two of them."""
    return bool(ORDINAL.match(below.lines[0].text)) and any(ORDINAL.match(line.text) for line in above.lines)
