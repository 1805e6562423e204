"""What stands in the hidden column of a row: ledger, item, version, and check digits, so that each row speaks for itself
wherever it is copied to, and one that was edited or filled down is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

_TOKEN = re.compile(r"([0-9a-z]{6})-(\d{1,9})-(\d{1,6})-([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Token:
    """Item `item` of the ledger `tag`, as it was in `version`."""

    tag: str
    item: int
    version: int

    def __str__(self) -> str:
        body = f"{self.tag}-{self.item}-{self.version}"
        return f"{body}-{_check(body)}"


def token_in(text: str) -> Token | None:
    """The token in a cell; None where it is none of ours."""
    found = _TOKEN.fullmatch(text.strip())
    if found is None or _check(text.strip()[:-5]) != found[4]:
        return None
    return Token(found[1], int(found[2]), int(found[3]))


def _check(body: str) -> str:
    return f"{crc32(body.encode()) & 0xFFFF:04x}"


def ranges(numbers: Iterable[int]) -> str:
    """1-4,9: numbers as short as they can be said."""
    out: list[str] = []
    start = last = None
    for number in sorted(numbers):
        if last is not None and number == last + 1:
            last = number
            continue
        if start is not None:
            out.append(f"{start}-{last}" if start != last else str(start))
        start = last = number
    if start is not None:
        out.append(f"{start}-{last}" if start != last else str(start))
    return ",".join(out)


def numbers_in(text: str) -> Iterator[int]:
    """The numbers of `ranges`."""
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
