"""The word lists beside the grammar, read once when the first deadline is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extractors.language.scanning import Scanner
from extractors.language.signs import PLAIN

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FestivalDay:
    """How a festival is found in a year. `rule` is solar | lunar | term (solar term) | weekday | eve."""

    name: str
    rule: str
    month: int = 0
    day: int = 0
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """`phrases.yaml`: lists of words by what they do."""

    pseudo: tuple[str, ...]
    ongoing: tuple[str, ...]
    ongoing_cell: tuple[str, ...]
    doing: tuple[str, ...]
    doing_service: tuple[str, ...]
    occasions: tuple[str, ...]
    occasion_acts: tuple[str, ...]
    seasons: tuple[str, ...]
    labels: tuple[str, ...]
    closing: tuple[str, ...]
    naming: tuple[str, ...]
    no_time: tuple[str, ...]


@cache
def words() -> Words:
    """The phrase lists."""
    data = _read("phrases.yaml")
    return Words(**{key: tuple(value) for key, value in data.items()})


@cache
def festivals() -> dict[str, FestivalDay]:
    """Festival by every name that it goes by."""
    found: dict[str, FestivalDay] = {}
    for entry in _read("festivals.yaml")["festivals"]:
        names = entry.pop("names")
        day = FestivalDay(name=names[0], **entry)
        found.update(dict.fromkeys(names, day))
    return found


@cache
def anniversaries() -> dict[str, tuple[int, int, int]]:
    """Founding day (year, month, day) by the words before 周年."""
    entries = _read("festivals.yaml")["anniversaries"]
    return {name: (e["year"], e["month"], e["day"]) for e in entries for name in e["names"]}


def either(options: Iterable[str]) -> str:
    """A pattern of literal alternatives, longest first."""
    return "(?:" + "|".join(re.escape(o) for o in sorted(set(options), key=lambda o: (-len(o), o))) + ")"


def scanner(options: Iterable[str], behind: str = "") -> Scanner:
    """Finds any of `options` (two letters and more) with `behind` after it: their first two letters are looked for first,
    which is several times as quick as to try all of them everywhere."""
    names = tuple(options)
    firsts, seconds = ("".join(sorted({re.escape(n[at]) for n in names})) for at in (0, 1))
    return Scanner.of(f"[{firsts}](?=[{seconds}])", either(names) + behind, alphabet=PLAIN)


def _read(name: str) -> Any:
    return yaml.load(files(__package__).joinpath(name).read_text("utf-8"), Loader=_LOADER)
