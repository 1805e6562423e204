"""The model: one row of weights a feature, one field a head, all fields of a row packed into one integer.

Adding two packed rows adds all their fields at once; the n-grams of many clauses are added up as columns of numbers. The
file is text: a line of JSON (`Header`), then `feature<TAB>row` with the row in hexadecimal; a row is the sum over the
heads of `weight * SCALE << (BITS * place of the head)`, and weights may be negative."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np

from extractors.language.learned.grams import LONGEST, marked
from extractors.language.learned.names import Rows, Sums
from extractors.language.learned.spotting import Spotted, Spotter

BITS = 32
"""Of a field; `Model` reads a field as a signed 32-bit number."""
SCALE = 256
VERSION = 1
FILE = "model.txt"
_BYTES = BITS // 8


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
        self._sums: dict[Callable[..., Iterable[str]], Sums] = {}
        self._behind: dict[str, Rows] = {}

    def add(self, names: Iterable[str]) -> int:
        """The sum of the rows of the yes/no features that the model knows."""
        return sum(filter(None, map(self._named.get, names)))

    def sums(self, names: Callable[..., Iterable[str]]) -> Sums:
        """`add` for the names that `names` makes of a state; the sum of a state is kept."""
        found = self._sums.get(names)
        if found is None:
            found = self._sums[names] = Sums(names, self.add)
        return found

    def behind(self, head: str) -> Rows:
        """The rows of the yes/no features whose names begin with `head`, by the rest of their names."""
        found = self._behind.get(head)
        if found is None:
            found = self._behind[head] = Rows({name[len(head) :]: row for name, row in self._named.items() if name.startswith(head)})
        return found

    def spot(self, texts: Sequence[str]) -> Spotted:
        """The n-grams and longer words of some clauses that the model knows: what looking up each of
        `grams(text) | longer(text)` would give, found for all of them together without making them."""
        return self._spotter.spot(marked(texts) if texts else "", len(texts))

    @cached_property
    def _named(self) -> dict[str, int]:
        """The rows of the yes/no features, few of all: a small table stays in the processor's memory."""
        return {name: row for name, row in self.rows.items() if len(name) > LONGEST}

    @cached_property
    def known(self) -> list[str]:
        """The known n-grams, which are shorter than any other feature; the marks alone are none."""
        return [name for name, row in self.rows.items() if row and len(name) <= LONGEST and name not in ("^", "$")]

    @cached_property
    def _spotter(self) -> Spotter:
        return Spotter(self.known)

    @cached_property
    def _weights(self) -> Any:
        """A row for each head, a column for each known n-gram, and one more without weight."""
        rows = [*map(self.rows.__getitem__, self.known), 0]
        return np.ascontiguousarray(self._fields_of(rows, len(self.header.heads)).T)

    def shares(self, spotted: Spotted, head: str, first: int, last: int) -> list[int]:
        """The sums of the n-grams' weights under a head for the texts from `first` to before `last`."""
        low, *_, high = bounds = spotted.bounds[first : last + 1].tolist()
        weights = self._weights[self.place[head]].take(spotted.grams[low:high]).tolist()
        return [sum(weights[start - low : end - low]) for start, end in pairwise(bounds)]

    def scores(self, spotted: Spotted, cues: Sequence[int], bounds: Any, heads: int) -> Any:
        """The log-odds of the first `heads` heads, a row for each item: item n has the texts from `bounds[n]` to before
        `bounds[n + 1]` and `cues[n]`, the sum of its yes/no features. N-grams weigh by the root of their number, cues one by one."""
        at = spotted.bounds[bounds]
        known = np.diff(at)
        sums = np.add.reduceat(self._weights[:heads].take(np.append(spotted.grams, -1), axis=1), at[:-1], axis=1, dtype=np.int32)
        sums[:, known == 0] = 0
        norms = np.maximum(known, 1) ** -0.5
        return self._starts[:heads] + (norms * sums).T / SCALE + self._fields_of(cues, heads) / SCALE

    def _fields_of(self, totals: Sequence[int], heads: int) -> Any:
        """A row of the first `heads` fields for each sum of rows."""
        up, mask = sum(1 << (BITS * place + BITS - 1) for place in range(heads)), (1 << (BITS * heads)) - 1
        size = _BYTES * heads
        packed = b"".join([((total + up & mask) ^ up).to_bytes(size, "little") for total in totals])
        return np.frombuffer(packed, "<i4").reshape(len(totals), heads)

    @cached_property
    def _starts(self) -> Any:
        return np.array(self.header.intercepts)


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
