"""Telephone numbers as people write them into a field: any number of them, with area codes, extensions, names and notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

_NUMBER = re.compile(r"1[3-9]\d{9}|(?:010|02\d|0[3-9]\d\d)\d{7,8}|[2-9]\d{6,7}|[48]00\d{7}")
_PLAIN = re.compile(r"1[3-9]\d{9}|(?:010|02\d|0[3-9]\d\d)-?[2-9]\d{7}")
"""One whole number and nothing else, as most fields have it."""
_EIGHT = r"010|02\d|0311|0371|0411|0431|0451|051[0-69]|0531|0532|0571|057[3-79]|0591|0595|0731|0755|0757|0769|0898"
"""Area codes behind which a number has eight digits, and long had by 2010: those of the large cities."""
_ONE_SHORT = re.compile(rf"(?:{_EIGHT})\d{{7}}")
_COUNTRY = re.compile(r"(?:00)?86(?=0?\d{9,11})")
_SIDE_BY_SIDE = r"[\s\-._()]"
_CHUNK = re.compile(rf"\d(?:{_SIDE_BY_SIDE}*\d)*")
_SHORT_WORD = re.compile(r"(?:内线|短号|小号|集群|虚拟网?|分机|转|ext)\D{0,3}$", re.IGNORECASE)
_NOT_A_PHONE = re.compile(r"\S+@\S+|(?:QQ|微信|邮箱)\D{0,4}\d+|\d+(?=[层楼室])", re.IGNORECASE)
_MASK = re.compile(r"\d[\d\-]*[*×✕✖xX#?]{2,}|[*×✕✖xX#?]{2,}[\d\-]*\d")
_LONGEST_INNER = 5  # six digits are an inner line of a mobile network where they begin with 6, else a number cut off
_LONGEST_ENDING = 4
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
    if _SHORT_WORD.search(plain[: found.start()]) and len(groups[0]) <= _LONGEST_INNER + 1:
        yield PhoneState.UNSURE
        groups = groups[1:]
    while groups:
        taken = _whole(groups)
        yield PhoneState.VALID if taken else _alone(groups)
        groups = groups[taken or len(groups) :]


def _whole(groups: list[str]) -> int:
    """How many groups, from the first, make up one number that can be dialled, so that what is left can be numbers too."""
    fits = [n for n in range(len(groups), 0, -1) if _dialled("".join(groups[:n]))]
    return next((n for n in fits if _all_right(groups[n:])), 0)


def _all_right(groups: list[str]) -> bool:
    """Whether groups after a whole number are further numbers, or endings and extensions of it."""
    return not groups or (len(groups[0]) <= _LONGEST_INNER and _all_right(groups[1:])) or _whole(groups) > 0


def _dialled(digits: str) -> bool:
    return bool(_NUMBER.fullmatch(digits) or _NUMBER.fullmatch(country := _COUNTRY.sub("", digits, count=1))
                or (country != digits and _NUMBER.fullmatch(_AREA_CODE + country)))  # fmt: skip


def _alone(groups: list[str]) -> PhoneState:
    """The state of digits that are no whole number."""
    digits = "".join(groups)
    inner = len(digits) <= _LONGEST_INNER or (len(digits) == _LONGEST_INNER + 1 and digits.startswith("6"))
    dropped = len(digits) > 8 and _NUMBER.fullmatch(_AREA_CODE + digits)
    return PhoneState.UNSURE if inner or dropped else PhoneState.MALFORMED
