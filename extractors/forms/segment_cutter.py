"""Where one form ends and the next begins: at titles, and at tables that name their promiser anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.dates import find_dates
from extractors.forms.pairs import read_pairs
from extractors.forms.segment import ReadTable, Segment
from extractors.forms.signlines import sign_line
from extractors.forms.tables import read_table
from extractors.forms.text import SERIAL, has_ordinal, is_blank, is_sheet_line, squeeze
from extractors.forms.titles import CONTINUED, TitleLine, counts_papers, is_motto, opening_title, title_line
from extractors.forms.vocabulary import Role
from extractors.model import Block, Paragraph, Passage, Place, Table

_DAY_LINE = re.compile(r"\s*[一-鿿]{2,8}\s*[：:][^，。；：:]{6,24}")
"""A day of another kind under its label (公示时间：……)."""
_FIRST = re.compile(r"\s*第?[（(]?[1１一①⑴⒈㈠](?![\d０-９十])")
"""The number of a first promise."""
_TITLE_ENDS = frozenset("诺书表卡单)）栏")
_PUNCTUATION = frozenset("。；;！!？?，,：:《》")


class Cutter:
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
        """The stretches found, the last one closed; an empty one where there is nothing."""
        self._close()
        return self.found or [Segment(Passage(), ())]

    def paragraph(self, block: Paragraph, ahead: Sequence[Block]) -> None:
        """Takes the next paragraph, `ahead` of which a few blocks are seen: a title begins a stretch, all else belongs to the one begun."""
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
        """Takes the next table; one that names its promiser where another one did, or that has a title of its own, begins a stretch."""
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
