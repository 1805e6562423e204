"""What people have touched is never written over; outputs come whole or not at all."""

from pathlib import Path

import pytest

from pipeline.outputs import OutputError, OutputFolder


def put(folder: OutputFolder, name: str, text: str) -> Path:
    return folder.write(folder.root / name, lambda p: p.write_text(text, "utf-8"))


def test_the_programs_own_file_is_replaced(tmp_path: Path) -> None:
    first = OutputFolder(tmp_path)
    put(first, "台账.xlsx", "一")
    first.save()
    second = OutputFolder(tmp_path)
    assert put(second, "台账.xlsx", "二").name == "台账.xlsx"
    assert (tmp_path / "台账.xlsx").read_text("utf-8") == "二"
    assert not second.kept


def test_an_edited_file_is_kept_and_the_new_one_numbered(tmp_path: Path) -> None:
    first = OutputFolder(tmp_path)
    put(first, "台账.xlsx", "一")
    first.save()
    (tmp_path / "台账.xlsx").write_text("人改过", "utf-8")
    second = OutputFolder(tmp_path)
    placed = put(second, "台账.xlsx", "二")
    assert placed.name == "台账(2).xlsx"
    assert (tmp_path / "台账.xlsx").read_text("utf-8") == "人改过"
    assert second.kept == [(tmp_path / "台账.xlsx", placed)]


def test_a_file_that_was_there_before_is_somebodys(tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_text("别人的", "utf-8")
    assert put(OutputFolder(tmp_path), "台账.xlsx", "一").name == "台账(2).xlsx"


@pytest.mark.parametrize("lock", ["~$台账.xlsx", ".~lock.台账.xlsx#"])
def test_a_file_that_is_open_is_kept(tmp_path: Path, lock: str) -> None:
    folder = OutputFolder(tmp_path)
    put(folder, "台账.xlsx", "一")
    (tmp_path / lock).write_bytes(b"")
    assert put(folder, "台账.xlsx", "二").name == "台账(2).xlsx"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)

    def fail(path: Path) -> None:
        path.write_text("half", "utf-8")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        folder.write(tmp_path / "a.docx", fail)
    assert not [p for p in tmp_path.iterdir() if p.name != ".chengnuo"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder", "utf-8")
    with pytest.raises(OutputError, match="无法写入"):
        OutputFolder(tmp_path / "out")


def test_an_unreadable_memory_makes_everything_somebodys(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    put(folder, "台账.xlsx", "一")
    folder.save()
    (tmp_path / ".chengnuo" / "written.json").write_text("{", "utf-8")
    assert put(OutputFolder(tmp_path), "台账.xlsx", "二").name == "台账(2).xlsx"


def test_the_same_bytes_are_not_put_beside_themselves(tmp_path: Path) -> None:
    """A run that was killed before it could save its memory writes the same again."""
    put(OutputFolder(tmp_path), "台账.xlsx", "一")
    assert put(OutputFolder(tmp_path), "台账.xlsx", "一").name == "台账.xlsx"


def test_a_run_that_was_killed_knows_its_files_again(tmp_path: Path) -> None:
    """Even where the same input does not give the same bytes (an encrypted PDF)."""
    first = OutputFolder(tmp_path)
    put(first, "甲.pdf", "一")
    first.save()
    put(OutputFolder(tmp_path), "甲.pdf", "二")  # killed before `save`
    third = OutputFolder(tmp_path)
    assert put(third, "甲.pdf", "三").name == "甲.pdf"
    assert not third.kept
    third.save()
    (tmp_path / "甲.pdf").write_text("二", "utf-8")
    assert put(OutputFolder(tmp_path), "甲.pdf", "四").name == "甲(2).pdf", "after a finished run only the last is ours"


def test_what_an_earlier_run_left_is_named(tmp_path: Path) -> None:
    first = OutputFolder(tmp_path)
    for name in ("反馈/甲/审核意见.docx", "反馈/乙/审核意见.docx", "台账.xlsx"):
        put(first, name, name)
    first.save()
    second = OutputFolder(tmp_path)
    put(second, "反馈/甲/审核意见.docx", "新")
    put(second, "台账.xlsx", "新")
    assert second.left_over() == ["反馈/乙/审核意见.docx"]
    (tmp_path / "反馈/乙/审核意见.docx").unlink()
    assert second.left_over() == []
