"""Rulings that a seal tore: led on where the line they belong to is near, else what stands there is not sure."""

from __future__ import annotations

from extractors.formats.pdfpage.content import PageContent, Ruling, Run, Strokes
from extractors.formats.pdfpage.layout import grids
from extractors.formats.scanpage.torn import DOUBT, doubted, led_on

UPPER, LOWER = (420.0, 330.0, 550.0, 460.0), (416.0, 230.0, 548.0, 362.0)
"""Two seals one below the other, as on a signed and approved form; the line between their cells runs at 350."""


def table(end: float, start: float = 87.0) -> Strokes:
    """Two cells, one above the other; the line between them runs from `start` to `end`."""
    return Strokes([Ruling(460, 87, 541), Ruling(350, start, end), Ruling(270, 87, 541)], [Ruling(87, 270, 460), Ruling(541, 270, 460)])


def cells(strokes: Strokes) -> int:
    return sum(len(grid.cells) for grid in grids(PageContent(0, (0, 0, 600, 840), [], strokes)))


def test_a_line_that_stops_short_is_led_on_and_parts_the_cells_again() -> None:
    strokes = table(532)
    assert cells(strokes) == 1
    assert led_on(strokes, [UPPER, LOWER]) == []
    assert strokes.across[1] == Ruling(350, 87, 541)
    assert cells(strokes) == 2


def test_at_its_beginning_and_downwards_too() -> None:
    strokes = table(541, 97)
    assert led_on(strokes, [(60, 300, 190, 430)]) == []
    assert strokes.across[1] == Ruling(350, 87, 541)
    strokes = Strokes([Ruling(460, 87, 541), Ruling(270, 87, 541)], [Ruling(87, 270, 460), Ruling(300, 280, 460), Ruling(541, 270, 460)])
    assert led_on(strokes, [(240, 220, 370, 350)]) == []
    assert strokes.down[1] == Ruling(300, 270, 460)


def test_a_line_torn_further_away_leaves_both_seals_in_doubt_and_is_not_touched() -> None:
    strokes = table(480)
    assert led_on(strokes, [UPPER, LOWER, (100, 700, 230, 830)]) == [UPPER, LOWER]
    assert strokes.across[1] == Ruling(350, 87, 480)


def test_a_line_that_ends_at_its_own_corner_under_a_seal_is_whole() -> None:
    strokes = table(539)
    assert led_on(strokes, [UPPER, LOWER]) == []
    assert strokes.across[1] == Ruling(350, 87, 539)


def test_a_line_that_no_seal_lies_on_stays_as_it_is() -> None:
    strokes = table(532)
    assert led_on(strokes, [(100, 300, 230, 430)]) == []
    assert strokes.across[1] == Ruling(350, 87, 532)


def test_a_line_to_write_on_is_no_torn_ruling() -> None:
    strokes = table(541)
    strokes.across.append(Ruling(300, 380, 500))
    assert led_on(strokes, [UPPER, LOWER]) == []


def test_only_what_stands_at_a_torn_line_is_doubted() -> None:
    def run(x: float, y: float, sure: tuple[float, ...] = (0.99, 0.4)) -> Run:
        return Run("日期", [x, x + 12, x + 24], y, 12, [(x, y, x + 12, y + 12), (x + 12, y, x + 24, y + 12)], False, sure)

    near, above, left, print_ = run(470, 400), run(470, 600), run(100, 400), run(470, 400, ())
    got = doubted([near, above, left, print_], [UPPER])
    assert [r.sure for r in got] == [(DOUBT, 0.4), (0.99, 0.4), (0.99, 0.4), ()]
    assert doubted([near], []) == [near]
