"""What has been found of a form so far; the readers of tables and of lines fill it in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.forms.plausible import DOUBT, plausible
from extractors.forms.signlines import PERSON, SignLine
from extractors.forms.text import is_blank, label_key, squeeze
from extractors.forms.titles import org_name
from extractors.forms.values import normalise
from extractors.forms.vocabulary import Label, Role, exact
from extractors.model import Block, FormField, Passage, Table
from extractors.model.value_class import value_class
from extractors.offices import POSTS
from extractors.surnames import COMPOUND, SURNAMES

_HELD = re.compile(rf"\s*(?P<post>[^\s：:，。]{{2,30}}(?:{POSTS}|干部|民警|[长员师士]))\s+(?P<name>{PERSON.pattern})\s*")
"""An office before the name of whoever holds it; what one may be without an office (学生, 村民) is none."""
_GLUED = re.compile(rf"\s*(?P<post>[^\s：:，。]{{2,30}}(?:{POSTS}))(?P<name>(?:{COMPOUND}|[{SURNAMES}])[一-鿿]{{1,2}})\s*")
"""The same without a blank between them (某村党支部书记张某)."""
_NAMED = 4
"""A name alone has so many letters at most."""
_TOLD = 0.9
"""How sure an office is that stands beside a name."""
_OFFICE = "职务"
"""Its label, which nobody printed."""
UNIT = "unit"
"""The key of 单位 and the like, which only an organisation's form counts as its field."""


@value_class
class Opinion:
    """An approval place: its label and the blocks beside it."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Parts:
    """A form under construction. `promised` tells whether a place for promises is printed, filled or not;
    `section` is the part that is still open at the end of a table, which a table on the next page continues; `rows` are the
    table rows of a label that nobody knows beside a sentence, which are the promises of a form that names no place for them."""

    fields: list[FormField] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    signs: list[SignLine] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    unread: list[Passage] = field(default_factory=list)
    subtitles: list[Passage] = field(default_factory=list)
    title: Passage = Passage()
    promised: bool = False
    section: Role | None = None
    ledger: bool = False
    rows: list[Table] = field(default_factory=list)

    def add_field(self, label: Label, printed: str, value: Passage, place: Passage) -> None:
        """A labelled value; the first filled one of a key counts. `place` stands in for a value that is not there."""
        held = (_HELD.fullmatch(value.text) or _GLUED.fullmatch(value.text)) if label.key == "name" and len(value.text) > _NAMED else None
        if held is not None:  # 承诺人：社区主任　张某
            self.add_field(replace(label, key="post", confidence=_TOLD), _OFFICE, value.slice(*held.span("post")), place)
            value = value.slice(*held.span("name"))
        if label.key == "name" and org_name(value.text):
            label = replace(label, key="org_name")  # 承诺人：某村党支部
        got = normalise(label.key, value.text)
        name = squeeze(printed).rstrip(":")
        text, passage = ("", place) if is_blank(value.text) else (value.text, value.strip())
        seen = value.sure()
        if seen < 1.0 and got.text is not None and not plausible(label.key, got.text):  # read from a picture
            seen = min(seen, DOUBT)
        sure = round(min(label.confidence * got.sure, seen), 2)
        new = FormField(label.key, name, got.text, text, passage, sure)
        old = next((i for i, f in enumerate(self.fields) if f.key == label.key), None)
        if old is None:
            self.fields.append(new)
        elif new.value is not None and (self.fields[old].value is None or self._better_named(label, self.fields[old])):
            self._keep_field(self.fields[old])
            self.fields[old] = new
        elif new.value is not None and new.value != self.fields[old].value:
            self._keep_field(new)

    def _keep_field(self, field: FormField) -> None:
        """A value beside another one of its key, with its label."""
        if field.value is not None:
            self.keep(Passage.join((Passage(f"{field.label}："), field.passage), ""))

    def _better_named(self, label: Label, old: FormField) -> bool:
        """Whether a field's own label stands here and one that only ends in it stood before (值班电话 over 联系电话)."""
        return label.exact and old.confidence < _TOLD and exact(label_key(old.label)) is None

    def promise_rows(self) -> None:
        """Take the rows for promises, each label a heading beside its own."""
        self.body += self.rows
        self.rows, self.promised = [], True

    def keep_rows(self) -> None:
        """Take the rows for what they seem: text that means nothing to the program."""
        for table in self.rows:
            for row in table.rows():
                self.keep(Passage.join((cell.passage.strip() for cell in row), "："))
        self.rows = []

    def keep(self, passage: Passage) -> None:
        """Text that means nothing to the program but is not lost."""
        if not is_blank(passage.text):
            self.unread.append(passage)

    def keep_block(self, block: Block) -> None:
        """The same for a paragraph or all cells of a table."""
        if isinstance(block, Table):
            for cell in block.cells:
                self.keep(cell.passage)
        else:
            self.keep(block.passage)

    def add(self, other: Parts) -> None:
        """All of another part of the same form behind what is here."""
        for found in other.fields:
            if not any(f.key == found.key and f.value is not None for f in self.fields):
                self.fields = [f for f in self.fields if f.key != found.key] + [found]
        self.body += other.body
        self.signs += other.signs
        self._add_opinions(other.opinions)
        self.unread += other.unread
        self.subtitles += other.subtitles
        self.title = self.title or other.title
        self.promised |= other.promised
        self.ledger |= other.ledger
        self.rows += other.rows
        self.section = other.section

    def _add_opinions(self, opinions: list[Opinion]) -> None:
        """An opinion without a label goes on with the last one."""
        for opinion in opinions:
            if not opinion.label and self.opinions:
                last = self.opinions[-1]
                self.opinions[-1] = Opinion(last.label, last.blocks + opinion.blocks)
            else:
                self.opinions.append(opinion)
