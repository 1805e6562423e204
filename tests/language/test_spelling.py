"""Long texts are spelled in plain signs as `str.translate` would do it, character for character."""

from __future__ import annotations

import pytest

from extractors.language.deadlines.plain import TABLE
from extractors.language.numerals import HALF_WIDTH, Alphabet


@pytest.mark.parametrize("table", [HALF_WIDTH, TABLE], ids=["half width", "plain"])
@pytest.mark.parametrize("text", [
    "", "２０１２年６月○日前，“走访”１２户（含）〔2012〕３号", "ordinary\ttext\n第二行", "𠮷野家，２月前", "半\ud842个，〇",
    "".join(map(chr, range(0x20, 0xD800))),
])  # fmt: skip
def test_spelled_as_translated(table: dict[int, int | str], text: str) -> None:
    assert Alphabet(table).spell(text) == text.translate(dict(table))  # type: ignore[arg-type]
