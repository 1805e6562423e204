"""Hashed shingles: whether a promise repeats the notice's own sentences, without keeping those sentences.

A shingle is `LENGTH` characters running, after everything but letters, digits and Chinese characters is taken out; its
hash is the CRC-32 of the UTF-8 bytes, the same on every platform and in every run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from extractors.model import Span

LENGTH = 8
SHARE = 0.6
"""An item is copied when this share of its shingles is the notice's."""

_KEPT = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")
_DROPPED = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]+")


def hashes(text: str) -> list[int]:
    """The hashes of all shingles of `text` in order; empty where it is shorter than one."""
    kept = _bare(text)
    return [crc32(kept[at : at + LENGTH].encode()) for at in range(len(kept) - LENGTH + 1)]


def of_notice(paragraphs: Iterable[str]) -> frozenset[int]:
    """What a pack stores of its notice: shingles never reach over a paragraph's end."""
    return frozenset(value for paragraph in paragraphs for value in hashes(paragraph))


def copied(text: str, notice: frozenset[int]) -> tuple[Span, ...]:
    """The stretches of `text` that are the notice's, empty where they are less than `SHARE` of it."""
    if not notice:
        return ()
    kept = _bare(text)
    shingles = len(kept) - LENGTH + 1
    if shingles < LENGTH:
        return ()
    known = _known(kept, notice, SHARE * shingles)
    if not known:
        return ()
    places = [match.start() for match in _KEPT.finditer(text)]
    return _joined([Span(places[at], places[at + LENGTH - 1] + 1) for at in known])


def _known(kept: str, notice: frozenset[int], least: float) -> list[int]:
    """Which shingles of `kept` are the notice's; empty as soon as these cannot become `least`: most texts are nobody's."""
    known: list[int] = []
    of = len(kept) - LENGTH + 1
    if notice.isdisjoint([crc32(kept[at : at + LENGTH].encode()) for at in range(int(of - least) + 1)]):
        return []
    for at in range(of):
        if crc32(kept[at : at + LENGTH].encode()) in notice:
            known.append(at)
        elif of - (at + 1 - len(known)) < least:
            return []
    return known


def _bare(text: str) -> str:
    return _DROPPED.sub("", text)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
