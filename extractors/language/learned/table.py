"""The model: one row of weights a feature, one field a head, all fields of a row packed into one integer.

Adding two packed rows adds all their fields at once, so that a clause costs one addition an n-gram whatever the number
of heads. The file is text: a line of JSON (`Header`), then `feature<TAB>row` with the row in hexadecimal; a row is the
sum over the heads of `weight * SCALE << (BITS * place of the head)`, and weights may be negative."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from struct import Struct
from typing import Any

import ahocorasick_rs
import numpy as np

from extractors.language.learned.grams import LONGEST, marked
from extractors.language.learned.names import Sums

BITS = 32
"""Of a field; `Model` reads a field as a signed 32-bit number."""
SCALE = 256
VERSION = 1
FILE = "model.txt"
_HALF = 1 << (BITS - 1)
_MASK, _BITS = np.uint64((1 << BITS) - 1), np.uint64(BITS)
_TWO = (1 << 2 * BITS) - 1
_RAISE_TWO = _HALF | _HALF << BITS

Text = tuple[int, int]
"""The sum of the rows of a text's n-grams, and how many they are."""


@dataclass(frozen=True, slots=True)
class Header:
    """`heads` names the fields in their order, `intercepts` goes with them; `thresholds` are the least probabilities at
    which a yes is said (`Heads` says of what); `data` is the SHA-256 of what the model was trained from."""

    version: int
    data: str
    heads: tuple[str, ...]
    intercepts: tuple[float, ...]
    thresholds: dict[str, float]


class Model:
    """A loaded model."""

    def __init__(self, header: Header, rows: dict[str, int]) -> None:
        if header.version != VERSION:
            raise ValueError(f"model file of version {header.version}, this program reads version {VERSION}")
        self.header = header
        self.rows = rows
        self.place = {head: place for place, head in enumerate(header.heads)}
        self._fields = Struct(f"<{len(header.heads)}i")
        self._sums: dict[Callable[..., Iterable[str]], Sums] = {}
        self._behind: dict[str, dict[str, int]] = {}
        self._raise = sum(_HALF << (BITS * place) for place in range(len(header.heads)))

    def add(self, names: Iterable[str]) -> int:
        """The sum of the rows of the yes/no features that the model knows."""
        return sum(filter(None, map(self._named.get, names)))

    def sums(self, names: Callable[..., Iterable[str]]) -> Sums:
        """`add` for the names that `names` makes of a state; the sum of a state is kept."""
        found = self._sums.get(names)
        if found is None:
            found = self._sums[names] = Sums(names, self.add)
        return found

    def behind(self, head: str) -> dict[str, int]:
        """The rows of the yes/no features whose names begin with `head`, by the rest of their names."""
        found = self._behind.get(head)
        if found is None:
            found = {name[len(head) :]: row for name, row in self._named.items() if name.startswith(head)}
            self._behind[head] = found
        return found

    def add_text(self, text: str) -> Text:
        """The sum of the rows of the n-grams and longer words of a clause that the model knows, and how many these are:
        what looking up each of `grams(text) | longer(text)` would give, found in one pass without making them."""
        known = set(self._grams.find_matches_as_strings(marked(text), overlapping=True))
        return sum(map(self.rows.__getitem__, known)), len(known)

    @cached_property
    def _named(self) -> dict[str, int]:
        """The rows of the yes/no features, few of all: a small table stays in the processor's memory."""
        return {name: row for name, row in self.rows.items() if len(name) > LONGEST}

    @cached_property
    def _grams(self) -> ahocorasick_rs.AhoCorasick:
        """The known n-grams, which are shorter than any other feature; the marks alone are none."""
        known = [name for name, row in self.rows.items() if row and len(name) <= LONGEST and name not in ("^", "$")]
        return ahocorasick_rs.AhoCorasick(known, store_patterns=True)

    def fields(self, total: int) -> Sequence[int]:
        """The fields of a sum of rows."""
        return self._fields.unpack(((total + self._raise) ^ self._raise).to_bytes(self._fields.size, "little"))

    def first_two(self, texts: Sequence[Text], cues: Sequence[int]) -> tuple[list[float], list[float]]:
        """What `scores` gives for the first and for the second head, for much less."""
        norms = np.array([max(1, known) ** -0.5 for _, known in texts])
        grams = np.array([(total + _RAISE_TWO) & _TWO for total, _ in texts], np.uint64)
        named = np.array([(total + _RAISE_TWO) & _TWO for total in cues], np.uint64)
        first = norms * _lower(grams) + _lower(named)
        second = norms * _lower(grams >> _BITS) + _lower(named >> _BITS)
        starts = self.header.intercepts
        return (starts[0] + first / SCALE).tolist(), (starts[1] + second / SCALE).tolist()

    def scores(self, texts: Sequence[Text], cues: Sequence[int]) -> list[list[float]]:
        """The log-odds of every head for some items, of which the n-grams' sum and number and the cues' sum are given:
        n-grams weigh by the root of their number, cues one by one."""
        norms = np.array([max(1, known) ** -0.5 / SCALE for _, known in texts])[:, None]
        grams, named = self._fields_of([total for total, _ in texts]), self._fields_of(cues)
        found: list[list[float]] = (self._starts + norms * grams + named / SCALE).tolist()
        return found

    def _fields_of(self, totals: Sequence[int]) -> Any:
        """A row of fields for each sum of rows."""
        size, up = self._fields.size, self._raise
        packed = b"".join([((total + up) ^ up).to_bytes(size, "little") for total in totals])
        return np.frombuffer(packed, "<i4").reshape(len(totals), size // 4)

    @cached_property
    def _starts(self) -> Any:
        return np.array(self.header.intercepts)


def _lower(packed: Any) -> Any:
    """The lowest field of raised sums."""
    return (packed & _MASK).astype(np.int64) - _HALF


def pack(weights: Sequence[float]) -> int:
    """A row of weights, one for each head, as one integer."""
    return sum(round(weight * SCALE) << (BITS * place) for place, weight in enumerate(weights))


def dump(model: Model) -> str:
    """The text of a model file."""
    lines = [json.dumps(asdict(model.header), ensure_ascii=False)]
    lines += (f"{feature}\t{row:x}" for feature, row in sorted(model.rows.items()) if row)
    return "\n".join(lines) + "\n"


def parse(text: str) -> Model:
    """The model in the text of a model file."""
    first, _, rest = text.partition("\n")
    raw = json.loads(first)
    header = Header(raw["version"], raw["data"], tuple(raw["heads"]), tuple(raw["intercepts"]), raw["thresholds"])
    return Model(header, dict(_rows(rest)))


def _rows(text: str) -> Iterator[tuple[str, int]]:
    for line in text.rstrip("\n").split("\n"):
        feature, _, row = line.partition("\t")
        yield feature, int(row, 16)


@lru_cache(maxsize=1)
def model() -> Model:
    """The model of this package, read on first use."""
    return parse(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
