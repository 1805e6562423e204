"""Slips of the recogniser that the characters beside them, and the room that they take, betray: a mark that was not seen
behind a numeral, a comma read as a full stop, × read as a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.formats.pdfpage.letters import WIDE
from extractors.formats.scanpage.engine import Letter

_NUMERALS = frozenset("一二三四五六七八九十")
_LOST = 1.6
"""Ems from a numeral at the head of a line to the next ideograph at least, where a mark stood between them."""
_SPECKS = frozenset("·•")
"""What a speck of dust at the end of a line is read as: these marks only stand between characters."""
_POINTS, _ROOM = frozenset(".·•"), 1.45
"""What dust is read as within a line, and the ems from ideograph to ideograph from which a mark has room between them."""
_PROSE = 9
"""Characters from which a line is a sentence: a point in a shorter one may be that of a name (买买提·艾力)."""
_HIDDEN, _OTHER = re.compile("[xX×]{3,}"), re.compile("[A-WYZa-wyz]")


def mended(letters: Sequence[Letter]) -> list[Letter]:
    """The letters of a line, with what they betray set right."""
    found = list(letters)
    while found and found[-1].char in _SPECKS:
        found.pop()
    _crosses(found)
    if em := _em(found):
        found = _points(found, em)
        if at := _unmarked(found, em):
            found.insert(at, Letter("、", (found[at - 1].at + found[at].at) / 2, 1.0))
    return found


def _points(letters: list[Letter], em: float) -> list[Letter]:
    """Points between ideographs of a sentence: dust where the characters leave no room for a mark, else a full stop is a
    comma. Chinese print has none there, save behind a numeral that counts."""
    if len(letters) < _PROSE:
        return letters
    kept: list[Letter] = letters[:1]
    for i, letter in enumerate(letters[1:-1], 1):
        before, behind = letters[i - 1], letters[i + 1]
        counts = i <= 2 and all(x.char in _NUMERALS for x in letters[:i])
        if letter.char not in _POINTS or counts or not (before.char >= WIDE <= behind.char and before.char.isalpha() and behind.char.isalpha()):
            kept.append(letter)
        elif (behind.at - before.at) / em > _ROOM:
            kept.append(letter._replace(char="，") if letter.char == "." else letter)
    return [*kept, letters[-1]]


def _crosses(letters: list[Letter]) -> None:
    """Letters x in a row, with no other Latin letter on the line, are the × that hide something (0731-×××××)."""
    text = "".join(letter.char for letter in letters)
    if _OTHER.search(text):
        return
    for hidden in _HIDDEN.finditer(text):
        for i in range(hidden.start(), hidden.end()):
            letters[i] = letters[i]._replace(char="×")


def _em(letters: Sequence[Letter]) -> float:
    """The usual step between ideographs as a share of the width; 0 where too few tell."""
    steps = [b.at - a.at for a, b in pairwise(letters) if a.char >= WIDE <= b.char]
    return median(steps) if len(steps) > 2 else 0.0


def _unmarked(letters: Sequence[Letter], em: float) -> int:
    """How many numerals open the line with room for a mark behind them, but none there; 0 where it is not so."""
    if letters[0].char in _NUMERALS:
        count = next((i for i, letter in enumerate(letters) if letter.char not in _NUMERALS), 0)
    elif letters[0].char.isdecimal() and len(letters) >= _PROSE:
        count = next((i for i in range(1, len(letters)) if not letters[i].char.isdecimal() or letters[i].at - letters[i - 1].at > em), 0)
    else:
        return 0
    if not 0 < count <= 3 or not letters[count].char.isalnum():
        return 0
    least = _LOST - 0.25 * (letters[count - 1].char.isdecimal() + letters[count].char.isdecimal())  # a digit is half as broad
    return count if least <= (letters[count].at - letters[count - 1].at) / em <= least + 1.0 else 0
