"""What a reader warns of reaches the people who judge by it, and faults of the whole form are no faults then."""

from __future__ import annotations

from pathlib import Path

from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import process, submission
from pipeline.wording import short
from rules.packs import load_pack
from rules.unsure import WARNED

PACK = load_pack("csust-2012")
LINES = ("2012年度党支部公开承诺书", "一、加强学习，提高认识。", "二、6月底前走访困难群众12户。", "2012年3月8日")


def judged(folder: Path, *, whole: bool) -> FormRecord:
    """The form as a real RTF file, whole or without its end."""
    text = "".join("".join(f"\\u{ord(c)}?" for c in line) + "\\par\n" for line in LINES)
    path = folder / "承诺书.rtf"
    path.write_text("{\\rtf1\\ansi " + text + ("}" if whole else ""), "ascii")
    (record,) = process(submission(path), PACK, Roster())
    assert isinstance(record, FormRecord)
    return record


def test_a_file_without_its_end_is_told_and_not_blamed_for_what_is_missing(tmp_path: Path) -> None:
    cut, whole = judged(tmp_path, whole=False), judged(tmp_path, whole=True)
    (told,) = [f for f in cut.findings if f.code == WARNED]
    assert told.verdict == "unknown"
    assert "文件末尾不完整" in told.message
    assert short(WARNED, PACK) == "读取提醒"
    assert not [f for f in whole.findings if f.code == WARNED]
    assert {f.code for f in whole.findings if f.verdict == "deficient" and not f.item_id}, "there is something to be lowered"
    assert not [f for f in cut.findings if f.verdict == "deficient" and not f.item_id]


def test_what_a_promise_says_is_judged_all_the_same(tmp_path: Path) -> None:
    cut, whole = judged(tmp_path, whole=False), judged(tmp_path, whole=True)
    kept = [(f.code, f.verdict) for f in whole.findings if f.item_id]
    assert kept
    assert [(f.code, f.verdict) for f in cut.findings if f.item_id] == kept
