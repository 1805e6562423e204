"""Handing out real files through real worker processes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from handmade.forms import Made, gold, make
from handmade.inbox import Inbox, small_inbox
from handmade.pack import write_pack

from pipeline.batch import BatchResult, Settings
from pipeline.by_unit import shelve
from pipeline.feedback import work
from pipeline.feedback.deliver import HandedOut, _suffix, hand_out
from pipeline.feedback.remarks import remarks
from pipeline.outputs import OutputFolder
from pipeline.status import with_unmarked

SHARED = "联合/两家.docx"
BROKEN = "机关/坏在回填.docx"


def _shared_file() -> tuple[Made, Made]:
    """Two forms of two units in one file: the second's paragraphs stand behind the first's."""
    first = make(gold()[0], unit="图书馆党总支", unit_id="u3", file=SHARED)
    second = make(gold()[1], unit="机关第三党支部", unit_id="u4", file=SHARED, index=1)
    by = len(first.lines)
    moved = second.record.model_dump()

    def shift(value: object) -> None:
        if isinstance(value, dict):
            if "paragraph" in value:
                value["paragraph"] += by
            for inner in value.values():
                shift(inner)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                shift(inner)

    shift(moved)
    record = type(second.record).model_validate(moved)
    return Made(first.record, first.lines + second.lines), Made(record, first.lines + second.lines)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Inbox:
    broken = make(gold()[2], unit="机关第三党支部", unit_id="u4", file=BROKEN, version=3)
    content = {BROKEN: b"PK\x03\x04 what no marker opens"}
    return small_inbox(tmp_path_factory.mktemp("inbox"), extra=(*_shared_file(), broken), broken=content)


def _hand_out(
    inbox: Inbox, root: Path, batch: BatchResult | None = None
) -> tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]:
    told: list[tuple[str, int, int]] = []
    out = OutputFolder(root / "out")
    settings = Settings(inbox.folder, write_pack(root / "pack"), inbox.roster, workers=1)
    handed = hand_out(batch or inbox.batch, settings, out, lambda *step: told.append(step))
    return handed, out, told


@pytest.fixture(scope="module")
def handed(
    inbox: Inbox, tmp_path_factory: pytest.TempPathFactory
) -> tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]:
    return _hand_out(inbox, tmp_path_factory.mktemp("handed"))


def _comments(path: Path) -> list[str]:
    from lxml import etree

    with zipfile.ZipFile(path) as parts:
        root = etree.fromstring(parts.read("word/comments.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return ["".join(t.text or "" for t in comment.iter(f"{w}t")) for comment in root.iter(f"{w}comment")]


def test_every_readable_file_goes_to_its_unit_and_every_unit_gets_a_letter(inbox: Inbox, handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    result, out, _ = handed
    tree = {p.relative_to(out.root / "反馈").as_posix() for p in (out.root / "反馈").rglob("*.*") if p.is_file()}
    assert {
        "机械工程学院党总支/承诺书.docx", "机械工程学院党总支/书记.pdf", "机械工程学院党总支/审核意见.docx",
        "图书馆党总支/两家.docx", "机关第三党支部/两家.docx", "图书馆党总支/审核意见.docx", "未识别单位/无名.docx",
        "机械工程学院教工第一党支部/承诺书（党员07）.docx",
    } <= tree  # fmt: skip
    assert "未识别单位/审核意见.docx" not in tree
    assert len(tree) == result.copies + result.letters + len(result.unmarked)
    assert not list(out.root.rglob("*.part*"))
    assert not (out.root / ".chengnuo" / "drafts").exists()


def test_a_copy_holds_the_comments_of_its_form(inbox: Inbox, handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    _, out, _ = handed
    record = inbox.made[0].record
    from handmade.pack import small_pack

    wanted = [r.text.replace("\n", "") for r in remarks(record, small_pack())]
    assert _comments(out.root / "反馈/机械工程学院党总支/承诺书.docx") == wanted
    with pikepdf.open(out.root / "反馈/机械工程学院党总支/书记.pdf") as pdf:
        notes = [str(a.Contents) for a in pdf.pages[0].Annots if "/Contents" in a]
    assert any("没有写明" in note for note in notes)


def test_a_file_of_two_units_tells_each_only_its_own(handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    _, out, _ = handed
    library, office = (_comments(out.root / "反馈" / unit / "两家.docx") for unit in ("图书馆党总支", "机关第三党支部"))
    assert library
    assert office
    assert library != office


def test_originals_are_left_alone(inbox: Inbox, handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    with zipfile.ZipFile(inbox.folder / "机械工程学院党总支/承诺书.docx") as original:
        assert not any("comments" in name for name in original.namelist())


def test_one_file_that_cannot_be_marked_stops_nothing_and_is_named(inbox: Inbox, handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    import docx

    result, out, told = handed
    assert result.unmarked == ((BROKEN, "文件已损坏或不完整"),)
    assert (out.root / "反馈/机关第三党支部/坏在回填（未加批注）.docx").read_bytes() == (
        inbox.folder / BROKEN
    ).read_bytes()
    letter = docx.Document(str(out.root / "反馈/机关第三党支部/审核意见.docx"))
    assert "坏在回填.docx[未能写入批注，意见见本函]" in "\n".join(p.text for p in letter.paragraphs)
    marking = [step for step in told if step[0] == "回填批注"]
    assert marking[-1][1] == marking[-1][2] == result.copies + 1


def test_a_copy_that_somebody_worked_on_is_kept(inbox: Inbox, tmp_path: Path) -> None:
    few = replace(inbox.batch, sources={k: v for k, v in inbox.batch.sources.items() if k in ("无名.docx", BROKEN)})
    _hand_out(inbox, tmp_path, few)
    copy = tmp_path / "out/反馈/未识别单位/无名.docx"
    copy.write_bytes(copy.read_bytes() + b"edited")
    _, again, _ = _hand_out(inbox, tmp_path, few)
    assert copy.read_bytes().endswith(b"edited")
    assert again.kept == [(copy, copy.with_name("无名(2).docx"))]


def test_the_status_names_the_copy_without_comments(inbox: Inbox, handed: tuple[HandedOut, OutputFolder, list[tuple[str, int, int]]]) -> None:  # fmt: skip
    told = [row.note for row in with_unmarked(inbox.batch.status, handed[0].unmarked).rows if BROKEN in row.files]
    assert len(told) == 1
    assert "“坏在回填.docx”的副本没有批注（文件已损坏或不完整），意见见《审核意见》和问题清单" in told[0]


@pytest.mark.parametrize(
    ("file", "file_format", "suffix"),
    [
        ("甲.docm", "docx", ".docm"),
        ("甲.doc", "docx", ".docx"),
        ("甲.doc", "doc", ".docx"),
        ("甲.docx", "pdf", ".pdf"),
        ("甲.rtf", "rtf", ".docx"),
        ("甲.zip", "ofd", ".ofd"),
    ],
)
def test_a_copy_has_a_suffix_under_which_it_opens(file: str, file_format: str, suffix: str) -> None:
    assert _suffix(file, file_format) == suffix


def test_comments_go_into_no_other_text(inbox: Inbox, tmp_path: Path) -> None:
    """A file that was changed or taken away since it was judged: another text is not commented on."""
    entry = next(e for shelf in shelve(inbox.results, inbox.roster) for e in shelf.entries if e.file == "图书馆党总支/承诺书.docx")
    other, draft = inbox.folder / "机关/承诺书.docx", tmp_path / "draft.docx"
    work.set_up(inbox.results, write_pack(tmp_path / "pack"), None)
    for source in (other, tmp_path / "没有了.docx"):
        assert work.mark(work.Copy(entry.file, source, (entry,), draft, tmp_path / "copy.docx")) == work.CHANGED
        assert not draft.exists()


def test_a_file_that_changed_is_named_and_not_handed_out(tmp_path: Path) -> None:
    made = small_inbox(tmp_path / "inbox")
    (made.folder / "机关/承诺书.docx").write_bytes((made.folder / "图书馆党总支/承诺书.docx").read_bytes())
    handed, out, _ = _hand_out(made, tmp_path)
    assert handed.unmarked == (("机关/承诺书.docx", work.CHANGED),)
    assert [p.name for p in (out.root / "反馈" / "机关第三党支部").iterdir() if "承诺书" in p.name] == ["承诺书（改）.docx"]
