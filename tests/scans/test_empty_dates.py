"""The place of a date that nobody filled in: 年, 月 and 日 wide apart, which print tells by its blanks."""

from __future__ import annotations

from extractors.formats.pdfpage.lines import set_lines
from extractors.formats.scanpage.engine import Letter
from extractors.formats.scanpage.letters import runs_of
from extractors.formats.scanpage.paper import Affine
from extractors.formats.scanpage.straight import Stretch

BACK = Affine(0.5, 0, 0, -0.5, 0, 200)


def said(letters: list[Letter]) -> str:
    (line,) = set_lines(runs_of(letters, Stretch(40, 20, 200, 50), 2.0, 400, BACK), 0)
    assert len(line.passage.text) == len(line.xs) - 1
    return line.text


def test_an_empty_date_keeps_its_blanks() -> None:
    assert said([Letter(c, at, 0.99) for c, at in (("年", 0.1), ("月", 0.4), ("日", 0.7))]) == "年 月 日"


def test_room_in_one_place_is_room_in_both() -> None:
    assert said([Letter(c, at, 0.99) for c, at in (("年", 0.1), ("月", 0.31), ("日", 0.48))]) == "年 月 日"


def test_the_name_of_a_date_has_none() -> None:
    assert said([Letter(c, at, 0.99) for c, at in (("年", 0.1), ("月", 0.24), ("日", 0.38))]) == "年月日"
