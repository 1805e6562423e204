"""The box around some characters of a line, worked out at once, is the one around their own boxes."""

import pytest

from extractors.formats.pdfpage.boxes import LineBoxes, Spread

EVEN = Spread([10.0, 22.0, 34.0, 46.0], [(0, 700.0, 712.0)])
UNEVEN = Spread([50.0, 62.0, 68.0, 74.0, 86.0], [(0, 700.0, 712.0), (1, 701.5, 709.0), (3, 699.0, 712.0)])
BACKWARDS = Spread([90.0, 102.0, 99.0, 111.0], [(0, 700.0, 712.0)])
LETTERS = [(120.0, 700.0, 131.0, 711.0), (133.0, 702.0, 140.0, 709.0)]


@pytest.mark.parametrize(
    "line",
    [LineBoxes((EVEN,)), LineBoxes((UNEVEN,)), LineBoxes((BACKWARDS,)), LineBoxes((EVEN, 2, UNEVEN)), LineBoxes((UNEVEN, LETTERS))],
)
def test_around_is_the_box_around_the_single_boxes(line: LineBoxes) -> None:
    singles = list(line)
    for start in range(len(line) + 2):
        for end in range(len(line) + 3):
            some = singles[start:end]
            around = None
            if some:
                left, low, right, high = zip(*some, strict=True)
                around = min(left), min(low), max(right), max(high)
            assert line.around(start, end) == around
