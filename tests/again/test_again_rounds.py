"""Forms that come again, through the real program: how much of what a careful reader says of them it says too, and some of it in detail."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from benchmarks.again import measured
from pipeline.evaluation.figures import figures
from pipeline.records import FormRecord, from_line

FLOORS = {
    "what it is accuracy": 1.0, "pairs in the opinion P": 0.99, "pairs in the opinion R": 0.97, "ids that go on P": 0.99, "ids that go on R": 0.92,
    "ids asked about accuracy": 0.9, "told as mended P": 0.98, "told as mended R": 0.97, "told as left P": 0.98, "told as left R": 0.94,
    "later remarks P": 0.8, "later remarks R": 0.94,
}  # fmt: skip


@dataclass(frozen=True)
class Played:
    """The figures, and the results with their papers."""

    figures: dict[str, float]
    out: Path

    def form(self, file: str) -> FormRecord:
        """The record of a file."""
        lines = (self.out / "results.jsonl").read_text("utf-8").splitlines()
        return next(r for r in map(from_line, lines) if isinstance(r, FormRecord) and r.file == file)

    def opinion(self, unit: str) -> str:
        """The words of a 复审意见."""
        made = docx.Document(str(self.out / "文书" / "复审意见" / f"{unit}.docx"))
        return "\n".join([p.text for p in made.paragraphs] + [" ".join(c.text for c in row.cells) for t in made.tables for row in t.rows])


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("again")
    found = {figure.name: figure.value for figure in figures(measured("tune", folder))}
    return Played(found, folder / "csust-2012" / "out")


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls(played: Played, name: str) -> None:
    assert played.figures[name] >= FLOORS[name]


def test_last_years_title_on_a_form_of_this_year_is_a_slip_that_the_next_draft_mends(played: Played) -> None:
    first, second = played.form("c25/c25-1.docx"), played.form("c25/c25-2.pdf")
    assert (first.year, first.version, second.year, second.version) == (2012, 1, 2012, 2)
    assert "F08" in {f.code for f in first.findings}
    assert not {f.code for f in second.findings} & {"F08", "B02", "S09"}


def test_a_rule_of_work_in_a_supplement_is_the_forms(played: Played) -> None:
    first, added = played.form("c09/c09-1.docx"), played.form("c09/c09-2.docx")
    assert added.addition == "yes"
    assert "K03" not in {f.code for f in first.findings}


def test_a_form_that_came_as_it_was_is_said_to_be_the_same(played: Played) -> None:
    assert "与上次相同，没有修改" in played.opinion("半夏学院实验中心党支部申屠禾")
    assert "与上次相同" not in played.opinion("豆蔻学院物理教研室党支部金晓渔")  # only fields and the signature were mended


def test_what_was_taken_apart_is_mended_in_both_parts(played: Played) -> None:
    assert "第1、2项（原第4项）" in played.opinion("泽兰大学基建处党支部")
