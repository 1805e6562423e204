"""The example notices: short, used by path, their cases pass, and their forms get the findings that a reader expects."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline.notice_shingles import shingle_lines
from pipeline.notices.cases import cases_in, mistakes
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import process, submission
from rules.engine import paper_codes
from rules.packs import load_pack

NOTICES = sorted((Path(__file__).parents[2] / "samples" / "notices").iterdir())
FORMS = [pytest.param(n, name, id=name) for n in NOTICES for name in yaml.safe_load((n / "expected.yaml").read_text("utf-8"))]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: n.name)
def test_a_notice_is_a_short_folder_whose_cases_pass(notice: Path) -> None:
    pack = load_pack(str(notice))
    assert pack.id == notice.name
    assert len((notice / "pack.yaml").read_text("utf-8").splitlines()) < 120
    cases = cases_in(notice / "cases", str(notice))
    assert {case.code for case in cases} >= set(pack.own_rules)
    assert [m for case in cases for m in mistakes(case)] == []
    for code in pack.own_rules:
        outcomes = [case.outcome for case in cases if case.code == code]
        assert outcomes.count("ok") >= 3 <= outcomes.count("deficient")
    assert (notice / "shingles.txt").read_text("ascii") == shingle_lines((notice / "通知.txt").read_text("utf-8"))


@pytest.mark.parametrize(("notice", "name"), FORMS)
def test_its_forms_get_what_a_reader_expects(notice: Path, name: str) -> None:
    expected = yaml.safe_load((notice / "expected.yaml").read_text("utf-8"))[name]
    (record,) = process(submission(notice / "inbox" / name), load_pack(str(notice)), Roster())
    assert isinstance(record, FormRecord)
    found = {(f.verdict, f.code) for f in record.findings if not (f.verdict == "unknown" and f.code in paper_codes())}
    assert found == {(verdict, code) for verdict, codes in expected.items() for code in codes}
    assert {f.clause.notice for f in record.findings} == {notice.name}


def test_every_form_of_the_inboxes_is_expected() -> None:
    for notice in NOTICES:
        named = set(yaml.safe_load((notice / "expected.yaml").read_text("utf-8")))
        assert {path.name for path in (notice / "inbox").iterdir()} == named
