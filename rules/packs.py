"""A notice as data: loading, inheritance and validation of `packs/<notice>/pack.yaml`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from extractors.model import DimensionSet, Form, FormKind, NamedEvent, ReadingContext, Topic
from rules.own_settings import CountRule, OwnRule, TopicRule
from rules.pack_errors import at, explain
from rules.pack_files import CHECKS, PACKS, PackError, lineage, merged, pack_folder, pack_ids, read, read_shingles
from rules.settings import OFF, RuleSettings, Strict, Words
from rules.verdicts import Clause, Verdict
from rules.year_settings import AssessmentData, LightData, PublicationData, ReportData, SpotCheckData

__all__ = ["OWN", "PACKS", "Pack", "PackError", "ReviewPoint", "RuleSettings", "TopicData", "Words", "load_pack", "pack_ids"]

OWN = "N"
OwnCode = Annotated[str, StringConstraints(pattern=rf"^{OWN}\d{{2}}$")]
"""Codes of a notice's own rules; the other families belong to the rules of the program."""


class Stage(Strict):
    """A step of the notice's calendar, first and last day."""

    name: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Calendar(Strict):
    """`hand_in` is the last day for forms; `hand_in_by_year` where each form year has its own."""

    hand_in: date | None = None
    hand_in_by_year: dict[int, date] = Field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    publish_days: int = 0

    def hand_in_for(self, year: int | None) -> date | None:
        """The last day for a form of that year."""
        return self.hand_in_by_year.get(year or 0, self.hand_in)


class DimensionData(Strict):
    """A dimension set with the other names its labels go by in headings."""

    labels: tuple[str, ...]
    aliases: dict[str, str] = Field(default_factory=dict)


class TopicData(Strict):
    """A focus topic: the words that show it, and whom the notice asks it of (empty: everybody)."""

    name: str
    words: tuple[str, ...]
    kinds: tuple[FormKind, ...] = ()
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ref: str = ""
    id: str = ""


class Copies(Strict):
    """How many copies the notice wants and who keeps them. `hand_in` of them, on paper, come to the office that applies the
    notice (None: the notice does not say, and nobody is said to owe any)."""

    total: int = Field(default=0, ge=0)
    text: str = ""
    hand_in: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        if self.total and self.hand_in is not None and self.hand_in > self.total:
            raise ValueError(f"写的 hand_in（交本级 {self.hand_in} 份）多于 total（一式 {self.total} 份）")
        return self


class ReviewPoint(Strict):
    """A point that the notice has reviewers look at (审核要点): the sheet tells what `rules` found, and leaves the judgement
    to a person; without rules the whole point is the person's. `kinds` are the forms it is asked of (empty: all)."""

    name: str = Field(min_length=1)
    rules: tuple[str, ...] = ()
    kinds: tuple[FormKind, ...] = ()
    ref: str = ""
    id: str = ""


class CompanionData(Strict):
    """A document that units hand in beside their forms (实施方案). `words` show it in a file's name or first lines, a word
    after ! shows that it is another; `levels` are the organisations that it is asked of (the roster's 层级; empty: all
    that have others below them), `by` its last day (else the forms')."""

    name: str
    words: tuple[str, ...]
    levels: tuple[str, ...] = ()
    by: date | None = None
    ref: str = ""
    id: str = ""


class Receives(Strict):
    """Whose forms come to the office that applies the notice: those of all persons, or of leading cadres only; the roster's
    报送本级 goes before it."""

    persons: Literal["all", "leaders"] = "all"
    ref: str = ""
    id: str = ""


class HeadsData(Strict):
    """Organisations of these levels hand in the forms of both their heads (党政一把手)."""

    levels: tuple[str, ...]
    ref: str = ""
    id: str = ""


class Period(Strict):
    """First and last day that the notice covers."""

    start: date
    end: date


class Pack(Strict):
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
    review: tuple[ReviewPoint, ...] = ()
    companions: tuple[CompanionData, ...] = ()
    heads: HeadsData | None = None
    receives: Receives = Receives()
    publication: PublicationData = PublicationData()
    reports: ReportData = ReportData()
    lights: LightData = LightData()
    assessment: AssessmentData = AssessmentData()
    spot_check: SpotCheckData = SpotCheckData()
    rules: dict[str, RuleSettings] = Field(default_factory=dict)
    own_rules: dict[OwnCode, OwnRule] = Field(default_factory=dict)
    doubts: dict[str, str] = Field(default_factory=dict)
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

    def asks_for(self, year: int | None) -> bool:
        """Whether a form of that year is one that the notice asks for (F08); True where it says nothing of years."""
        wanted = self.rule("F08").params.get("notice_years", ())
        return not wanted or year is None or year in wanted

    def last_day(self, year: int | None) -> date | None:
        """The last day for handing in a form of that year. One that the notice does not ask for came in this round all the
        same: the notice's latest day holds for it."""
        if self.asks_for(year):
            return self.hand_in(year)
        return max((day for day in (self.calendar.hand_in, *self.calendar.hand_in_by_year.values()) if day), default=None)

    def stage(self, name: str) -> Stage | None:
        """The step of the calendar of that name."""
        return next((stage for stage in self.calendar.stages if stage.name == name), None)

    def rule(self, code: str) -> RuleSettings:
        """The notice's settings of a rule; one that the pack does not name is off."""
        return self.rules.get(code) or self.own_rules.get(code) or OFF

    def dimension_set(self, kind: FormKind) -> DimensionSet | None:
        """The set that forms of that kind are held to, or None where the notice names none."""
        name = self.dimension_sets.get(kind)
        chosen = self.dimensions.get(name) if name else None
        return DimensionSet(name, chosen.labels, chosen.aliases) if name and chosen else None

    def context(self, form: Form, received: date | None = None) -> ReadingContext:
        """What understanding a form of this notice needs: reference day is signature, else approval, else receipt, else hand-in."""
        year = form.year or self.year
        return ReadingContext(
            year=year,
            reference_date=form.signing.date.day or form.approval.date.day or received or self.calendar.hand_in_for(year),
            period=self._period_for(year),
            events=_events(self),
            dimensions=self.dimension_set(form.kind),
            topics=_topics(self),
            copied_shingles=self.copied_shingles,
            people=tuple([named.value for key in ("head", "name") if (named := form.field(key)) and named.value]),
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
        return settings.said(variant) or _message(settings.title or code)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """What one part of a pack names must stand in the other."""
        categories, levels = {*self.categories, *self.member_categories}, set(self.levels)
        for topic in self.topics:
            _known(topic.categories, categories, f"topics 的“{topic.name}”所写的类别", "categories 或 member_categories")
            _known(topic.levels, levels, f"topics 的“{topic.name}”所写的层级", "levels")
        for kind, name in self.dimension_sets.items():
            _known((name,), set(self.dimensions), f"dimension_sets 的 {kind.value} 所写的", "dimensions")
        for code, own in self.own_rules.items():
            _known(own.categories, categories, f"own_rules.{code} 所写的类别", "categories 或 member_categories")
            _known(own.levels, levels, f"own_rules.{code} 所写的层级", "levels")
            wanted = own.topics if isinstance(own, TopicRule) else own.of.topic if isinstance(own, CountRule) else ()
            _known(wanted, {t.name for t in self.topics}, f"own_rules.{code} 所写的重点", "topics")
            if isinstance(own, CountRule):
                labels = {label for data in self.dimensions.values() for label in data.labels}
                _known(own.of.dimension, labels, f"own_rules.{code} 所写的方面", "dimensions")
        return self


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


def _known(names: tuple[str, ...], known: set[str], what: str, where: str) -> None:
    if odd := [name for name in names if name not in known]:
        raise ValueError(f"{what}“{'、'.join(odd)}”在 {where} 中没有")


@lru_cache(maxsize=16)
def load_pack(name: str) -> Pack:
    """The pack of that id, or at that path (a folder or its pack.yaml), with what it extends merged in.

    Raises PackError, with a Chinese message, where it is missing, not YAML, or does not fit the schema."""
    folder = pack_folder(name)
    data = merged(folder)
    if data.get("shingles"):
        named = next(file.parent for file in lineage(folder) if "shingles" in read(file))  # perhaps a pack that it extends
        data["copied_shingles"] = read_shingles(named, data["shingles"])
    try:
        pack = Pack.model_validate(data)
    except ValidationError as error:
        raise PackError(explain(lineage(folder), error, Pack)) from error
    for n, point in enumerate(pack.review):
        if odd := sorted(set(point.rules) - _codes() - set(pack.own_rules)):
            raise PackError(f"{at(lineage(folder), ('review', n, 'rules'))}：没有规则 {'、'.join(odd)}")
    if odd := sorted(set(pack.rules) - _codes()):
        places = [f"{at(lineage(folder), ('rules', code))}：没有规则 {code}" for code in odd]
        raise PackError("\n".join(places) + "。用 chengnuo rules 查看全部代码；通知自己的规则写在 own_rules 下。")
    return pack


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Codes of the rules of the program, by the names of their files."""
    return frozenset(path.stem.partition("_")[0].upper() for path in CHECKS.glob("[a-z][0-9]*_*.py"))
