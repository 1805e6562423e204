"""待核: a value that was read without being sure of it is named, and no rule calls it deficient."""

from __future__ import annotations

from dataclasses import replace

from extractors.formats.pdfpage.boxes import LineBoxes
from extractors.forms import find_forms
from extractors.items import split
from extractors.language import annotate
from extractors.model import Document, FormField, Paragraph, Passage, PdfLine, Piece, ScanState
from pipeline.ledger.sheets.promises import Promises
from pipeline.recording import form_record
from pipeline.wording import short
from rules.engine import judge
from rules.facts import FormFacts
from rules.model import Finding, Verdict
from rules.packs import load_pack
from rules.unsure import CODE, TITLE

PACK = load_pack("csust-2012")
CLEAR = ScanState()
LINES = ("2012年度党员公开承诺书", "姓名：示例甲", "入党时间：2013年6月", "一、加强学习。", "二、6月底前走访困难群众12户。", "承诺人：示例甲", "2012年3月8日")


def read_line(number: int, text: str, doubt: str) -> Passage:
    at = text.find(doubt) if doubt else -1
    sure = tuple(0.6 if at >= 0 and at <= i < at + len(doubt) else 0.99 for i in range(len(text)))
    boxes = LineBoxes(([(70.0 + 14 * i, 700.0 - 20 * number, 84.0 + 14 * i, 714.0 - 20 * number) for i in range(len(text))],), sure)
    return Passage(text, (Piece(0, len(text), PdfLine(0, boxes), 0),))


def facts_of(doubt: str = "", scan: ScanState | None = CLEAR) -> FormFacts:
    lines = tuple(Paragraph(read_line(n, text, doubt)) for n, text in enumerate(LINES))
    (form,) = find_forms(Document("pdf", lines))
    form = replace(form, scan=scan)
    items = split(form)
    return FormFacts(form, items, annotate(items, form.kind, PACK.context(form, None)))


def of_item(findings: tuple[Finding, ...], n: int) -> list[Finding]:
    return [f for f in findings if f.item == n]


def test_a_clear_scan_is_judged_like_print() -> None:
    printed, clear = judge(facts_of(scan=None), PACK), judge(facts_of(), PACK)
    assert [(f.code, f.verdict, f.message) for f in clear] == [(f.code, f.verdict, f.message) for f in printed]
    assert any(f.verdict is Verdict.DEFICIENT for f in of_item(clear, 0)), "there is something to be lowered"


def test_a_doubtful_promise_is_not_called_deficient() -> None:
    found = judge(facts_of("强学"), PACK)
    assert {f.verdict for f in of_item(found, 0)} == {Verdict.UNKNOWN}
    assert all(not f.suggestion for f in of_item(found, 0))
    (doubt,) = [f for f in found if f.code == CODE]
    assert (doubt.item, doubt.evidence[:4]) == (0, "加强学习"[:4])
    assert "第1项" in doubt.message
    assert doubt.anchor.places, "it points to the words"
    assert not any(f.verdict is Verdict.DEFICIENT for f in found if f.item is None and f.field is None and not f.code.startswith("S"))


def test_a_doubtful_field_keeps_its_confidence_and_is_not_called_deficient() -> None:
    clear, unclear = facts_of(), facts_of("2013年6")
    assert [f.code for f in judge(clear, PACK) if f.field == "joined" and f.verdict is Verdict.DEFICIENT]
    found = [f for f in judge(unclear, PACK) if f.field == "joined"]
    assert CODE in [f.code for f in found]
    assert {f.verdict for f in found} == {Verdict.UNKNOWN}
    record = form_record(unclear, found, sha256="", file_format="pdf", pack=PACK)
    assert record.fields["joined"].confidence == 0.6


def test_a_blank_with_ink_is_no_sure_blank() -> None:
    facts = facts_of()
    blank = FormField("branch", "所在党支部", None, "", facts.form.fields[0].passage, 0.5)
    facts = replace(facts, form=replace(facts.form, fields=(*facts.form.fields, blank)))
    found = [f for f in judge(facts, PACK) if f.field == "branch"]
    assert {f.verdict for f in found} == {Verdict.UNKNOWN}
    assert any("笔迹" in f.message for f in found)


def test_a_date_that_was_not_read_may_lie_in_ink_or_under_a_seal() -> None:
    scans = (None, Verdict.DEFICIENT), (ScanState(ink_at_ends=True), Verdict.UNKNOWN), (CLEAR, Verdict.UNKNOWN)
    for scan, verdict in scans:
        facts = replace(facts_of(scan=scan), signed_copy=True)
        signing = replace(facts.form.signing, date=replace(facts.form.signing.date, day=None, state="blank"))
        told = judge(replace(facts, form=replace(facts.form, signing=signing)), PACK)
        assert [f.verdict for f in told if f.code == "S03"] == [verdict]


def test_the_workbook_and_the_letter_name_it() -> None:
    assert short(CODE, PACK) == TITLE
    record = form_record(facts_of("强学"), judge(facts_of("强学"), PACK), sha256="", file_format="pdf", pack=PACK)
    sheet = Promises.__new__(Promises)
    sheet._pack = PACK
    assert f"{CODE} {TITLE}" in sheet._faults(record, record.items[0])
    assert CODE not in sheet._faults(record, record.items[1])
