"""A document → stretches that each hold one form: by titles, and by tables that name their promiser anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extractors.forms.broken import whole_dates, whole_lines
from extractors.forms.dates import find_dates
from extractors.forms.halves import whole
from extractors.forms.pairs import read_pairs
from extractors.forms.papers import without_paper
from extractors.forms.parts import Parts
from extractors.forms.several import letters
from extractors.forms.signlines import sign_line
from extractors.forms.tables import read_table
from extractors.forms.text import SERIAL, has_ordinal, is_blank, is_sheet_line, squeeze
from extractors.forms.titles import CONTINUED, TitleLine, counts_papers, is_motto, opening_title, title_line
from extractors.forms.vocabulary import Role
from extractors.forms.webpages import without_page
from extractors.model import Block, Cell, Document, Paragraph, Passage, Place, Table
from extractors.model.value_class import value_class

_READ = (Place.BODY, Place.TEXT_BOX)
_CARDS = 12
"""Forms on one sheet at most."""
_NUMBERED = 8
"""A foot of so many letters holds the page's number and no more."""
_DAY_LINE = re.compile(r"\s*[一-鿿]{2,8}\s*[：:][^，。；：:]{6,24}")
"""A day of another kind under its label (公示时间：……)."""
_FIRST = re.compile(r"\s*第?[（(]?[1１一①⑴⒈㈠](?![\d０-９十])")
"""The number of a first promise."""
_TITLE_ENDS = frozenset("诺书表卡单)）栏")
_PUNCTUATION = frozenset("。；;！!？?，,：:《》")


@value_class
class ReadTable:
    """A table with what was read in it."""

    table: Table
    parts: Parts

    @property
    def names(self) -> bool:
        """Whether it says who promises: the first table of a form."""
        return self.parts.promised and any(f.key in ("name", "org_name") for f in self.parts.fields)


@value_class
class Segment:
    """A title (empty where none is printed) with everything up to the next one; `again` tells that it follows the signed letter
    of somebody else under the same title, `attached` that 附件 stands over it."""

    title: Passage
    content: tuple[Paragraph | ReadTable, ...]
    continuation: bool = False
    again: bool = False
    attached: bool = False
    page: tuple[Passage, ...] = ()
    """What stands over the title and is no part of it: lines of the paper, of the web page from which the file was copied."""

    @property
    def tables(self) -> list[ReadTable]:
        return [c for c in self.content if isinstance(c, ReadTable)]


def expand(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that are read, frames (tables of one column) opened and whole texts in one paragraph cut at the title."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            if block.cells and (all(c.col == 0 for c in block.cells) or _cards(block)):
                found += expand(b for c in block.cells for b in c.blocks)
            elif (titles := _titles_within(block)) and titles[1:]:
                found += _unstacked(block, titles)
            else:
                found.append(whole_dates(block))
        elif "\n" in block.text and _opens_with_title(block.text):
            found += [replace(block, passage=line) for line in block.passage.lines()]
        else:
            found.append(block)
    return found


def _opens_with_title(text: str) -> bool:
    """Whether one of the first lines is a title: the first of any kind, the next two where they say so by themselves."""
    first, *rest = text.split("\n", 3)[:3]
    return title_line(first) is not None or any((t := title_line(line)) is not None and t.strong for line in rest)


def _cards(table: Table) -> bool:
    """Whether every cell that is not empty is a form under its own title."""
    first = next((c for c in table.cells if c.blocks), None)
    if first is None or "诺" not in first.text[:60] or len(table.cells) > _CARDS:
        return False
    return all(_titled(c.text.strip()) for c in table.cells if not is_blank(c.text))


def _titles_within(table: Table) -> list[Cell]:
    """The cells across the whole table that hold nothing but the title of a form: of several, each heads one."""
    wide = [c for c in table.cells if c.col == 0 and c.cols > 1 and len(c.blocks) == 1 and "诺" in c.text]
    wide = [c for c in wide if not any(o.row == c.row and o is not c for o in table.cells)] if len(wide) > 1 else []
    found = [c for c in wide if (t := title_line(c.text.replace("\n", ""))) is not None and t.strong]
    return found if len({squeeze(c.text) for c in found}) == 1 else []


def _unstacked(table: Table, titles: Sequence[Cell]) -> list[Block]:
    """The same forms below one another, each title over the rows of its own."""
    above = tuple(c for c in table.cells if c.row < titles[0].row)
    found: list[Block] = [Table(above, table.place)] if above else []
    for title, below in zip_longest(titles, titles[1:]):
        stop = below.row if below is not None else max(c.row for c in table.cells) + 1
        rows = tuple(replace(c, row=c.row - title.row - 1) for c in table.cells if title.row < c.row < stop)
        found += [*title.blocks, *([whole_dates(Table(rows, table.place))] if rows else [])]
    return found


def _titled(text: str) -> bool:
    head, _, below = text.partition("\n")
    return len(below) > len(head) and (found := title_line(head)) is not None and found.strong


def segments(document: Document) -> list[Segment]:
    """The stretches of a document, the text before its first title included as one without a title."""
    printed = [b for b in document.blocks if b.place in _READ]
    cleared = without_page(expand(printed if document.pages else whole(printed)))
    paper = without_paper(cleared.blocks)
    blocks = whole_lines(paper.blocks)
    cutter = _Cutter()
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            cutter.table(block)
        else:
            cutter.paragraph(block, blocks[i + 1 : i + 6])
    found = [letter for segment in cutter.done() for letter in _letters(segment)]
    if len(found) == 1 and (signed := _signed_footers(document)):
        found[0] = replace(found[0], content=found[0].content + signed)
    if not any(s.title for s in found) and (title := _header_title(document)):
        found[0] = replace(found[0], title=title)
    if cleared.page or paper.page:
        found[0] = replace(found[0], page=cleared.page + paper.page + found[0].page)
    return found


def _letters(segment: Segment) -> list[Segment]:
    """The letters of several promisers in a stretch, each a stretch of its own."""
    lines = [c for c in segment.content if isinstance(c, Paragraph)]
    starts = letters(lines) if len(lines) == len(segment.content) else []
    if not starts:
        return [segment]
    first, *others = (tuple(lines[a:b]) for a, b in pairwise((0, *starts, len(lines))))
    both = "双" in segment.title.text  # the two sides of one paper, each with its signature
    return [replace(segment, content=first), *(Segment(Passage(), content, continuation=True) if both else _letter(content) for content in others)]


def _letter(content: tuple[Paragraph, ...]) -> Segment:
    """A letter behind another; its first line may be its title."""
    kept = content[next(i for i, line in enumerate(content) if not is_blank(line.text)) :]
    titled = title_line(kept[0].text.replace("\n", "")) is not None
    return Segment(kept[0].passage.strip() if titled else Passage(), kept[1:] if titled else kept, again=True)


def _signed_footers(document: Document) -> tuple[Paragraph, ...]:
    """The lines at the foot of the page on which somebody signs."""
    feet = (b for b in document.blocks if b.place is Place.FOOTER and isinstance(b, Paragraph) and len(b.text) > _NUMBERED)
    return tuple(b for b in feet if (line := sign_line(b.passage)) is not None and (line.label or line.mark or any(h.day for h in line.dates)))


def _header_title(document: Document) -> Passage | None:
    headers = (b for b in document.blocks if b.place is Place.HEADER and isinstance(b, Paragraph))
    return next((b.passage.strip() for b in headers if (t := title_line(b.text)) and t.strong), None)


class _Cutter:
    """Collects blocks and closes a stretch where the next one begins."""

    def __init__(self) -> None:
        self.found: list[Segment] = []
        self.title = Passage()
        self.content: list[Paragraph | ReadTable] = []
        self.continuation = False
        self.attached = False
        self.over: list[Passage] = []
        self.skip = 0

    def done(self) -> list[Segment]:
        self._close()
        return self.found or [Segment(Passage(), ())]

    def paragraph(self, block: Paragraph, ahead: Sequence[Block]) -> None:
        if self.skip:
            self.skip -= 1
            return
        text = block.text
        if len(text) >= 90:
            self.content.append(block)
            return
        if len(text) < 20 and (self.found or self.content or self.title) and CONTINUED.match(squeeze(text)):
            self._start(block.passage.strip(), continuation=True)
            return
        if counts_papers(text):
            self._start(block.passage.strip())
            return
        found = title_line(text.replace("\n", ""))
        passage = block.passage
        if found is None and len(text) < 12 and len(squeeze(text)) in (1, 2):
            found, passage = self._letters(block, ahead)
        elif found is None and (block.centered or block.bold) and not (self.found or self.title) and "诺" in text and all(map(_over_title, self.content)):
            found = opening_title(text)
        elif found is None and not self.title and ahead:
            found, passage = self._wrapped(block, ahead[0])
        if found is not None and block.place is Place.TEXT_BOX and not self.title and not self.found:
            self.title = passage.strip()
        elif found is not None and self._repeats(passage, ahead):
            self.over.append(passage.strip())
        elif found is not None and self._opens(found, block, ahead):
            self._start(self._upward(passage, found), continuation=bool(CONTINUED.match(squeeze(passage.text))))
        else:
            self.content.append(block)

    def _letters(self, block: Paragraph, ahead: Sequence[Block]) -> tuple[TitleLine | None, Passage]:
        """A title set with one or two letters a line."""
        lines = [block.passage.strip()]
        for n, other in enumerate(ahead, start=1):
            if not isinstance(other, Paragraph) or len(squeeze(other.text)) > 3:
                break
            lines.append(other.passage.strip())
            joined = Passage.join(lines, "")
            if (found := title_line(joined.text)) and found.strong:
                self.skip = n
                return found, joined
        return None, block.passage

    def _wrapped(self, block: Paragraph, after: Block) -> tuple[TitleLine | None, Passage]:
        """A title of which the paper's edge has left a letter or two for the next line (……公开承 / 诺书)."""
        end = squeeze(after.text) if isinstance(after, Paragraph) and len(after.text) < 12 else ""
        if not isinstance(after, Paragraph) or not 1 <= len(end) <= 2 or end[-1] not in _TITLE_ENDS:
            return None, block.passage
        joined = Passage.join((block.passage.strip(), after.passage.strip()), "")
        found = title_line(joined.text.replace("\n", ""))
        self.skip = int(found is not None)
        return found, joined if found is not None else block.passage

    def _opens(self, found: TitleLine, block: Paragraph, ahead: Sequence[Block]) -> bool:
        """A weak title counts only before any text of its form or between one that is signed and the fields or promises of the next;
        a heading in the text is none."""
        if found.strong or (not has_ordinal(block.text) and self._signed() and _begins(ahead)):
            return True
        return not self.title and not self.found and all(map(_over_title, self.content)) and not has_ordinal(block.text)

    def _repeats(self, title: Passage, ahead: Sequence[Block]) -> bool:
        """Whether the title of the page before stands over promises that go on counting (…… 4、5、6、)."""
        if not self.title or squeeze(title.text) != squeeze(self.title.text) or self._signed():
            return False
        above = next((c.text for c in reversed(self.content) if isinstance(c, Paragraph) and has_ordinal(c.text)), "")
        below = next(("" if isinstance(b, Table) else b.text for b in ahead if isinstance(b, Table) or not is_blank(b.text)), "") if above else ""
        return has_ordinal(below) and _FIRST.match(below) is None

    def _signed(self) -> bool:
        """Whether the last line is the day of a signature."""
        last = next((c for c in reversed(self.content) if isinstance(c, ReadTable) or not (is_blank(c.text) or is_sheet_line(c.text))), None)
        if last is None or isinstance(last, ReadTable) or len(self.content) < 3:
            return False
        line = sign_line(last.passage)
        dates = line.dates if line is not None else find_dates(last.text) if _DAY_LINE.fullmatch(last.text) else ()
        return any(h.day is not None for h in dates)

    def _upward(self, passage: Passage, found: TitleLine) -> Passage:
        """A title that names nobody begins some lines above (机电学院党总支 / 2012年度 / 公开承诺书)."""
        lines = [passage.strip()]
        while found.bare and len(lines) < 4 and self.content and _short(self.content[-1]):
            above = self.content.pop()
            assert isinstance(above, Paragraph)
            if is_motto(above.text) or SERIAL.fullmatch(squeeze(above.text)):
                self.over.insert(0, above.passage.strip())
            elif any(map(str.isalnum, above.text)):  # neither blank nor a row of stars
                lines.insert(0, above.passage.strip())
        return Passage.join(lines, "")

    def table(self, block: Table) -> None:
        self.skip = 0
        read = ReadTable(block, read_table(block, self._section()))
        before = [c for c in self.content if isinstance(c, ReadTable)]
        again = read.names and any(c.names for c in before)
        if again or (read.parts.title and self.title and before):
            self._start(read.parts.title)
        elif read.parts.title and not self.title:
            self.title = read.parts.title
        self.content.append(read)

    def _section(self) -> Role | None:
        """The part that the table before left open, of this stretch or of one with the same title on the page before."""
        same = bool(self.found) and not self.content and squeeze(self.found[-1].title.text) == squeeze(self.title.text)
        before = [c for c in (self.found[-1].content if same else self.content) if isinstance(c, ReadTable)]
        return before[-1].parts.section if before else None

    def _start(self, title: Passage, continuation: bool = False) -> None:
        if self.title and not any(isinstance(c, ReadTable) or not is_blank(c.text) for c in self.content):
            twice = squeeze(self.title.text).endswith(squeeze(title.text))  # a page prints it over the text and in it
            title = self.title if twice else Passage.join((self.title, title), "")
            self.content.clear()
        elif not self._set_aside():
            attached = title.text.startswith("附") or self._below_sheet_line()
            self._close()
            self.attached = attached
        self.title, self.continuation = title, continuation

    def _below_sheet_line(self) -> bool:
        """Whether 附件 is the last line."""
        last = next((c for c in reversed(self.content) if isinstance(c, ReadTable) or not is_blank(c.text)), None)
        return isinstance(last, Paragraph) and last.text.lstrip().startswith("附") and is_sheet_line(last.text)

    def _set_aside(self) -> bool:
        """Whether nothing but lines that may stand over a title stood before the first one: they are no stretch of their own."""
        if self.found or self.title or not all(map(_over_title, self.content)):
            return False
        lines = (c for c in self.content if isinstance(c, Paragraph) and not (is_blank(c.text) or is_sheet_line(c.text)))
        self.over = [c.passage.strip() for c in lines] + self.over
        self.content.clear()
        return True

    def _close(self) -> None:
        if self.title or any(isinstance(c, ReadTable) or not is_blank(c.text) for c in self.content):
            self.found.append(Segment(self.title, tuple(self.content), self.continuation, attached=self.attached, page=tuple(self.over)))
            self.over = []
        self.title, self.content, self.continuation, self.attached = Passage(), [], False, False


def _begins(ahead: Sequence[Block]) -> bool:
    """Whether a form's fields or promises stand right below, or an opening that comes to them."""
    lines = [b for b in ahead if isinstance(b, Table) or not is_blank(b.text)][:3]
    return any(isinstance(b, Table) or has_ordinal(b.text) or "承诺" in b.text or len(read_pairs(b.passage)) > 1 for b in lines)


def _over_title(block: Paragraph | ReadTable) -> bool:
    """Whether a block may stand over a title: a line of it, or one of the sheet (附件1：)."""
    return _short(block) or (isinstance(block, Paragraph) and is_sheet_line(block.text))


def _short(block: Paragraph | ReadTable) -> bool:
    """Whether a block may be a line of a title: few letters, no sentence, no field, no number."""
    if isinstance(block, ReadTable):
        return False
    plain = squeeze(block.text)
    if SERIAL.fullmatch(plain):
        return True
    if len(plain) > 24 or any(c in _PUNCTUATION for c in plain) or plain.startswith("附") or any(h.day or h.state == "blank" for h in find_dates(block.text)):
        return False
    return not plain or not (has_ordinal(block.text) or read_pairs(block.passage))
