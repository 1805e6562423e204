"""The print set: what is printed, how often, what is not yet, and what is short on paper; with real Word and PDF files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pypdfium2
import pytest
from click.testing import CliRunner
from handmade.forms import gold, make
from handmade.inbox import Inbox, small_inbox
from handmade.pack import small_pack
from openpyxl import Workbook

from extractors.formats.legacy import office
from papers.test_papers import text_of
from pipeline.cli.main import cli
from pipeline.outputs import OutputFolder
from pipeline.papers.make import Made, Prints, make_papers
from pipeline.papers.print_rows import BESIDE, GONE
from pipeline.rosters.roster import Receipt
from pipeline.submission import Submission
from rules.packs import Pack

OFFICE = shutil.which("soffice") is not None
SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
PASSED = "图书馆党总支/承诺书.docx"
SHARED = "联合/两家.docx"
ADVICE = "机关/只剩建议.docx"


def pack() -> Pack:
    pack = small_pack()
    counted = {kind: copies.model_copy(update={"hand_in": 1}) for kind, copies in pack.copies.items()}
    return pack.model_copy(update={"copies": counted})


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    """Passed: the library's form and a PDF of the mechanics' branch. A file holds one that passed and one that did not."""
    pdf = make(gold()[0], unit="机械工程学院教工第一党支部", unit_id="u2", file="机械一支部/承诺书（新）.pdf", file_format="pdf", codes=False, version=2)
    members = [form for form in gold() if form["kind"] == "member"]
    first = make(members[0], unit="机关第三党支部", unit_id="u4", file=SHARED, codes=False)
    second = make(members[1], unit="机关第三党支部", unit_id="u4", file=SHARED, index=1)
    advice = make(members[2], unit="机关第三党支部", unit_id="u4", file=ADVICE)
    mild = tuple(f for f in advice.record.findings if f.severity == "建议修改")
    assert mild
    advice = replace(advice, record=advice.record.model_copy(update={"findings": mild}))
    made = small_inbox(tmp_path, extra=(pdf, first, second, advice))
    owners = {line.name: line.roster_id for line in (*made.roster.units, *made.roster.people)}
    receipts = (Receipt(name, paper=paper, owner=owners[name]) for name, paper in (("机械工程学院教工第一党支部", 0), ("赵守诚", 2)))
    return replace(made, roster=replace(made.roster, receipts=tuple(receipts)))


def printed(inbox: Inbox, root: Path, *, advised: bool = False, changed: str = "") -> tuple[Made, Path]:
    sources = {m.record.file: Submission(m.record.file, inbox.folder / m.record.file, m.record.sha256) for m in inbox.made}
    if changed:
        sources[changed] = replace(sources[changed], sha256="f" * 64)
    wish = Prints(sources, lambda done, total: None, advised)
    return make_papers(OutputFolder(root), inbox.roster, pack(), None, names=False, prints=wish), root / "文书" / "打印件"


def rows(folder: Path) -> dict[str, list[list[str]]]:
    """Each table of the list by the heading above it; rows of units are left out."""
    made = docx.Document(str(folder / "清单.docx"))
    heads = [p.text[2:].partition("（")[0] for p in made.paragraphs if p.text[1:2] == "、"]
    return {head: [[c.text for c in row.cells] for row in table.rows if row.cells[0].text.isdigit()] for head, table in zip(heads, made.tables, strict=True)}


def test_only_what_passed_is_printed_as_pdf_with_its_copies(inbox: Inbox, tmp_path: Path) -> None:
    made, folder = printed(inbox, tmp_path)
    suffix = ".pdf" if OFFICE else ".docx"
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert files == {"清单.docx", "机械工程学院教工第一党支部/承诺书（新）（3份）.pdf", f"图书馆党总支/承诺书（3份）{suffix}"}
    assert made.printed
    assert (made.printed.files, made.printed.copies, made.printed.as_came) == (2, 6, 0 if OFFICE else 1)
    if OFFICE:
        with pypdfium2.PdfDocument(folder / "图书馆党总支" / "承诺书（3份）.pdf") as book:
            text = "".join(page.get_textpage().get_text_range() for page in book)
        passed = next(m for m in inbox.made if m.record.file == PASSED)
        assert passed.lines[-1][:10] in text


def test_the_list_says_what_is_asked_received_and_short(inbox: Inbox, tmp_path: Path) -> None:
    _, folder = printed(inbox, tmp_path)
    told = rows(folder)
    assert ["党组织承诺书", "承诺书（新）（3份）.pdf", "3", "1", "0", "1"] in [row[1:] for row in told["可以打印的"]]
    assert BESIDE in [row[2] for row in told["暂不打印的"]]
    assert any("还有必须修改" in row[2] for row in told["暂不打印的"])
    assert told["只收到纸质件的"] == [["1", "赵守诚 承诺书", "电子版没有收到", "3", "1", "2", "0"]]
    text = text_of(folder / "清单.docx")
    assert "共应印6份" in text
    assert "还差1份" in text


def test_every_form_that_counts_is_in_the_list_once(inbox: Inbox, tmp_path: Path) -> None:
    _, folder = printed(inbox, tmp_path)
    told = rows(folder)
    superseded = 2  # an organisation's first draft, twice
    assert len(told["可以打印的"]) + len(told["暂不打印的"]) == len(inbox.made) - superseded


def test_with_advised_what_has_only_advice_left_is_printed_too(inbox: Inbox, tmp_path: Path) -> None:
    _, folder = printed(inbox, tmp_path)
    before = {row[2] for row in rows(folder)["可以打印的"]}
    printed(inbox, tmp_path, advised=True)
    told = rows(folder)
    (new,) = {row[2] for row in told["可以打印的"]} - before
    assert new.startswith("只剩建议（3份）")
    assert not any("建议修改" in row[2] for row in told["暂不打印的"])


def test_a_file_that_is_not_the_judged_one_is_not_printed(inbox: Inbox, tmp_path: Path) -> None:
    _, folder = printed(inbox, tmp_path, changed=PASSED)
    assert GONE in [row[2] for row in rows(folder)["暂不打印的"]]
    assert not (folder / "图书馆党总支").exists()


def test_without_libreoffice_the_files_go_in_as_they_came(inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    made, folder = printed(inbox, tmp_path)
    assert made.printed
    assert made.printed.as_came == 1
    assert (folder / "图书馆党总支" / "承诺书（3份）.docx").read_bytes() == (inbox.folder / PASSED).read_bytes()


def test_the_same_set_has_the_same_bytes_and_edited_files_stay(inbox: Inbox, tmp_path: Path) -> None:
    _, folder = printed(inbox, tmp_path)
    first = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    listed = docx.Document(str(folder / "清单.docx"))
    listed.add_paragraph("已印")
    listed.save(str(folder / "清单.docx"))
    printed(inbox, tmp_path)
    assert "已印" in text_of(folder / "清单.docx")
    assert (folder / "清单(2).docx").read_bytes() == first[folder / "清单.docx"]
    assert all(p.read_bytes() == data for p, data in first.items() if p.name != "清单.docx")


def test_a_file_with_forms_of_two_units_is_counted_once(tmp_path: Path) -> None:
    members = [form for form in gold() if form["kind"] == "member"]
    units = (("图书馆党总支", "u3"), ("机关第三党支部", "u4"))
    shared = [make(members[n], unit=name, unit_id=i, file="联合/都合格.docx", index=n, codes=False) for n, (name, i) in enumerate(units)]
    made, folder = printed(small_inbox(tmp_path, extra=tuple(shared)), tmp_path)
    assert made.printed
    told = f"文件{made.printed.files}个，共应印{made.printed.copies}份"
    assert told in text_of(folder / "清单.docx")


def test_a_long_list_goes_on_in_a_second_file(inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = len(inbox.made) - 2 + 1
    monkeypatch.setattr("pipeline.papers.print_set.LONGEST_LIST", counted - 1)
    _, folder = printed(inbox, tmp_path)
    names = sorted(p.name for p in folder.glob("清单*.docx"))
    assert names == ["清单（第1册）.docx", "清单（第2册）.docx"]
    assert "（第2册，共2册）" in text_of(folder / names[1])


def roster_book(path: Path) -> None:
    work = Workbook()
    for name, rows in (
        ("党组织", [["党组织名称", "书记"], ["图书馆党支部", "邹摘要"], ["车辆工程系教师党支部", "吴范文"]]),
        ("收件登记", [["文件名", "收到日期", "纸质份数"], ["图书馆党支部公开承诺书.docx", datetime(2012, 3, 10), 0]]),
    ):
        sheet = work.create_sheet(name)
        for cells in rows:
            sheet.append(cells)
    work.save(path)


def test_the_commands_from_real_forms_to_the_print_set(tmp_path: Path) -> None:
    inbox, out = tmp_path / "收件", tmp_path / "结果"
    inbox.mkdir()
    for name in ("图书馆党支部公开承诺书.docx", "王虚构承诺.docx"):
        shutil.copyfile(next(SAMPLES.rglob(name)), inbox / name)
    roster_book(tmp_path / "名册.xlsx")
    told = CliRunner().invoke(cli, ["run", str(inbox), "-n", "csust-2012", "-r", str(tmp_path / "名册.xlsx"), "-o", str(out), "-j", "1", "-q"])
    assert told.exit_code == 0, told.output
    told = CliRunner().invoke(cli, ["papers", str(out), "--print", "--review"])
    assert told.exit_code == 0, told.output
    assert "打印件 1 个文件，共应印 3 份；暂不打印的承诺书 1 份" in told.output
    assert "审核表 2 份" in told.output
    letter = text_of(out / "反馈" / "图书馆党支部" / "审核意见.docx")
    assert "党组织承诺书应交本级1份，已收0份，还差1份" in letter
    assert "党组织承诺书（纸质件）" in text_of(out / "文书" / "催报通知" / "图书馆党支部.docx")
    shutil.rmtree(inbox)
    gone = CliRunner().invoke(cli, ["papers", str(out), "--print"])
    assert gone.exit_code != 0
    assert "收件文件夹已移走" in gone.output
