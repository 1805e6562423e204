"""The lines that a worker writes are those of the checked records, byte for byte."""

from pathlib import Path

import pytest

from pipeline.records import FormRecord, from_line, to_line
from pipeline.rosters.roster import Roster
from pipeline.submission import lines, process, submission
from rules.packs import load_pack

INBOX = Path(__file__).parents[2] / "samples" / "inbox"
FILES = sorted(p for p in INBOX.rglob("*") if p.is_file())


@pytest.mark.parametrize("path", FILES, ids=[str(p.relative_to(INBOX)) for p in FILES])
def test_a_line_is_its_record_written_down(path: Path) -> None:
    source, pack = submission(path), load_pack("csust-2012")
    (written,) = lines([source], pack, Roster())
    assert written
    assert written == tuple(map(to_line, process(source, pack, Roster())))
    assert written == tuple(to_line(from_line(line)) for line in written)


def test_the_samples_hold_forms_with_findings_in_both_formats() -> None:
    pack = load_pack("csust-2012")
    records = [record for path in FILES for record in process(submission(path), pack, Roster())]
    told = {r.format for r in records if isinstance(r, FormRecord) and r.items and r.findings}
    assert {"docx", "pdf"} <= told
