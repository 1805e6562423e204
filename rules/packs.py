"""A notice as data: loading, inheritance and validation of `packs/<notice>/pack.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.model import DimensionSet, Form, FormKind, NamedEvent, ReadingContext, Topic
from rules.model import Clause, Severity, Verdict

PACKS = Path(__file__).parent / "packs"


class _PackLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only true and false are truth values: to a pack's author `on:` is a key and 是/no are words."""

    yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
        for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_PackLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false", re.IGNORECASE), list("tTfF"))


class PackError(Exception):
    """A pack that cannot be used; the message (Chinese) names the file, the place and what to do."""


class _Strict(BaseModel):
    # Only Pack is built when the first notice is loaded; it holds the others.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Words(_Strict):
    """What a finding says. Placeholders: {n} {where} {evidence} {reason} and whatever the rule's hit brings."""

    message: str
    suggestion: str = ""


class RuleSettings(_Strict):
    """How one notice uses one rule. `kinds` are the forms it applies to; `params` are the rule's own numbers and lists;
    `words` has a text per variant of the rule ("" is the usual one); `severities` has another weight for a variant or,
    failing that, for a kind of form; `unknown` is said where the rule cannot tell, and `reasons` says why, by variant."""

    on: bool = True
    severity: Severity = Severity.SHOULD
    severities: dict[str, Severity] = Field(default_factory=dict)
    ref: str = ""
    id: str = ""
    kinds: tuple[FormKind, ...] = (FormKind.ORG, FormKind.MEMBER, FormKind.SECRETARY)
    params: dict[str, Any] = Field(default_factory=dict)
    words: dict[str, Words] = Field(default_factory=dict)
    unknown: str = "{where}无法判定：{reason}"
    reasons: dict[str, str] = Field(default_factory=dict)
    title: str = ""

    def weight(self, variant: str, kind: FormKind) -> Severity:
        """How much a fault of that variant weighs in a form of that kind."""
        return self.severities.get(variant) or self.severities.get(kind.value) or self.severity


_OFF = RuleSettings(on=False)


class Stage(_Strict):
    """A step of the notice's calendar, first and last day."""

    name: str
    start: date | None = None
    end: date | None = None


class Calendar(_Strict):
    """`hand_in` is the last day for forms; `hand_in_by_year` where each form year has its own."""

    hand_in: date | None = None
    hand_in_by_year: dict[int, date] = Field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    publish_days: int = 0

    def hand_in_for(self, year: int | None) -> date | None:
        """The last day for a form of that year."""
        return self.hand_in_by_year.get(year or 0, self.hand_in)


class DimensionData(_Strict):
    """A dimension set with the other names its labels go by in headings."""

    labels: tuple[str, ...]
    aliases: dict[str, str] = Field(default_factory=dict)


class TopicData(_Strict):
    """A focus topic: the words that show it, and whom the notice asks it of (empty: everybody)."""

    name: str
    words: tuple[str, ...]
    kinds: tuple[FormKind, ...] = ()
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ref: str = ""
    id: str = ""


class Copies(_Strict):
    """How many copies the notice wants and who keeps them."""

    total: int = 0
    text: str = ""


class CompanionData(_Strict):
    """A document that units hand in beside their forms (实施方案). `words` show it in a file's name or first lines, a word
    after ! shows that it is another; `levels` are the organisations that it is asked of (the roster's 层级; empty: all
    that have others below them), `by` its last day (else the forms')."""

    name: str
    words: tuple[str, ...]
    levels: tuple[str, ...] = ()
    by: date | None = None
    ref: str = ""
    id: str = ""


class Receives(_Strict):
    """Whose forms come to the office that applies the notice: those of all persons, or of leading cadres only; the roster's
    报送本级 goes before it."""

    persons: Literal["all", "leaders"] = "all"
    ref: str = ""
    id: str = ""


class HeadsData(_Strict):
    """Organisations of these levels hand in the forms of both their heads (党政一把手)."""

    levels: tuple[str, ...]
    ref: str = ""
    id: str = ""


class Period(_Strict):
    """First and last day that the notice covers."""

    start: date
    end: date


class Pack(_Strict):
    """One notice. See CONTRIBUTING.md for the recipe and `docs/packs.md` for every key.

    `categories` (of units), `member_categories` and `levels` map a name to the words that show it in a unit's or
    post's name; the longest word found decides, the order of the keys breaks ties, a word after ! decides over all (`rules/categories.py`)."""

    id: str
    title: str
    short: str = ""
    office: str = ""
    extends: str | None = None
    year: int | None = None
    period: Period | None = None
    calendar: Calendar = Calendar()
    resubmit_by: date | None = None
    copies: dict[FormKind, Copies] = Field(default_factory=dict)
    events: dict[str, date] = Field(default_factory=dict)
    dimensions: dict[str, DimensionData] = Field(default_factory=dict)
    dimension_sets: dict[FormKind, str] = Field(default_factory=dict)
    categories: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    member_categories: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    levels: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    topics: tuple[TopicData, ...] = ()
    companions: tuple[CompanionData, ...] = ()
    heads: HeadsData | None = None
    receives: Receives = Receives()
    rules: dict[str, RuleSettings] = Field(default_factory=dict)
    letter: dict[str, str] = Field(default_factory=dict)
    shingles: str = ""
    copied_shingles: frozenset[int] = frozenset()

    def __hash__(self) -> int:
        return hash(self.id)

    def hand_in(self, year: int | None) -> date | None:
        """The last day for a form of that year (None: no year on it); None where the notice speaks of another year."""
        if year in self.calendar.hand_in_by_year or year is None or self.year is None or year == self.year:
            return self.calendar.hand_in_for(year)
        return None

    def rule(self, code: str) -> RuleSettings:
        """The notice's settings of a rule; one that the pack does not name is off."""
        return self.rules.get(code) or _OFF

    def dimension_set(self, kind: FormKind) -> DimensionSet | None:
        """The set that forms of that kind are held to, or None where the notice names none."""
        name = self.dimension_sets.get(kind)
        data = self.dimensions.get(name) if name else None
        return DimensionSet(name, data.labels, data.aliases) if name and data else None

    def context(self, form: Form, received: date | None = None) -> ReadingContext:
        """What understanding a form of this notice needs: reference day is signature, else receipt, else hand-in."""
        year = form.year or self.year
        return ReadingContext(
            year=year,
            reference_date=form.signing.date.day or received or self.calendar.hand_in_for(year),
            period=self._period_for(year),
            events=_events(self),
            dimensions=self.dimension_set(form.kind),
            topics=_topics(self),
            copied_shingles=self.copied_shingles,
        )

    def _period_for(self, year: int | None) -> tuple[date, date] | None:
        """The notice's period; None for a form of another year, whose dates it must not bend."""
        period = self.period
        return (period.start, period.end) if period and (not year or period.start.year <= year <= period.end.year) else None

    def clause(self, code: str) -> Clause:
        """Where the notice asks for what rule `code` checks."""
        settings = self.rule(code)
        return Clause(self.id, settings.ref, settings.id)

    def words(self, code: str, verdict: Verdict, variant: str) -> Words:
        """The text bank's entry for a finding; the rule's usual text where the variant has none of its own."""
        settings = self.rule(code)
        if verdict is Verdict.UNKNOWN:
            return _message(settings.unknown)
        return settings.words.get(variant) or settings.words.get("") or _message(settings.title or code)


@lru_cache(maxsize=16)
def _events(pack: Pack) -> tuple[NamedEvent, ...]:
    return tuple(NamedEvent(name, day) for name, day in pack.events.items())


@lru_cache(maxsize=16)
def _topics(pack: Pack) -> tuple[Topic, ...]:
    return tuple(Topic(t.name, t.words) for t in pack.topics)


@lru_cache(maxsize=256)
def _message(text: str) -> Words:
    """Words without a suggestion; half of all findings say the same few."""
    return Words(message=text)


@lru_cache(maxsize=16)
def load_pack(name: str) -> Pack:
    """The pack of that id, or at that path (a folder or its pack.yaml), with what it extends merged in.

    Raises PackError, with a Chinese message, where it is missing, not YAML, or does not fit the schema."""
    folder = _folder(name)
    data = _merged(folder, seen=())
    if data.get("shingles"):
        data["copied_shingles"] = _read_shingles(folder, data["shingles"])
    try:
        return Pack.model_validate(data)
    except ValidationError as error:
        raise PackError(_explain(folder, error)) from error


def pack_ids() -> list[str]:
    """The ids of the packs that came with the program."""
    return sorted(p.parent.name for p in PACKS.glob("*/pack.yaml"))


def _folder(name: str) -> Path:
    path = Path(name)
    for folder in (PACKS / name, path, path.parent):
        if (folder / "pack.yaml").is_file() and (folder != path.parent or path.name == "pack.yaml"):
            return folder
    raise PackError(f"没有名为“{name}”的通知。可用的有：{'、'.join(pack_ids())}；自己编写的请给出文件夹路径。")


def _merged(folder: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    if folder in seen:
        raise PackError(f"{folder / 'pack.yaml'}：extends 循环引用，请检查。")
    own = _read(folder / "pack.yaml")
    parent = own.get("extends")
    if not parent:
        return own
    return _merge(_merged(_folder(str(parent)), (*seen, folder)), own)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_bytes(), Loader=_PackLoader)
    except yaml.YAMLError as error:
        raise PackError(f"{path}：不是有效的 YAML。{error}") from error
    if not isinstance(data, dict):
        raise PackError(f"{path}：内容应为“键: 值”的形式。")
    return data


def _merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings merge key by key, everything else is replaced."""
    merged = dict(base)
    for key, value in own.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return merged


def _read_shingles(folder: Path, name: str) -> list[int]:
    path = folder / name
    if not path.is_file():
        raise PackError(f"{path}：找不到 shingles 所指的文件。")
    return [int(line, 16) for line in path.read_text("ascii").split()]


def _explain(folder: Path, error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{folder / 'pack.yaml'}：“{place}”一项不符合要求（{first['msg']}）。"
