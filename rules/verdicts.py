"""What a finding comes to, how much it weighs, and where the notice asks for it: the words that packs and rules share."""

from __future__ import annotations

from enum import StrEnum

from extractors.model.value_class import value_class


class Verdict(StrEnum):
    """`ok` is never written out; `unknown` is 无法判定 and carries its reason."""

    OK = "ok"
    DEFICIENT = "deficient"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How much a finding weighs; the pack decides it per rule."""

    MUST = "必须修改"
    SHOULD = "建议修改"
    HINT = "提示"


@value_class
class Clause:
    """Where the notice asks for it: its id, the place in its text (三（二）), and the row of REQUIREMENTS (N0.9)."""

    notice: str
    ref: str
    id: str
