"""What is read of a form does not change when it is typed or laid out a little otherwise: a dozen real Word files, all edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.retyped import chosen, labelled, tally

HERE = Path(__file__).parent
FILES = {"fresh": ("f013", "f037", "f043"), "fresh2": ("a041", "b029", "c011"), "fresh3": ("d023", "d029", "d035"), "fresh4": ("g023", "h023", "i025")}
"""Of the looked-at halves: headings of several kinds, ledgers, blank lines of a form, numbers that slip, several forms in a file."""
ITEMS = ("number", "automatic", "unnumbered", "wrapped", "opening", "closing", "counted", "no-stops", "semicolons", "page", "plain", "runs", "blank", "two", "box", "rows")
"""Edits after which the promises are the same; the others touch what stands around them."""


@pytest.mark.parametrize("folder", FILES)
def test_promises_stay_the_same(folder: str) -> None:
    forms = [form for form in labelled(HERE / folder / "tune") if form.name in FILES[folder]]
    found = tally(forms, chosen(",".join(ITEMS)))
    assert sum(t.files for t in found.values()) > 20 * len(forms), "the edits still apply"
    assert not [case for t in found.values() for case in t.cases if " promises " in case]
