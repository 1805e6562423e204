"""The text of each promise as the components see it, and the way back to its print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import or_

from extractors.language.signs import ALL, TYPED, Gate, signs
from extractors.language.typed import blanks, catchwords, figures, pledges
from extractors.language.typed.line_ends import LINE_END, inside_sentences
from extractors.language.typed.offsets import Edit, Offsets
from extractors.model import CommitmentItem

_TWICE = TYPED.gate("[，。；：、！？,;:!?]{2,}|[-—－–―─~～]{2,}(?=[\\d０-９])")
_NARROW = TYPED.gate("(?<![\\d０-９])[,:]|[,:](?!\\s*[\\d０-９])")
_STRAIGHT = TYPED.gate('"')
_WIDE = {",": "，", ":": "："}


def retyped(items: Sequence[CommitmentItem], whole: str, stretches: Sequence[int]) -> list[Offsets | None]:
    """The text of each promise as the components see it, None where that is as it was typed; `whole` is a document that holds them
    at these `stretches`, of which the starts and ends are given in turns."""
    bits = TYPED.read(whole)
    asked = _ANY if (bits[1:] & bits[:-1] & _TWICE.sign).any() else _ANY & ~_TWICE.sign
    return [_plainly(item, told) if (told := ours & asked) else None for item, ours in zip(items, signs(bits, stretches), strict=True)]


def plainly(item: CommitmentItem) -> str:
    """The text of one promise as the components see it."""
    offsets = _plainly(item, ALL)
    return item.text if offsets is None else offsets.text


def _plainly(item: CommitmentItem, told: int) -> Offsets | None:
    """`told` are the signs of the text. What is typed otherwise is looked for where the gaps are closed already."""
    text = item.text
    gaps = [*blanks.blanks(item)] if told & blanks.BLANKS.sign else []
    if told & LINE_END.sign:
        gaps += inside_sentences(item)
    closed = Offsets(text, sorted(gaps)) if gaps else None
    text = closed.text if closed else text
    edits = [edit for gate, find in _HABITS if told & gate.sign for edit in find(text)]
    called = catchwords.catchword(text) if told & _CALLED else None
    if called is not None:
        edits.append(Edit(0, called.end()))
    if not edits:
        return closed
    offsets = Offsets(text, sorted(edits), closed)
    offsets.called = called["called"] if called is not None else ""
    return offsets


def _twice(text: str) -> Iterator[Edit]:
    """A sign or dash typed more often than it counts, or another one behind it: the first stays."""
    return (Edit(m.start() + 1, m.end()) for m in _TWICE.finditer(text))


def _narrow(text: str) -> Iterator[Edit]:
    """Commas and colons in half width, but for those in numbers and clock times."""
    return (Edit(*m.span(), _WIDE[m.group()]) for m in _NARROW.finditer(text))


def _quotes(text: str) -> Iterator[Edit]:
    """Straight quotes in turns; one that has no partner stays."""
    found = [m.start() for m in _STRAIGHT.finditer(text)]
    return (Edit(at, at + 1, "“”"[n % 2]) for n, at in enumerate(found) if len(found) % 2 == 0)


_HABITS: tuple[tuple[Gate, Callable[[str], Iterator[Edit]]], ...] = (
    (_TWICE, _twice),
    (_NARROW, _narrow),
    (_STRAIGHT, _quotes),
    (figures.SHARE, figures.shares),
    (figures.ROUND, figures.round_sums),
    (figures.QUARTER, figures.quarters),
    (figures.BEFORE, figures.befores),
    (figures.MONTH, figures.months),
    (figures.NAME, figures.names),
    (pledges.PLEDGE, pledges.pledge),
    (pledges.COUNTING, pledges.counting),
    (pledges.AS_ASKED, pledges.as_asked),
    (pledges.WATCH, pledges.watched),
)
"""How each is put right, in texts with the signs of its gate."""
_CALLED = catchwords.COLON.sign | catchwords.STOP.sign | catchwords.BRACKETS.sign
_ANY = reduce(or_, [blanks.BLANKS.sign, LINE_END.sign, _CALLED, *(gate.sign for gate, _ in _HABITS)])
