"""What the heads can be measured with: promises of whole forms as the program reads them from files."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.language.printed import Printed, printed
from benchmarks.language.promises import GOLD, Promise, load
from benchmarks.language.reading import examples
from extractors.language.learned.clause_features import of_clauses
from extractors.model import DeadlineSource


def read(folder: Path, form: str) -> tuple[Printed, list[Promise]]:
    """One tuning form read from its file, and its labelled promises."""
    shutil.copy(GOLD / "tune" / f"{form}.yaml", folder)
    return printed(folder), [promise for promise in load([form[0]]) if promise.form == form]


def test_a_columns_names_and_days_are_no_clauses_of_the_promise(tmp_path: Path) -> None:
    found, promises = read(tmp_path, "v010")
    sheets = [found.sheet(promise) for promise in promises]
    told = [sheet for sheet in sheets if sheet is not None and sheet.item.columns.get("responsible")]
    assert len(told) == len(promises) > 3
    for sheet in told:
        assert sheet.deadline.source is DeadlineSource.COLUMN
        (name,) = sheet.item.columns["responsible"]
        assert not any(one.clause.span.start < name.end and name.start < one.clause.span.end for one in of_clauses(sheet))


def test_the_sign_that_closes_a_point_may_be_labelled_with_it(tmp_path: Path) -> None:
    found, promises = read(tmp_path, "u005")
    closed = [promise for promise in promises if promise.text.endswith("；")]
    assert closed
    told = [sheet.text for promise in closed if (sheet := found.sheet(promise)) is not None]
    assert [text.rstrip("；") for text in told] == [promise.text[:-1] for promise in closed]
    assert any(not text.endswith("；") for text in told)


def test_what_was_not_read_as_it_is_labelled_is_read_alone(tmp_path: Path) -> None:
    found, promises = read(tmp_path, "u005")
    strange = Promise(**{name: getattr(promises[0], name) for name in Promise.__dataclass_fields__} | {"text": "每周扫一次楼道。", "form": ""})
    assert found.sheet(strange) is None
    (example,) = examples([strange], found)
    assert [told.clause.text for told in example.clauses] == ["每周扫一次楼道"]
