"""Word lists as data, found in one pass over a text by a single automaton."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

import ahocorasick_rs
import yaml

from extractors.model import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = "lexicons"
_DIMENSION_FILES = ("dimensions_org.yaml", "dimensions_member.yaml")


Groups = Mapping[str, list[Span]]
"""Where the words of each category stand, in order of their start; no category without one."""

_FAR = 256
"""For texts of so many characters at most the places of their words are made beforehand, a third of what it costs to make them."""
_FEW = 40
"""So many hits are looked through sooner than the place is found where those of a stretch begin."""


class Hits:
    """Where the words of each category stand in one text, by start; `end` is where the last of them ends, where that is known. A
    short word keeps to the tokens: 开通 in 召开通报会 is no hit."""

    __slots__ = ("_all", "_end", "_inside", "by_category")

    def __init__(self, found: list[tuple[Span, tuple[str, ...]]], end: int | None = None) -> None:
        self._all = found
        self._inside: dict[Span, Groups] = {}
        self._end = max([span[1] for span, _ in found], default=0) if end is None else end
        self.by_category = _grouped(found)

    def inside(self, span: Span) -> Groups:
        """The hits wholly inside `span`, kept because the components ask for the same few stretches again and again."""
        groups = self._inside.get(span)
        if groups is None:
            groups = self.within((span,))[0]
        return groups

    def within(self, spans: Sequence[Span]) -> list[Groups]:
        """The hits wholly inside each of `spans`; found in one walk where they lie one behind the other, and kept as above."""
        found, n = self._all, len(self._all)
        given: list[Groups] = []
        at = reached = 0
        for span in spans:
            low, high = span
            if low < reached or n > _FEW:
                at = bisect_left(found, ((low,),))
            reached = high
            groups: dict[str, list[Span]] = {}
            if high >= self._end and (not n or low <= found[0][0][0]):
                groups, at = self.by_category, n
            while at < n:
                hit, categories = found[at]
                start, end = hit
                if start >= high:
                    break
                at += 1
                if start >= low and end <= high:
                    for category in categories:
                        if category in groups:
                            groups[category].append(hit)
                        else:
                            groups[category] = [hit]
            self._inside[span] = groups
            given.append(groups)
        return given


def _grouped(found: list[tuple[Span, tuple[str, ...]]]) -> dict[str, list[Span]]:
    groups: dict[str, list[Span]] = {}
    for span, categories in found:
        for category in categories:
            if category in groups:
                groups[category].append(span)
            else:
                groups[category] = [span]
    return groups


NO_HITS = Hits([])


def has_any(groups: Groups, *categories: str) -> bool:
    """Whether a word of these categories is among the hits."""
    for category in categories:  # noqa: SIM110  any() over a generator takes three times as long
        if category in groups:
            return True
    return False


def merged(groups: Groups, *categories: str) -> list[Span]:
    """The hits of all these categories in order of their start."""
    found = [groups[category] for category in categories if category in groups]
    if len(found) < 2:
        return found[0] if found else []
    return sorted(chain.from_iterable(found))


class Lexicon:
    """All words of all categories."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self._words = {word: tuple(categories) for word, categories in words.items()}
        self._categories = list(self._words.values())
        longest = max(map(len, self._words), default=0)
        self._spans = [[Span(start, start + length) for length in range(longest + 1)] for start in range(_FAR)]
        self._automaton = ahocorasick_rs.AhoCorasick(list(self._words), store_patterns=True)

    def find(self, text: str, edges: Set[int] | None = None, at: int = 0) -> Hits:
        """Every hit in `text`; `edges` are the token boundaries of a document in which `text` begins at `at`, None where
        it was not cut. A short word keeps to the tokens: both its edges for one character, one for two."""
        categories, spans = self._categories, self._spans if len(text) <= _FAR else None
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found = [
            (spans[start][end - start] if spans else Span(start, end), categories[index])
            for index, start, end in matches
            if end - start > 2 or edges is None or end - start + (at + start in edges) + (at + end in edges) > 2
        ]
        if not found:
            return Hits(found)
        end = found[-1][0][1]  # so far they are in order of their ends
        found.sort()
        return Hits(found, end)

    def named(self, text: str) -> set[str]:
        """The categories of which a word stands in `text`."""
        found = self._automaton.find_matches_as_strings(text, overlapping=True)
        return {category for word in found for category in self._words[word]}


@dataclass(frozen=True, slots=True)
class DimensionWords:
    """A built-in set of dimensions: its `labels`, the word categories of each with their weights, heaviest first, and the
    label of each category."""

    name: str
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    weights: dict[str, tuple[tuple[str, float], ...]]
    label_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is read from `lexicons/` once."""

    lexicon: Lexicon
    headings: Lexicon
    sets: tuple[DimensionWords, ...]
    words: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def store() -> Store:
    """The lexicons of this package, read on first use."""
    words: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    plain: dict[str, tuple[str, ...]] = {}
    for category, entries in _plain_files():
        plain[category] = entries
        _add(heads if category.startswith("part.heading.") else words, category, entries)
    sets = tuple(_dimension_set(name, words, heads) for name in _DIMENSION_FILES)
    return Store(Lexicon(words), Lexicon(heads), sets, plain)


def _plain_files() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in ("verbs.yaml", "nouns.yaml", "wording.yaml", "markers.yaml", "quantity.yaml", "parts.yaml"):
        for category, entries in _load(name).items():
            yield category, tuple(str(entries).split())


def _dimension_set(name: str, words: dict[str, list[str]], heads: dict[str, list[str]]) -> DimensionWords:
    listed = _load(name)
    weights: dict[str, tuple[tuple[str, float], ...]] = {}
    for label, entry in listed["labels"].items():
        _add(heads, f"{listed['set']}.{label}", entry["headings"].split())
        levels = []
        for weight, entries in entry["words"].items():
            category = f"{listed['set']}.{label}.{weight}"
            _add(words, category, str(entries).split())
            levels.append((category, float(weight)))
        levels.sort(key=lambda level: -level[1])
        weights[label] = tuple(levels)
    label_of = {category: label for label, levels in weights.items() for category, _ in levels}
    return DimensionWords(listed["set"], tuple(listed["kinds"]), tuple(listed["labels"]), weights, label_of)


def _load(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(_FOLDER, name).read_text(encoding="utf-8")
    listed: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return listed


def _add(words: dict[str, list[str]], category: str, entries: Iterable[str]) -> None:
    for entry in entries:
        categories = words.setdefault(entry, [])
        if category not in categories:
            categories.append(category)
