"""Drawing units for a spot check: stratified, and the same for everybody who knows the seed.

Within a stratum the units are ordered by the SHA-256 of “seed|name”, and the first are taken; whoever doubts the draw can
work it out again with any other program."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.ledger.book.things import Unit

STRATA: dict[str, Callable[[Unit], str]] = {"类别": lambda u: u.category, "上级": lambda u: u.parent, "窗口": lambda u: "窗口单位" if u.window else "其他"}
UNNAMED = "（未登记）"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit that was drawn, and its stratum."""

    unit: Unit
    stratum: str


def draw(units: Sequence[Unit], by: str, share: float, least: int, size: int | None, seed: int) -> list[Drawn]:
    """The units drawn: `share` of each stratum and at least `least` of it (as far as it goes); with `size`, so many in all,
    shared out among the strata by their size."""
    strata: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        strata[STRATA[by](unit) or UNNAMED].append(unit)
    wanted = _sizes({name: len(theirs) for name, theirs in strata.items()}, share, least, size)
    return [Drawn(unit, name) for name in sorted(strata) for unit in ordered(strata[name], seed)[: wanted[name]]]


def ordered(units: Sequence[Unit], seed: int) -> list[Unit]:
    """The units in the order in which the seed takes them."""
    return sorted(units, key=lambda unit: (lot(unit.name, seed), unit.id))


def lot(name: str, seed: int) -> str:
    """What a name draws."""
    return hashlib.sha256(f"{seed}|{name}".encode()).hexdigest()


def _sizes(sizes: dict[str, int], share: float, least: int, size: int | None) -> dict[str, int]:
    if size is None:
        return {name: min(number, max(least, math.ceil(share * number - 1e-9))) for name, number in sizes.items()}
    total = sum(sizes.values())
    size = min(size, total)
    given = {name: size * number // total for name, number in sizes.items()}
    rest = sorted(sizes, key=lambda name: (-(size * sizes[name] % total), name))  # the largest remainders first
    for name in rest[: size - sum(given.values())]:
        given[name] += 1
    return given
