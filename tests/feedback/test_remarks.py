"""One comment an item, weightiest first; doubts are not the branch's business."""

from __future__ import annotations

from handmade.forms import Made, gold, make
from handmade.pack import small_pack

from extractors.model import Anchor, WordPlace
from pipeline.feedback.remarks import remarks, to_anchor
from pipeline.records import AnchorRecord, FormRecord, WordPlaceRecord


def _made(**settings: object) -> Made:
    return make(gold()[0], unit="机械工程学院党总支", unit_id="u1", file="承诺书.docx", **settings)  # type: ignore[arg-type]


def _changed(record: FormRecord, **update: object) -> FormRecord:
    return record.model_copy(update=update)


def test_one_comment_for_each_item_with_faults_and_one_for_the_form() -> None:
    record = _made().record
    wrong = [i for i in record.items if any(f.item_id == i.item_id for f in record.findings)]
    found = remarks(record, small_pack())
    assert [r.anchor for r in found[1:]] == [to_anchor(i.anchor) for i in wrong]
    assert "工作机制好" in found[0].text


def test_lines_stand_weightiest_first_and_say_what_why_and_how() -> None:
    record = _made().record
    item = next(i for i in record.items if sum(f.item_id == i.item_id for f in record.findings) == 5)
    text = next(r.text for r in remarks(record, small_pack()) if r.anchor == to_anchor(item.anchor))
    lines = text.split("\n")
    assert [line[1:5] for line in lines] == ["必须修改", "必须修改", "建议修改", "建议修改", "提示】第"]
    assert lines[0] == (
        "【必须修改】第4项没有写明做到什么程度。 建议：请写明数量或可以检查的结果，如“安装30台”“6月底前开通”。"
        "（依据：2012年度通知 三（二））"
    )


def test_doubts_are_left_to_the_office() -> None:
    record = _made().record
    assert any(f.verdict == "unknown" for f in record.findings)
    assert not any("纸质件" in r.text for r in remarks(record, small_pack()))


def test_a_form_without_findings_gets_a_friendly_word_for_the_whole_file() -> None:
    clean = _changed(_made().record, findings=())
    (only,) = remarks(clean, small_pack())
    assert only.anchor == Anchor()
    assert only.text == "经审核，未发现需要修改的问题。"


def test_a_form_with_doubts_alone_is_told_that_nothing_is_to_be_done() -> None:
    (only,) = remarks(_made(codes=False).record, small_pack())
    assert only.text == "经审核，未发现需要修改的问题；另有1处由我办核对纸质件，本表无需修改。"


def test_the_word_on_the_second_form_of_a_file_stands_at_its_top() -> None:
    second = _changed(_made(index=1).record, findings=())
    (only,) = remarks(second, small_pack())
    assert only.anchor == to_anchor(second.fields["org_name"].anchor)


def test_a_lone_finding_is_anchored_on_its_evidence() -> None:
    record = _made().record
    finding = next(f for f in record.findings if f.code == "C03" and f.item_id)
    words = AnchorRecord(places=(WordPlaceRecord(part="word/document.xml", paragraph=9, start=3, end=7),))
    lone = _changed(record, findings=(finding.model_copy(update={"anchor": words}),))
    (only,) = remarks(lone, small_pack())
    assert only.anchor == Anchor((WordPlace("word/document.xml", 9, 3, 7),))


def test_findings_on_different_words_of_an_item_cover_the_item() -> None:
    record = _made().record
    item = record.items[3]
    findings = [f for f in record.findings if f.item_id == item.item_id][:2]
    places = [AnchorRecord(places=(WordPlaceRecord(part="word/document.xml", paragraph=9, start=n, end=n + 1),)) for n in (1, 4)]
    moved = tuple(f.model_copy(update={"anchor": a}) for f, a in zip(findings, places, strict=True))
    (only,) = remarks(_changed(record, findings=moved), small_pack())
    assert only.anchor == to_anchor(item.anchor)


def test_the_notice_is_found_by_the_record_where_none_is_given() -> None:
    record = _made().record
    finding = next(f for f in record.findings if f.code == "C04" and f.item_id)
    clause = finding.clause.model_copy(update={"notice": "csust-2012"})
    real = _changed(record, notice="csust-2012", findings=(finding.model_copy(update={"clause": clause}),))
    (only,) = remarks(real)
    assert "（依据：2012年度公开承诺通知 三（二））" in only.text
