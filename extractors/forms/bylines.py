"""Who gives the promises, where a line below the title says it without labels: 某镇党委书记　张某."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.forms.parts import Parts
from extractors.forms.signing import signer_line
from extractors.forms.signlines import PERSON
from extractors.forms.text import has_ordinal, tabbed
from extractors.houses import PARTY
from extractors.model import Paragraph, Passage
from extractors.model.value_class import value_class
from extractors.offices import LED, POSTS

_POST = rf"(?P<post>(?!各位|尊敬|亲爱)[一-鿿]{{2,24}}\s?(?:{POSTS}|[{LED}]长|[教医护]师))"
_BYLINE = re.compile(rf"\s*(?:[—–-]+\s*)?{_POST}\s+(?!同志|大家|朋友|乡亲|各位|意见|签|承诺)(?P<name>{PERSON.pattern})\s*")
_UNIT = re.compile(
    rf"\s*(?:[—–-]+\s*)?(?P<unit>[^\s:]{{2,30}}?(?:{PARTY})(?:部?委员会)?)(?:\s{{2,}}|\t)(?P<post>(?:党支部|支部|党总支|总支|党委)?书记)\s*[:]?\s*(?P<name>{PERSON.pattern})\s*"
)
"""An organisation, the office of its head and his name, wide blanks between them (某厂党总支　　书记　张某)."""
_BRACKETED = re.compile(rf"\s*(?:[—–-]+\s*)?(?P<name>{PERSON.pattern})\s*[(]{_POST}[)]\s*")
_MARKS = re.compile("[，。；：:,;]")
_LONGEST = 40
"""A line with a house and a name has so many letters at most."""
_LINES = 3
"""A byline is among so many first lines."""


@value_class
class Byline:
    """A person's post and name as printed, and his organisation where it stands apart from the post."""

    post: Passage
    name: Passage
    unit: Passage = Passage()


def byline(parts: Parts) -> Byline | None:
    """The byline of a form that labels nobody's name."""
    if any(f.key == "name" for f in parts.fields):
        return None
    for line in (*parts.subtitles, *_first_lines(parts)):
        text = _inside(tabbed(line.text))
        if (parted := _UNIT.fullmatch(text)) is not None:
            return Byline(line.slice(*parted.span("post")), line.slice(*parted.span("name")), line.slice(*parted.span("unit")))
        if (found := _BYLINE.fullmatch(text) or _BRACKETED.fullmatch(text)) is not None:
            return Byline(line.slice(*found.span("post")), line.slice(*found.span("name")))
    return None


def _inside(text: str) -> str:
    """A line without the brackets around all of it, blanks in their places."""
    return f" {text[1:-1]} " if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else text


def is_byline(text: str) -> bool:
    """Whether a line says nothing but somebody's post and name."""
    return any(p.fullmatch(tabbed(text)) for p in (_UNIT, _BYLINE, _BRACKETED))


def signed_byline(parts: Parts) -> int | None:
    """Where among the first lines of the body the signer stands with his house and nothing else (某厂检修班　　张某); None where he
    does not."""
    signer = signer_line(parts.signs) if parts.body else None
    if signer is None or not signer.person:
        return None
    for at, line in enumerate(_first_lines(parts)):
        words = line.text.split()
        if len(words) > 1 and len(line) <= _LONGEST and "".join(words).endswith(signer.person) and not _MARKS.search(line.text) and len(words[0]) > len(signer.person):
            return at
    return None


def _first_lines(parts: Parts) -> Iterator[Passage]:
    for block in parts.body[:_LINES]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            return
        yield block.passage
