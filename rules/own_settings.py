"""Rules that a notice declares itself, without Python: what each kind of them may say. `rules/own/` evaluates them."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator

from extractors.model import DeadlineKind, Part, TargetKind
from rules.settings import RuleSettings, Strict, Words

Texts = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
COMMON = frozenset(("n", "where", "evidence", "quote", "reason", "label", "category", "level"))
"""Placeholders that every own rule fills."""


class OwnSettings(RuleSettings):
    """What all kinds share: title, clause, words, and of whom it is asked beside `kinds`: `categories` (of units or
    members) and `levels`, as the pack names them; empty: of everybody."""

    says: ClassVar[tuple[str, ...]] = ()

    title: str = Field(min_length=1)
    ref: str = Field(min_length=1)
    message: str = Field(min_length=1)
    suggestion: str = ""
    unknown: str = "{reason}"
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def said(self, variant: str) -> Words | None:
        """`message` and `suggestion`, but for a variant that has words of its own."""
        return self.words.get(variant) or Words(message=self.message, suggestion=self.suggestion)

    def words_said(self) -> tuple[Words, ...]:
        """All that faults may say: the usual text, then those of the variants."""
        return tuple(words for variant in dict.fromkeys(("", *self.words)) if (words := self.said(variant)))

    @model_validator(mode="after")
    def _placeholders(self) -> Self:
        known = COMMON | set(self.says)
        texts = [self.message, self.suggestion, self.unknown, *self.reasons.values()]
        texts += [text for words in self.words.values() for text in (words.message, words.suggestion)]
        for text in texts:
            if odd := _placeholders_of(text) - known:
                raise ValueError(f"的说法里有不认得的占位符 {'、'.join(sorted(odd))}，这里可以用 {'、'.join(sorted(known))}")
        return self


def _placeholders_of(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise ValueError(f"的说法“{text}”花括号不成对") from error


class Placed(OwnSettings):
    """A rule about words at a place: all promises together (`items`), each of them (`each`), the place of the promises
    as printed (`body`), the title, the superior's opinion, or the field whose key is in `field`."""

    place: Literal["items", "each", "body", "title", "opinion", "field"] = "items"
    field: str = ""

    @model_validator(mode="after")
    def _field_named(self) -> Self:
        if (self.place == "field") != bool(self.field):
            raise ValueError("的 place: field 与 field（栏目的键，如 phone）要一起写")
        return self


class PhraseRule(Placed):
    """One of `phrases` must stand there (`every`: all of them). A word of `near` makes its absence a doubt."""

    says = ("missing",)
    check: Literal["phrase"]
    phrases: Texts
    near: tuple[str, ...] = ()
    every: bool = False


class ForbiddenRule(Placed):
    """None of `phrases` may stand there. Said in the negative (不…, 杜绝…) it is no fault; beside a word of `unless` it
    is a doubt."""

    says = ("found",)
    check: Literal["forbidden"]
    phrases: Texts
    unless: tuple[str, ...] = ()


class PatternRule(Placed):
    """A regular expression that must match there (`wanted`), or must not. `near` as for phrases, where it must."""

    says = ("found",)
    check: Literal["pattern"]
    pattern: str = Field(min_length=1)
    wanted: bool = True
    near: tuple[str, ...] = ()

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"不是有效的正则表达式（{error}）") from error
        return pattern


class TopicRule(OwnSettings):
    """The promises must touch at least `least` of the pack's `topics`; with `sure_only` nothing is said where a promise in
    other words might be about one of them."""

    says = ("missing", "topics", "least", "count")
    check: Literal["topic"]
    topics: Texts
    least: int = Field(default=1, ge=1)
    sure_only: bool = False

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.least > len(self.topics):
            raise ValueError(f"的 least（{self.least}）比 topics 的个数（{len(self.topics)}）还多")
        return self


class WindowRule(OwnSettings):
    """A day must lie from `start` to `end`: of signing, approval, receipt, or the limit of each promise."""

    says = ("day", "start", "end")
    check: Literal["window"]
    day: Literal["signed", "approved", "received", "deadline"]
    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not (self.start or self.end):
            raise ValueError("要写明 start（起）或 end（止）")
        if self.start and self.end and self.end < self.start:
            raise ValueError("的 end（止）早于 start（起）")
        return self


class CountOf(Strict):
    """Which promises count: those for which everything that is named here holds; nothing named: all."""

    part: tuple[Part, ...] = ()
    dimension: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    target: tuple[TargetKind, ...] = ()
    deadline: tuple[DeadlineKind, ...] = ()
    responsible: bool = False
    measures: bool = False


class CountRule(OwnSettings):
    """There must be at least `least` and at most `most` promises of that sort."""

    says = ("count", "least", "most")
    check: Literal["count"]
    of: CountOf = CountOf()
    least: int = Field(default=0, ge=0)
    most: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if not self.least and self.most is None:
            raise ValueError("要写明 least（至少几项）或 most（至多几项）")
        if self.most is not None and self.most < self.least:
            raise ValueError("的 most（至多）小于 least（至少）")
        return self


OwnRule = Annotated[
    PhraseRule | ForbiddenRule | PatternRule | TopicRule | WindowRule | CountRule, Field(discriminator="check")
]
