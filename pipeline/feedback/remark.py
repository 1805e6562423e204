"""What is to be written into a submitted file, and where it came to stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractors.model import Anchor

NO_COMMENTS = {"ofd": "OFD 文件不加批注"}
"""Formats that are read but come back as they came: what the clerk and the unit are told."""

AUTHOR = "审核"
"""The name that comments carry, initials too."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment: `text` in one or several lines, beside what `anchor` points to (nothing: the whole file)."""

    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A remark in the written file. `text` is what its comment covers, paragraphs by line breaks; `exact` is False
    where it could not cover just what the anchor points to (a header, a text box, a content control)."""

    remark: Remark
    text: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """The copy that was written and the remarks in it, in the order given; remarks without text are left out."""

    path: Path
    placed: tuple[Placed, ...] = ()
