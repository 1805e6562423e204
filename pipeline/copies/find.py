"""From promises to pairs and groups of near copies.

What is everybody's is taken out first: the notice's own sentences (its hashed shingles in the pack) and common stock,
phrases that stand in more than a set share of the forms. What is left is compared as sets of character 3-grams."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pipeline.copies.candidates import alike
from pipeline.copies.grams import GRAM, PHRASE, GramSets, Numbers, Texts, bare, counted, covered, gram_sets, kept

PORTION = 16384
"""Promises whose windows are held at once."""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """`alike` is the least Jaccard similarity of two promises, `forms_alike` of two forms. A phrase is common stock when
    more than `stock_share` of the forms have it, at least `stock_forms` of them. `smallest` is how many 3-grams of its own
    a promise must have left to be compared, `smallest_form` a form."""

    alike: float = 0.7
    forms_alike: float = 0.6
    stock_share: float = 0.05
    stock_forms: int = 8
    smallest: int = 10
    smallest_form: int = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A promise and the number of its form; forms are counted from 0."""

    form: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two near copies by their numbers, the lower first, and how alike they are (0 to 1)."""

    first: int
    second: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces or forms that hang together by near copies (A ~ B ~ C), by number."""

    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """What was found. Pairs of promises are of different forms; forms count by their promises taken together."""

    pieces: tuple[Pair, ...]
    forms: tuple[Pair, ...]
    piece_groups: tuple[Group, ...]
    form_groups: tuple[Group, ...]


def near_copies(pieces: Iterable[Piece], notice: frozenset[int] = frozenset(), settings: CopySettings = CopySettings()) -> Copies:
    """The near copies among promises of different forms, and among forms. The pieces of a form follow one another; they
    are read once and not held."""
    numbers, bares = array("q"), []
    for piece in pieces:
        numbers.append(piece.form)
        bares.append(bare(piece.text))
    forms = np.array(numbers, np.int64)
    count = int(forms.max(initial=-1)) + 1
    portions = [slice(at, at + PORTION) for at in range(0, len(bares), PORTION)]
    stock = _stock([_phrases(bares[part], forms[part]) for part in portions], count, settings)
    sets = GramSets.joined([_own_grams(bares[part], stock, notice) for part in portions])
    found = [Pair(*p) for p in alike(sets, settings.alike, settings.smallest) if forms[p[0]] != forms[p[1]]]
    whole = [Pair(*p) for p in alike(sets.united(forms, count), settings.forms_alike, settings.smallest_form)]
    return Copies(tuple(found), tuple(whole), tuple(groups(found)), tuple(groups(whole)))


def _phrases(bares: Sequence[str], forms: NDArray[np.int64]) -> Numbers:
    """The phrases of a portion, each once a form."""
    phrases, owner = Texts.of(bares).windows(PHRASE)
    if not len(phrases):
        return phrases
    first = forms[0]
    return gram_sets(phrases, np.where(owner >= 0, forms[owner] - first, -1), int(forms[-1] - first) + 1).flat


def _stock(phrases: Sequence[Numbers], count: int, settings: CopySettings) -> Numbers:
    """The phrases that are common stock."""
    if not phrases:
        return np.zeros(0, np.uint64)
    values, forms = counted(np.concatenate(phrases))
    common: Numbers = values[forms >= max(settings.stock_forms, int(settings.stock_share * count) + 1)]
    return common


def _own_grams(bares: Sequence[str], stock: Numbers, notice: frozenset[int]) -> GramSets:
    """The 3-grams of each promise that are neither the notice's nor common stock."""
    texts = Texts.of(bares)
    phrases, owner = texts.windows(PHRASE)
    marks = np.isin(kept(phrases), stock) & (owner >= 0)
    if notice:
        marks |= _of_notice(bares, notice, len(phrases))
    taken = covered(marks, PHRASE, len(texts.codes))
    grams, owner = texts.windows(GRAM)
    free = ~taken[: len(grams)] | ~taken[GRAM - 1 :]
    return gram_sets(grams, np.where(free, owner, -1), len(bares))


def _of_notice(bares: Sequence[str], notice: frozenset[int], length: int) -> NDArray[np.bool_]:
    """Which windows of the joined texts are shingles of the notice (made as `extractors.language.shingles` does)."""
    marks, at = np.zeros(length, bool), 0
    for text in bares:
        for n in range(len(text) - PHRASE + 1):
            if crc32(text[n : n + PHRASE].encode()) in notice:
                marks[at + n] = True
        at += len(text)
    return marks


def groups(pairs: Iterable[Pair]) -> list[Group]:
    """The connected components of the pairs, each sorted, by their first members."""
    root: dict[int, int] = {}

    def top(n: int) -> int:
        while root.setdefault(n, n) != n:
            root[n] = n = root[root[n]]
        return n

    for pair in pairs:
        root[max(top(pair.first), top(pair.second))] = min(top(pair.first), top(pair.second))
    members: dict[int, list[int]] = {}
    for n in sorted(root):
        members.setdefault(top(n), []).append(n)
    return [Group(tuple(found)) for found in members.values()]
