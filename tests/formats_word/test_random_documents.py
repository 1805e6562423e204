"""Whatever a body is built of, its visible words are read once and in order, and comments land on them."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from lxml import etree

from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.random_documents import Maker, Words, bodies, joined
from formats_word.wordmaker import W, commented, part_of, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

WORD = re.compile(r"字\d{3}字")
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@given(bodies)
@settings(unhurried, max_examples=150)
def test_the_text_read_is_the_text_put_in_visible(tmp_path: Path, body: list[Maker]) -> None:
    made = joined(body, Words())
    text = read(write(tmp_path / "随.docx", made.xml)).text
    assert WORD.findall(text) == list(made.shown)
    assert "隐" not in text


@given(bodies)
@settings(unhurried, max_examples=40)
def test_strict_files_say_the_same(tmp_path: Path, body: list[Maker]) -> None:
    made = joined(body, Words())
    assert read(write(tmp_path / "严.docx", made.xml, strict=True)) == read(write(tmp_path / "松.docx", made.xml))


@given(bodies)
@settings(unhurried, max_examples=60)
def test_comments_on_every_paragraph_change_no_word(tmp_path: Path, body: list[Maker]) -> None:
    path = write(tmp_path / "随.docx", joined(body, Words()).xml)
    document = read(path)
    found = paragraphs(document.blocks)
    root = etree.fromstring(part_of(path, "word/document.xml"))
    for paragraph in found:
        (source,) = {piece.source for piece in paragraph.passage.pieces}
        own = next(islice(root.iter(f"{{{W}}}p"), source.paragraph, None))  # type: ignore[union-attr]
        assert set(WORD.findall(paragraph.text)) <= set(WORD.findall("".join(own.itertext())))
    result = mark_up(path, [Remark(p.passage.anchor(), f"第{n}处") for n, p in enumerate(found)], tmp_path / "批注.docx")
    assert read(result.path) == document
    if found:
        covered = commented(result.path)
        assert len(covered) == len(found)
        for remark, placed in zip(covered, result.placed, strict=True):
            words = found[int(remark.rsplit("第", 1)[1][:-1])]
            assert not placed.exact or placed.text == words.text
            assert not placed.exact or WORD.findall(covered[remark]) == WORD.findall(words.text)
