"""Files of the inbox that change, move or close while a run reads them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.errors import Corrupt
from pipeline.rosters.roster import Roster
from pipeline.submission import Submission, judge_file, submission
from rules.packs import load_pack

FORM = Path(__file__).parents[2] / "samples" / "inbox" / "机电学院" / "机电学院党总支公开承诺书.docx"


@pytest.fixture
def collected(tmp_path: Path) -> Submission:
    shutil.copy(FORM, tmp_path / "承诺书.docx")
    return submission(tmp_path / "承诺书.docx")


def refused(source: Submission) -> Corrupt:
    with pytest.raises(Corrupt) as error:
        judge_file(source, load_pack("csust-2012"), Roster())
    return error.value


def test_what_is_as_it_was_is_judged(collected: Submission) -> None:
    assert judge_file(collected, load_pack("csust-2012"), Roster())
    assert judge_file(replace(collected, sha256=""), load_pack("csust-2012"), Roster())


def test_another_file_under_the_name_is_not_taken_for_it(collected: Submission) -> None:
    collected.path.write_bytes(FORM.read_bytes() + b"0")
    told = refused(collected)
    assert told.message == "文件在运行途中被改动，这次没有审核。"
    assert "再运行一次" in told.next_step


def test_a_file_that_was_taken_away_is_no_fault_of_the_program(collected: Submission) -> None:
    collected.path.unlink()
    told = refused(collected)
    assert "打不开（找不到）" in told.message
    assert "再运行一次" in told.next_step
