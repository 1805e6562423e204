"""The layouts that the readers of forms were tuned on stay readable, through real Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.layouts import score

HERE = Path(__file__).parent
# What is still read otherwise than the labels say: letters in prose, one-table promises with their labels.
FLOORS = {
    "forms": (1.0, 1.0), "kinds": (1.0, 1.0), "fields": (0.97, 0.96), "promises": (0.96, 0.98),
    "signing dates": (0.96, 0.96), "approval dates": (0.97, 0.97),
}  # fmt: skip

FRESH = {
    "forms": (1.0, 1.0), "kinds": (1.0, 1.0), "fields": (0.97, 0.89), "promises": (0.94, 0.95),
    "signing dates": (0.87, 0.87), "approval dates": (0.9, 0.9),
}  # fmt: skip


@pytest.mark.parametrize(("folder", "suffix", "floors"), [
    ("tune", "docx", FLOORS), ("fresh/tune", "docx", FRESH), ("fresh/tune", "pdf", {"forms": (1.0, 1.0), "promises": (0.9, 0.9)}),
    ("fresh2/tune", "docx", {"promises": (0.98, 0.97)}), ("fresh3/tune", "docx", FRESH | {"kinds": (0.97, 0.97), "signing dates": (0.97, 0.97)}),
    ("fresh6/tune", "docx", FRESH | {"kinds": (0.97, 0.97), "fields": (0.98, 0.98), "promises": (0.97, 0.97), "signing dates": (0.97, 0.97)}),
    ("fresh6/tune", "pdf", {"forms": (1.0, 1.0), "fields": (0.97, 0.98), "promises": (0.98, 0.98)}),
    ("fresh7/tune", "docx", {"forms": (1.0, 1.0), "fields": (0.97, 0.98), "promises": (0.98, 0.98), "signing dates": (0.97, 0.97), "approval dates": (0.97, 0.97)}),
    ("fresh2/tune", "pdf", {"forms": (1.0, 1.0), "promises": (0.98, 0.98)}), ("fresh3/tune", "pdf", {"forms": (1.0, 1.0), "fields": (0.97, 0.97), "promises": (0.97, 0.97)}),
])  # fmt: skip
def test_forms_of_many_layouts_are_read(folder: str, suffix: str, floors: dict[str, tuple[float, float]]) -> None:
    counts = score(HERE / folder, suffix)
    found = {name: (count.precision, count.recall) for name, count in counts.items()}
    short = {name: found[name] for name, (precision, recall) in floors.items() if found[name][0] < precision or found[name][1] < recall}
    assert not short, [miss for name in short for miss in counts[name].misses]
