"""The promiser's particulars in lines of their own between his name and the day: 承诺人：…… / 单位：…… / 工号：…… / 日期：……"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.dates import DateHit
from extractors.forms.feet import is_hotline
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import Parts
from extractors.forms.signlines import PERSON, SIGNER, SignLine, promises, sign_line
from extractors.forms.text import has_ordinal, is_blank, label_key, squeeze
from extractors.forms.vocabulary import Role, exact, vocabulary
from extractors.model import Block, Paragraph, Passage
from extractors.numerals import YEAR, number

_MOST, _LONGEST = 8, 60
"""So many lines at most, so many letters of each."""
_STRANGE = re.compile(r"\s*(?P<label>[一-鿿](?:[ \u3000]{0,4}[一-鿿]){1,9})\s*[：:]\s*[^。；;，,：:]{2,40}")
_PLACES = frozenset((Role.FIELD, Role.SIGN_DATE, Role.SIGNING))


def take_sign_block(blocks: Sequence[Block], parts: Parts) -> int:
    """How many lines at the end are the promiser's particulars under his name; they are added to `parts`. Nothing is taken where nobody
    signs below them and the name has no label of a signature."""
    count, found = 0, False
    for n, block in enumerate(reversed(blocks[-_MOST:]), 1):
        if not isinstance(block, Paragraph) or not _particular(block.passage):
            break
        if _names(block.passage, bool(parts.signs)):
            count, found = n, True
    if not found:
        return 0
    signs: list[SignLine] = []
    for block in blocks[-count:]:
        if isinstance(block, Paragraph):
            _take(block.passage, signs, parts)
    parts.signs[:0] = signs
    return count


_BARE = re.compile(rf"\s*(?P<year>[12]\d{{3}}|{YEAR})年[^。；;，,：:]{{0,8}}\s*")
"""A time of signing that is no day (2014年七一前夕)."""
_INTRODUCES = 4
"""Somebody introduces himself in so many first lines."""
_TABLE = "。"
"""What stands for a table among lines: no name, no time, not blank."""


def take_bare_name(blocks: Sequence[Block], parts: Parts) -> int:
    """How many lines at the end of an unsigned text are a signature over a time that is no day, or nothing but the name of whoever
    introduced himself by it (我叫张某)."""
    lines = [b.text if isinstance(b, Paragraph) else _TABLE for b in blocks]
    while lines and is_blank(lines[-1]):
        lines.pop()
    timed = _BARE.fullmatch(lines[-1]) if lines else None
    at = len(lines) - (1 if timed is None else 2)
    signed = blocks[at] if at > 0 else None
    if not isinstance(signed, Paragraph) or (name := _signer(signed.passage, lines[:_INTRODUCES], timed is not None)) is None:
        return 0
    parts.signs.append(name)
    for block in blocks[at + 1 :]:
        if isinstance(block, Paragraph) and timed is not None and block.text == timed.string:
            year = DateHit(timed.start("year"), timed.end("year"), number(timed["year"]), None, "partial")
            parts.signs.append(SignLine(block.passage, (year,), "", False, ""))
    return len(blocks) - at


def _signer(line: Passage, opening: Sequence[str], timed: bool) -> SignLine | None:
    """The line as a signature: a name that the opening introduces, or over a time one beside its label."""
    name = squeeze(line.text)
    if PERSON.fullmatch(name) and any(f"{who}{name}" in text for text in opening for who in ("我叫", "我名叫", "我是", "本人")):
        return SignLine(line, (), "", False, name)
    found = sign_line(line) if timed else None
    return found if found is not None and found.person and SIGNER.search(found.label) else None


def _particular(line: Passage) -> bool:
    """Whether a line is a label with a short value, known or not, and no part of a promise."""
    text = line.text
    if is_blank(text):
        return True
    if len(text.strip()) > _LONGEST or "。" in text or "；" in text or has_ordinal(text):
        return False
    if (pairs := read_pairs(line)) and pairs[0].first:
        return all(p.label.role in _PLACES for p in pairs)
    found = _STRANGE.fullmatch(text)
    if found is None:
        return (sign := sign_line(line)) is not None and sign.firm
    key = label_key(found["label"])
    return exact(key) is None and vocabulary().ledger.search(key) is None


def _names(line: Passage, signed: bool) -> bool:
    """Whether a line names the promiser: under 承诺人, or under 姓名 where somebody signs below."""
    sign = sign_line(line)
    if sign is not None and sign.person and promises(sign.label):
        return True
    first = next(iter(read_pairs(line)), None)
    if first is None or not first.first or PERSON.fullmatch(squeeze(first.value.text)) is None:
        return False
    asked = first.label.role is Role.SIGNING or promises(label_key(first.text))
    return (sign is None and asked) or (signed and first.label.key == "name")


def _take(line: Passage, signs: list[SignLine], parts: Parts) -> None:
    sign = sign_line(line)
    if sign is not None and (promises(sign.label) or sign.dates):
        signs.append(sign)
        return
    pairs = read_pairs(line)
    if not pairs:
        parts.keep(line)
    for pair in pairs:
        if _signature(pair) and (named := sign_line(_printed(pair, line))) is not None:
            signs.append(named)
        else:
            _field(pair, line, parts)
            if pair.first and promises(label_key(pair.text)) and not any(promises(s.label) for s in signs):
                signs.append(SignLine(line, (), label_key(pair.text), False, pair.value.text))
        if (dated := sign_line(pair.rest)) is not None and dated.dates:
            signs.append(dated)
        else:
            parts.keep(pair.rest)


def _signature(pair: Pair) -> bool:
    """Whether a label opens its line, asks for a signature and has a name behind it (党员签名：张某　所在支部：……)."""
    return pair.first and pair.label.role is Role.SIGNING and PERSON.fullmatch(squeeze(pair.value.text)) is not None


def _field(pair: Pair, line: Passage, parts: Parts) -> None:
    if pair.label.role is Role.FIELD and not (pair.label.key == "phone" and is_hotline(pair.text)):
        parts.add_field(pair.label, pair.text, pair.value, line.strip())
    else:
        parts.keep(_printed(pair, line))


def _printed(pair: Pair, line: Passage) -> Passage:
    """A label with its value as the line prints them."""
    at = line.text.find(pair.value.text, pair.start + len(pair.text))
    return line.slice(pair.start, at + len(pair.value))
