"""The letter: what it says, that it fits a page, that its bytes do not depend on the clock."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from handmade.inbox import CONTACT, Inbox, small_inbox
from handmade.pack import small_pack

from pipeline.by_unit import Entry, records, shelve
from pipeline.feedback.letter import write_letter
from pipeline.feedback.letter_content import Letter, gather
from pipeline.feedback.letter_text import doubts, received
from rules.packs import Pack, load_pack


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Inbox:
    return small_inbox(tmp_path_factory.mktemp("inbox"), files=False)


def _letter(inbox: Inbox, unit: str, unmarked: tuple[str, ...] = ()) -> Letter:
    shelf = next(s for s in shelve(inbox.results, inbox.roster) if s.unit == unit)
    with inbox.results.open("rb") as stream:
        return gather(unit, CONTACT, records(stream, shelf.entries), small_pack(), unmarked.__contains__)


def _written(letter: Letter, target: Path, pack: Pack | None = None, due: date | None = None) -> Any:
    write_letter(target, letter, pack or small_pack(), due)
    return docx.Document(str(target))


def _text(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def _table(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_it_says_what_came_what_is_fine_and_what_is_next(inbox: Inbox, tmp_path: Path) -> None:
    document = _written(_letter(inbox, "机械工程学院党总支"), tmp_path / "a.docx")
    text = _text(document)
    assert document.paragraphs[0].text == "关于公开承诺书的审核意见"
    assert document.paragraphs[1].text == "机械工程学院党总支："
    assert "党组织承诺书1份（承诺书.docx，2012年3月12日收）、书记承诺书1份（书记.pdf，2012年3月12日收）" in text
    assert "共承诺12条，其中有明确目标的8条" in text
    assert "请于2012年3月25日前修改后重新报送电子版" in text
    assert "党组织承诺书一式3份：本组织存一份" in text
    assert f"联系人：{CONTACT}。" in text
    assert document.sections[0].header.paragraphs[0].text == "草稿，待复核后发出"


def test_the_table_gathers_one_kind_of_fault_in_one_row(inbox: Inbox, tmp_path: Path) -> None:
    rows = _table(_written(_letter(inbox, "机械工程学院党总支"), tmp_path / "a.docx"))
    assert rows[0] == ["序号", "位置", "问题", "依据", "修改建议"]
    assert rows[1] == ["党组织承诺书"] * 5
    assert rows[2][:4] == ["1", "第4项", "【必须修改】没有写明做到什么程度。", "三（二）"]
    assert ["第4—6项", "【建议修改】没有写明怎么做。"] in [row[1:3] for row in rows]
    assert [row[0] for row in rows if row[0].isdigit()] == [str(n) for n in range(1, sum(r[0].isdigit() for r in rows) + 1)]


def test_members_of_a_branch_are_treated_together(inbox: Inbox, tmp_path: Path) -> None:
    rows = _table(_written(_letter(inbox, "机械工程学院教工第一党支部"), tmp_path / "a.docx"))
    members = rows[rows.index(["党员承诺书"] * 5) + 1 :]
    assert members[0][1].endswith("人")
    assert "没有明确目标（共" in members[0][2]


def test_what_does_not_fit_is_counted(inbox: Inbox, tmp_path: Path) -> None:
    letter = _letter(inbox, "机械工程学院教工第一党支部")
    document = _written(letter, tmp_path / "a.docx")
    shown = sum(row[0].isdigit() for row in _table(document))
    ranked = [p.count for p in letter.points]
    assert 4 <= shown < len(ranked)
    assert f"其余{sum(ranked[shown:])}处见各承诺书批注" in _text(document)


def test_doubts_are_the_offices_to_check(inbox: Inbox, tmp_path: Path) -> None:
    text = _text(_written(_letter(inbox, "机械工程学院党总支"), tmp_path / "a.docx"))
    assert "下列事项电子版无法判定，由我办核对纸质件，不作为问题：签名（2份）。" in text


def test_doubts_that_no_paper_settles_are_told_apart(inbox: Inbox) -> None:
    record = next(m.record for m in inbox.made if m.record.kind == "org" and m.record.items)
    doubt = next(f for f in record.findings if f.verdict == "unknown")
    more = [doubt.model_copy(update={"code": "F06"}), doubt.model_copy(update={"code": "C01", "item_id": record.items[0].item_id})]
    entry = Entry(0, record.file, 0, record.kind, "", 1, "docx")
    letter = gather("某支部", "", [(entry, record.model_copy(update={"findings": (doubt, *more)}))], load_pack("csust-2012"), lambda _: False)
    paper, other = doubts(letter)
    assert "核对纸质件" in paper
    assert "承诺人签名（1份）" in paper
    assert "名册中没有找到" not in paper
    assert "名册中没有找到（1份）、缺明确目标（1处）" in other
    assert "尚不能确定" in other
    assert "纸质件" not in other


def test_a_unit_without_faults_is_not_asked_to_resubmit_but_for_the_unreadable_file(inbox: Inbox, tmp_path: Path) -> None:
    document = _written(_letter(inbox, "图书馆党总支"), tmp_path / "a.docx")
    text = _text(document)
    assert document.tables == []
    assert "经审核，未发现需要修改的问题。" in text
    assert "“图书馆党总支书记.docx”无法读取：文件设了打开密码，程序无法读取，请取消打开密码后重新报送。" in text
    assert "重新报送上述无法读取的文件，其余电子版不需要重新报送" in text


def test_the_older_draft_is_named_but_not_judged(inbox: Inbox, tmp_path: Path) -> None:
    letter = _letter(inbox, "机关第三党支部")
    text = _text(_written(letter, tmp_path / "a.docx"))
    assert "承诺书.docx[已有新稿，以新稿为准]" in text
    newest = next(m.record for m in inbox.made if m.record.file == "机关/承诺书（改）.docx")
    assert letter.items == len(newest.items)


def test_a_copy_that_could_not_be_marked_is_named(inbox: Inbox, tmp_path: Path) -> None:
    letter = _letter(inbox, "机械工程学院党总支", ("机械工程学院党总支/书记.pdf",))
    assert "书记.pdf[未能写入批注，意见见本函]" in _text(_written(letter, tmp_path / "a.docx"))


def test_the_letter_says_all_that_no_copy_says(inbox: Inbox, tmp_path: Path) -> None:
    unit = "机械工程学院教工第一党支部"
    names = {e.file for s in shelve(inbox.results, inbox.roster) if s.unit == unit for e in s.entries}
    letter = _letter(inbox, unit, tuple(names))
    document = _written(letter, tmp_path / "a.docx")
    assert sum(row[0].isdigit() for row in _table(document)) == len(letter.points) > 4
    assert "见各承诺书批注。" not in _text(document).replace("具体位置见各承诺书批注", "")


@pytest.mark.parametrize(
    ("pack_day", "due", "said"),
    [(None, None, "____月____日"), (None, date(2012, 4, 1), "2012年4月1日"), (date(2012, 3, 25), date(2012, 4, 1), "2012年4月1日")],
)
def test_the_day_is_the_clerks_then_the_notices_then_blank(
    inbox: Inbox, tmp_path: Path, pack_day: date | None, due: date | None, said: str
) -> None:
    pack = small_pack().model_copy(update={"resubmit_by": pack_day})
    assert f"请于{said}前" in _text(_written(_letter(inbox, "机械工程学院党总支"), tmp_path / "a.docx", pack, due))


def test_same_letter_same_bytes(inbox: Inbox, tmp_path: Path) -> None:
    letter = _letter(inbox, "机关第三党支部")
    write_letter(tmp_path / "a.docx", letter, small_pack())
    write_letter(tmp_path / "b.docx", letter, small_pack())
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_every_letter_fits_one_page(inbox: Inbox, tmp_path: Path) -> None:
    import pypdfium2

    names = [s.unit for s in shelve(inbox.results, inbox.roster) if s.known]
    for n, unit in enumerate(names):
        write_letter(tmp_path / f"{n}.docx", _letter(inbox, unit), small_pack())
    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    assert [len(pypdfium2.PdfDocument(tmp_path / f"{n}.pdf")) for n in range(len(names))] == [1] * len(names)


def test_a_supplement_is_named_beside_the_form(inbox: Inbox) -> None:
    record = next(m.record for m in inbox.made if m.record.kind == "org" and m.record.items)
    entries = [
        (Entry(0, "甲/承诺书.docx", 0, "org", "", 1, "docx"), record),
        (Entry(1, "甲/时限表.docx", 0, "org", "", 1, "docx", addition="yes"), record.model_copy(update={"received": None})),
    ]
    letter = gather("某支部", "", entries, small_pack(), lambda _: False)
    assert received(letter) == [
        "共收到党组织承诺书1份（承诺书.docx，2012年3月12日收）、党组织承诺书的补充1份（时限表.docx，收到日期未登记）。"
    ]
    assert letter.forms["org"] == 1
    assert letter.items == 2 * len(record.items)
