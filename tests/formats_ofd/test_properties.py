"""Any ruled grid drawn as OFD reads back as its cells; any change of a file ends with a Document or a DocumentError."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.kinds.rtf_ofd import mutated_ofd
from extractors.errors import DocumentError
from extractors.model import Document, Table
from extractors.reading import read_bytes
from formats_ofd.ofdmaker import file, line, page, text

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=4)
WIDTHS = st.lists(st.integers(25, 45), min_size=1, max_size=4)
HEIGHTS = st.lists(st.integers(9, 30), min_size=2, max_size=5)


@st.composite
def forms(draw: st.DrawFn) -> tuple[list[tuple[int, int, int, int, str]], str, str]:
    """A grid whose rows join some of their columns: its cells, their text objects, their rulings."""
    xs, ys = [20], [20]
    for width in draw(WIDTHS):
        xs.append(xs[-1] + width)
    for height in draw(HEIGHTS):
        ys.append(ys[-1] + height)
    cells, words, lines = [], "", ""
    starts = [0]
    for row in range(len(ys) - 1):
        starts = [0, *(c for c in range(1, len(xs) - 1) if row == 0 or draw(st.booleans()))]
        for col, end in zip(starts, [*starts[1:], len(xs) - 1], strict=True):
            said = draw(HAN)
            cells.append((row, col, 1, end - col, said))
            words += text(said, at=f"{xs[col] + 2} {ys[row] + 2} 30 6", size=4, delta=" ".join(["4"] * (len(said) - 1)))
            lines += line(xs[col], ys[row], xs[col], ys[row + 1])
        lines += line(xs[0], ys[row], xs[-1], ys[row]) + line(xs[-1], ys[row], xs[-1], ys[row + 1])
    return cells, words, lines + line(xs[0], ys[-1], xs[-1], ys[-1])


@settings(max_examples=80, deadline=None)
@given(forms())
def test_ruled_forms_come_back(made: tuple[list[tuple[int, int, int, int, str]], str, str]) -> None:
    cells, words, lines = made
    (table,) = read_bytes(file(page(words, lines))).blocks
    assert isinstance(table, Table)
    assert [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells] == cells


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=30))
def test_no_character_gets_lost(said: str) -> None:
    from extractors.formats.pdfpage.letters import plain

    wanted = "".join(plain(said).split())
    assert "".join(read_bytes(file(page(text(f"{said}诺诺诺诺诺诺诺诺诺诺诺诺", delta="5")))).text.split()) == wanted + "诺" * 12


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_any_change_ends_well(seed: int) -> None:
    data = mutated_ofd(file(page(text("承诺"), line(1, 1, 9, 9))), random.Random(seed))
    try:
        found: Document | DocumentError = read_bytes(data)
    except DocumentError as error:
        found = error
    assert isinstance(found, Document) or found.next_step
