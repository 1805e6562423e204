"""Random Word bodies for property tests: every word is met once, and what a reader should see of it is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

from formats_word.wordmaker import box, cell, par, row, run, sdt, table
from formats_word.wordmaker import field as complex_field


@dataclass(frozen=True)
class Piece:
    """XML with the words that a page shows of it, in reading order; `later` are those in text boxes that hang on it."""

    xml: str
    shown: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@dataclass
class Words:
    """Gives each word once; those that no page shows look otherwise."""

    numbers: count[int] = field(default_factory=count)

    def next(self, mark: str = "字") -> str:
        return f"{mark}{next(self.numbers):03d}{mark}"


Maker = Callable[[Words], Piece]


def joined(makers: list[Maker], words: Words) -> Piece:
    pieces = [make(words) for make in makers]
    return Piece(
        "".join(p.xml for p in pieces), tuple(w for p in pieces for w in p.shown), tuple(w for p in pieces for w in p.later)
    )


def _plain(words: Words) -> Piece:
    word = words.next()
    return Piece(run(word), (word,))


def _hidden(form: str) -> Maker:
    return lambda words: Piece(form.format(words.next("隐")))


def _around(form: str) -> Callable[[list[Maker]], Maker]:
    def wrap(makers: list[Maker]) -> Maker:
        def make(words: Words) -> Piece:
            inner = joined(makers, words)
            return Piece(form.replace("…", inner.xml), inner.shown, inner.later)

        return make

    return wrap


def _alternate(makers: list[Maker]) -> Maker:
    """The same words twice, as Word writes them for older readers."""

    def make(words: Words) -> Piece:
        inner = joined(makers, words)
        xml = f'<mc:AlternateContent><mc:Choice Requires="wps">{inner.xml}</mc:Choice><mc:Fallback>{inner.xml}</mc:Fallback>'
        return Piece(xml + "</mc:AlternateContent>", inner.shown, inner.later)

    return make


def _field(words: Words) -> Piece:
    word = words.next()
    return Piece(complex_field(f"REF {words.next('隐')}", word), (word,))


def _box(old: bool) -> Callable[[list[Maker]], Maker]:
    def wrap(makers: list[Maker]) -> Maker:
        def make(words: Words) -> Piece:
            inner = joined(makers, words)
            shape = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner.xml}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            return Piece(shape if old else box(inner.xml), (), inner.shown)

        return make

    return wrap


_HIDDEN = [
    "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>",
    "<w:moveFrom><w:r><w:t>{}</w:t></w:r></w:moveFrom>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>",
    "<w:r><w:instrText>{}</w:instrText></w:r>",
]
_WRAPPERS = [
    "<w:ins>…</w:ins>", "<w:moveTo>…</w:moveTo>", "<w:hyperlink>…</w:hyperlink>", "<w:smartTag>…</w:smartTag>",
    "<w:customXml>…</w:customXml>", "<w:fldSimple w:instr='QUOTE'>…</w:fldSimple>", "<w:dir>…</w:dir>",
    "<w:sdt><w:sdtPr/><w:sdtContent>…</w:sdtContent></w:sdt>", "<w:bookmarkStart w:id='1' w:name='b'/>…<w:proofErr/>",
]  # fmt: skip
_BLOCK_WRAPPERS = [
    "<w:sdt><w:sdtPr/><w:sdtContent>…</w:sdtContent></w:sdt>", "<w:customXml>…</w:customXml>", "<w:ins>…</w:ins>",
    "<w:bookmarkEnd w:id='1'/>…<w:permEnd/>",
]  # fmt: skip

leaves = st.one_of(st.just(_plain), st.just(_plain), st.just(_field), st.sampled_from(_HIDDEN).map(_hidden))


def _paragraph(makers: list[Maker]) -> Maker:
    def make(words: Words) -> Piece:
        inner = joined(makers, words)
        return Piece(par(inner.xml or run("")), inner.shown + inner.later)

    return make


def _table(rows: list[list[list[Maker]]], before: int, controlled: bool) -> Maker:
    def make(words: Words) -> Piece:
        shown: tuple[str, ...] = ()
        lines = []
        for cells in rows:
            line = []
            for makers in cells:
                inner = joined(makers, words)
                made = cell(inner.xml + par(""))
                line.append(sdt(made) if controlled else made)
                shown += inner.shown
            properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
            lines.append(row(*line, properties=properties))
        return Piece(table(*(sdt(line) if controlled else line for line in lines)), shown)

    return make


def _inlines(blocks: st.SearchStrategy[Maker]) -> st.SearchStrategy[Maker]:
    boxes = st.builds(lambda wrap, makers: wrap(makers), st.sampled_from([_box(True), _box(False)]), st.lists(blocks, max_size=2))
    return st.recursive(
        st.one_of(leaves, leaves, boxes),
        lambda inner: st.one_of(
            st.builds(lambda form, makers: _around(form)(makers), st.sampled_from(_WRAPPERS), st.lists(inner, max_size=3)),
            st.lists(inner, min_size=1, max_size=2).map(_alternate),
        ),
        max_leaves=4,
    )


def _bigger(blocks: st.SearchStrategy[Maker]) -> st.SearchStrategy[Maker]:
    rows = st.lists(st.lists(st.lists(blocks, max_size=2), min_size=1, max_size=3), min_size=1, max_size=3)
    return st.one_of(
        st.builds(_table, rows, st.integers(0, 2), st.booleans()),
        st.builds(lambda form, makers: _around(form)(makers), st.sampled_from(_BLOCK_WRAPPERS), st.lists(blocks, max_size=3)),
        st.lists(_inlines(blocks), max_size=3).map(_paragraph),
    )


bodies = st.lists(st.recursive(st.lists(_inlines(st.lists(leaves, max_size=2).map(_paragraph)), max_size=4).map(_paragraph),
                               _bigger, max_leaves=6), min_size=1, max_size=4)  # fmt: skip
"""What `joined` makes a body of."""
