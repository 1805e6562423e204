"""Any document of ours written as RTF reads back as it was; any bytes end with a Document or a DocumentError."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractors.lookalikes import plain
from extractors.model import Document
from formats_rtf.rtfmaker import Plain, hexed, outcome, read, rtf, shown

GBK = st.characters(codec="gbk", exclude_categories=("Cc", "Zs", "Zl", "Zp"))
ANY = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"))
WORDS = st.text(GBK, min_size=1, max_size=12) | st.text(ANY, min_size=1, max_size=8)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=3)


def meant(text: str) -> str:
    """Radicals and compatibility ideographs are read as what they stand for."""
    return plain(text)


def escaped(text: str) -> str:
    """As Word writes: ASCII as it is, what GBK has as bytes, the rest in UTF-16 with a question mark behind."""
    found = []
    for char in text:
        if char in "\\{}":
            found.append("\\" + char)
        elif char.isascii():
            found.append(char)
        else:
            try:
                found.append(hexed(char, "gbk"))
            except UnicodeEncodeError:
                units = char.encode("utf-16-le")
                for at in range(0, len(units), 2):
                    unit = int.from_bytes(units[at : at + 2], "little", signed=True)
                    found.append(f"\\u{unit}?")
    return "".join(found)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS)
@example(["\U0002f800", "\u2f49\u5e95"])
def test_paragraphs_come_back(lines: list[str]) -> None:
    body = "".join(f"\\pard\\f1 {escaped(line)}\\par\n" for line in lines)
    assert shown(read(body).blocks) == [meant(line) for line in lines]


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[Plain], str]:
    """A grid cut into rectangles, with the cells that it shows and the RTF of its rows."""
    wide, high = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    owner: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for row in range(high):
        for col in range(wide):
            if (row, col) in owner:
                continue
            free = next((c for c in range(col, wide) if (row, c) in owner), wide) - col
            cols, rows = draw(st.integers(1, free)), draw(st.integers(1, high - row))
            for r in range(row, row + rows):
                for c in range(col, col + cols):
                    owner[r, c] = (row, col, rows, cols)
    texts = {place: draw(st.lists(WORDS, max_size=2)) for place in sorted(set(owner.values()))}
    cells: list[Plain] = [(f"{r},{c} {h}x{w}", *map(meant, texts[r, c, h, w])) for r, c, h, w in sorted(texts)]
    return cells, "".join(_row(row, wide, owner, texts) for row in range(high))


Owner = dict[tuple[int, int], tuple[int, int, int, int]]


def _row(row: int, wide: int, owner: Owner, texts: dict[tuple[int, int, int, int], list[str]]) -> str:
    shape, inside = "", ""
    for col in range(wide):
        top, left, rows, cols = owner[row, col]
        if cols > 1:
            shape += "\\clmgf" if col == left else "\\clmrg"
        if rows > 1:
            shape += "\\clvmgf" if row == top else "\\clvmrg"
        shape += f"\\cellx{(col + 1) * 1000}"
        lines = texts[top, left, rows, cols] if (row, col) == (top, left) else []
        inside += "\\par ".join(escaped(line) for line in lines) + "\\cell "
    return f"\\trowd{shape}\\pard\\intbl\\f1 {inside}\\row\n"


@settings(max_examples=150, deadline=None)
@given(grids())
def test_cells_come_back_where_they_were(made: tuple[list[Plain], str]) -> None:
    cells, body = made
    assert shown(read(body + "\\pard\\f1 x").blocks) == [cells, "x"]


WORDS_OF_RTF = st.sampled_from(
    ["par", "pard", "intbl", "itap1", "itap2", "itap9", "cell", "nestcell", "row", "nestrow", "trowd", "cellx500", "cellx900", "cellx-1", "clmgf", "clmrg", "clvmgf", "clvmrg", "u25215?", "u-10179", "uc0", "uc2", "f0", "f1", "f2", "f9", "v", "deleted", "plain", "b", "ls1", "ilvl2", "line", "tab", "sect", "page", "bin3", "trleft-9", "qc", "'b3", "'d0", "'81", "*", "~", "_", "{"]
)
GROUPS = st.sampled_from(
    [r"{", r"{\*\shpinst", r"{\shp", r"{\shptxt", r"{\shprslt", r"{\footnote", r"{\header", r"{\footerf", r"{\field", r"{\*\fldinst", r"{\fldrslt", r"{\listtext", r"{\upr", r"{\*\ud", r"{\pict", r"{\object", r"{\result", r"{\*\nesttableprops", r"{\nonesttables", r"{\fonttbl", r"{\*\listtable", r"{\listlevel", r"{\leveltext", r"{\*\listoverridetable", r"{\listoverride", r"{\lfolevel", r"{\*\ffl", r"{\*\formfield", r"{\sp", r"{\info", r"{\*\x"]
)
PIECES = st.one_of(WORDS_OF_RTF.map(lambda w: "\\" + w + " "), GROUPS, st.just("}"), st.text("a党{}\\ 1;", max_size=3))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60))
def test_any_words_in_any_order_end_well(pieces: list[str]) -> None:
    found = outcome(rtf("".join(pieces)))
    assert isinstance(found, Document) or found.next_step
    if isinstance(found, Document):
        assert not any(ord(c) < 32 and c not in "\t\n" for c in found.text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_well(data: bytes) -> None:
    found = outcome(b"{\\rtf1" + data)
    assert isinstance(found, Document) or found.next_step
