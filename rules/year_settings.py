"""What a notice asks for after the forms are in: publication, quarterly reports, lights, evaluation rounds, spot checks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from extractors.model import FormKind
from rules.settings import Strict


class PublicationData(Strict):
    """How forms are made public. The least number of days is `calendar.publish_days`; where the notice names none, any
    length will do. `channels` are offered to the clerk, `watch` is printed below each sheet."""

    channels: tuple[str, ...] = ()
    watch: str = ""
    ref: str = ""
    id: str = ""


class ReportData(Strict):
    """Quarterly reports: whose forms are reported on, how many days before the quarter's end they are due, and from which
    likeness (0 to 1) the words of an entry count as those of the quarter before."""

    kinds: tuple[FormKind, ...] = (FormKind.ORG, FormKind.SECRETARY)
    days_before: int = Field(default=0, ge=0, le=60)
    alike: float = Field(default=0.9, gt=0, le=1)
    ref: str = ""
    id: str = ""


class LightData(Strict):
    """When a promise gets which light. Blue: its limit is at most `near_days` away. Yellow: `behind_share` of its time is
    gone and nothing was heard of it for `behind_days`, or it was reported as not kept. Red: its limit is over. Beside the
    light, nothing heard for `silent_months` asks for 督查."""

    near_days: int = Field(default=15, ge=0)
    behind_days: int = Field(default=30, ge=1)
    behind_share: float = Field(default=0.5, ge=0, le=1)
    silent_months: int = Field(default=3, ge=1)
    ref: str = ""
    id: str = ""


class Judged(StrEnum):
    """Who is evaluated: organisations, secretaries, members, or the units that serve at a window."""

    ORG = "org"
    SECRETARY = "secretary"
    MEMBER = "member"
    WINDOW = "window"


class PartData(Strict):
    """One of the evaluations of a round: its weight (shares of the sum), who gives it, and whether many people vote, so
    that a small sample tells nothing."""

    weight: float = Field(gt=0)
    by: str = ""
    votes: bool = False


class RoundData(Strict):
    """A round: who is judged, the parts by name, its first and last day. `options` are the words on the sheets and what
    they count, `grades` the bands by their lowest score, the best first; both may be the assessment's own. With
    `satisfied` the score is the share (in %) of these options, and `threshold` what is asked for. `apart`: two parts that
    differ by more are told."""

    title: str
    of: tuple[Judged, ...]
    parts: dict[str, PartData] = Field(min_length=1)
    options: dict[str, float] = Field(default_factory=dict)
    grades: dict[str, float] = Field(default_factory=dict)
    satisfied: tuple[str, ...] = ()
    threshold: float | None = None
    apart: float | None = None
    start: date | None = None
    end: date | None = None
    ref: str = ""
    id: str = ""


class AssessmentData(Strict):
    """Evaluation (一会四评). Fewer than `least_votes` valid votes, or fewer than the share `least_returned` of those handed
    out, tell nothing."""

    options: dict[str, float] = Field(default_factory=dict)
    grades: dict[str, float] = Field(default_factory=dict)
    least_votes: int = Field(default=10, ge=1)
    least_returned: float = Field(default=0.5, ge=0, le=1)
    rounds: dict[str, RoundData] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        for name, one in self.rounds.items():
            options = set(one.options or self.options)
            if odd := [word for word in one.satisfied if word not in options]:
                raise ValueError(f"assessment.rounds.{name} 的 satisfied“{'、'.join(odd)}”在 options 中没有")
            if len(options) < 2:
                raise ValueError(f"assessment.rounds.{name} 至少要有两个档次（options）")
        return self

    def options_of(self, name: str) -> dict[str, float]:
        """The words on the sheets of a round and what they count."""
        return self.rounds[name].options or self.options

    def grades_of(self, name: str) -> dict[str, float]:
        """The bands of a round, the best first."""
        return dict(sorted((self.rounds[name].grades or self.grades).items(), key=lambda one: -one[1]))


class PointData(Strict):
    """A point of review: what is looked at, and the rules that can tell (none: only people can)."""

    asks: str
    codes: tuple[str, ...] = ()


class SpotCheckData(Strict):
    """Spot checks: the share of units drawn from each stratum, at least `least` of each, and the points by name."""

    share: float = Field(default=0.2, gt=0, le=1)
    least: int = Field(default=1, ge=0)
    points: dict[str, PointData] = Field(default_factory=dict)
    ref: str = ""
    id: str = ""
