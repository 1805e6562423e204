"""Telephone numbers as people write them into a field: any number of them, with area codes, extensions, names and notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

_MOBILE, _AREA, _LOCAL = r"1[3-9]\d{9}", r"(?:010|02\d|0[3-9]\d\d)", r"[2-9]\d{6,7}"
_FULL = rf"(?:{_MOBILE}|{_AREA}\d{{7,8}})"
_NUMBER = re.compile(rf"{_FULL}|{_LOCAL}|[48]00\d{{7}}")
_GLUED = re.compile(rf"{_FULL}(?:{_FULL}|{_LOCAL})+|{_LOCAL}{_FULL}+")
"""Whole numbers without anything between them; that there are several is sure where one is a mobile or has its area code."""
_PLAIN = re.compile(rf"{_MOBILE}|{_AREA}-?[2-9]\d{{7}}")
"""One whole number and nothing else, as most fields have it."""
_EIGHT = r"010|02\d|0311|0371|0411|0431|0451|051[0-69]|0531|0532|0571|057[3-79]|0591|0595|0731|0755|0757|0769|0898"
"""Area codes behind which a number has eight digits, and long had by 2010: those of the large cities."""
_ONE_SHORT = re.compile(rf"(?:{_EIGHT})\d{{7}}")
_COUNTRY = re.compile(r"(?:00)?86(?=0?\d{9,11})")
_SIDE_BY_SIDE = r"[\s\-._()]"
_CHUNK = re.compile(rf"\d(?:{_SIDE_BY_SIDE}*\d)*")
_SHORT_WORD = re.compile(r"(?:内线|短号|小号|集群|虚拟网?|分机|转|ext)\D{0,3}$", re.IGNORECASE)
_NOT_A_PHONE = re.compile(r"[^\s@]{1,64}@\S{1,64}|(?:QQ|微信|邮箱|邮编|邮政编码|工号)\D{0,4}\d+|(?<!\d)\d{1,5}(?=[层楼室])", re.IGNORECASE)
_MASK = re.compile(r"\d-?[*×✕✖xX#?]{2,}|[*×✕✖xX#?]{2,}-?\d")
_INNER = re.compile(r"\d{1,5}|6\d{5}")
"""An inner line, an extension or the ending of another number; six digits only of a mobile network, else they are a number cut off."""
_LONGEST_SHORT = 6
_MOST_GROUPS = 16
"""No number has more digits, each of which may stand alone (1 3 8 0 …)."""
_AREA_CODE = "0"  # spreadsheets drop it


class PhoneState(StrEnum):
    """How a field's telephone number reads. UNSURE: an inner line, a masked number, something that may be no number."""

    VALID = "valid"
    UNSURE = "unsure"
    MALFORMED = "malformed"


@lru_cache(maxsize=1024)
def phone_state(text: str) -> PhoneState:
    """Whether each number of a telephone field can be dialled. A short number beside a whole one is an extension or the
    ending of another line; alone it is unsure, and so is a text without any number."""
    if _PLAIN.fullmatch(text):
        return PhoneState.VALID
    plain = re.sub("[—–－―]+", "-", unicodedata.normalize("NFKC", text))
    if _MASK.search(plain):
        return PhoneState.UNSURE
    plain = _NOT_A_PHONE.sub(" ", plain)
    if any(_ONE_SHORT.fullmatch(re.sub(r"\D", "", found[0])) for found in _CHUNK.finditer(plain)):
        return PhoneState.MALFORMED
    states = [state for found in _CHUNK.finditer(plain) for state in _chunk_states(plain, found)]
    if PhoneState.MALFORMED in states:
        return PhoneState.MALFORMED
    if PhoneState.VALID in states:
        return PhoneState.VALID
    return PhoneState.UNSURE if states or re.search(r"\w", text) else PhoneState.MALFORMED


def _chunk_states(plain: str, found: re.Match[str]) -> Iterator[PhoneState]:
    """The states of the numbers in a run of digits, which may be one number in groups or several side by side."""
    groups = re.split(rf"{_SIDE_BY_SIDE}+", found[0])
    if _SHORT_WORD.search(plain[: found.start()]) and len(groups[0]) <= _LONGEST_SHORT:
        yield PhoneState.UNSURE
        groups = groups[1:]
    at, taken = 0, _taken(groups)
    while at < len(groups):
        if taken[at] > 0:
            yield PhoneState.VALID
        elif at == 0 or taken[at] < 0:
            yield _alone(groups[at:])
            return
        at += max(taken[at], 1)


def _taken(groups: list[str]) -> list[int]:
    """How many groups from each on make up one number that can be dialled, so that what is left can be numbers too; 0 for an
    ending or extension of the number before it, -1 where neither fits."""
    taken = [-1] * (len(groups) + 1)
    taken[len(groups)] = 0
    for at in reversed(range(len(groups))):
        ends = [end for end in range(at + 1, min(at + _MOST_GROUPS, len(groups)) + 1) if taken[end] >= 0]
        whole = next((end - at for end in reversed(ends) if _dialled("".join(groups[at:end]))), 0)
        inner = _INNER.fullmatch(groups[at]) is not None and taken[at + 1] >= 0
        taken[at] = whole or (0 if inner else -1)
    return taken


def _dialled(digits: str) -> bool:
    return bool(_NUMBER.fullmatch(digits) or _NUMBER.fullmatch(country := _COUNTRY.sub("", digits, count=1))
                or (country != digits and _NUMBER.fullmatch(_AREA_CODE + country)))  # fmt: skip


def _alone(groups: list[str]) -> PhoneState:
    """The state of digits that are no whole number."""
    digits = "".join(groups)
    if _GLUED.fullmatch(digits):
        return PhoneState.VALID
    dropped = len(digits) > 8 and _NUMBER.fullmatch(_AREA_CODE + digits)
    return PhoneState.UNSURE if dropped or _INNER.fullmatch(digits) else PhoneState.MALFORMED
