"""The words of the lexicons by stretches of a text: in one walk, whichever way the stretches lie."""

from __future__ import annotations

import random

import pytest

from extractors.language.lexicon import Hits
from extractors.model import Span


@pytest.mark.parametrize("seed", range(40))
def test_hits_of_stretches_are_those_wholly_inside(seed: int) -> None:
    dice = random.Random(seed)
    count = dice.choice((0, 3, 12, 90))
    starts = [dice.randint(0, 80) for _ in range(count)]
    found = sorted((Span(at, at + dice.randint(1, 5)), (f"c{dice.randint(0, 4)}",)) for at in starts)
    spans = [Span(at, at + dice.randint(1, 30)) for at in (dice.randint(0, 80) for _ in range(5))]
    for asked in (spans, sorted(spans)):
        for span, groups in zip(asked, Hits(found).within(asked), strict=True):
            inside = [(hit, category) for hit, categories in found for category in categories if span.start <= hit.start and hit.end <= span.end]
            assert sorted((hit, category) for category, hits in groups.items() for hit in hits) == sorted(inside)
            assert all(hits == sorted(hits) for hits in groups.values())
