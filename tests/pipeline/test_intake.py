"""Every file of the inbox is accounted for; archives are opened within bounds."""

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from pipeline import intake
from pipeline.intake import Intake, collect


def gather(inbox: Path) -> Intake:
    return collect(inbox, inbox.parent / "unpacked")


def zipped(members: dict[str, bytes], *, encoding: str = "utf-8") -> bytes:
    """A zip as Windows writes it: with another code page the names carry no UTF-8 flag."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, data in enumerate(members.values()):
            archive.writestr(f"{n:04d}", data)
    if encoding == "utf-8":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return buffer.getvalue()
    raw = buffer.getvalue()
    for n, name in enumerate(members):
        wanted = name.encode(encoding)
        assert len(wanted) == 4, "names of this helper have four bytes, so that offsets stay as they are"
        raw = raw.replace(f"{n:04d}".encode(), wanted)
    return raw


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    return folder


def test_every_file_is_named_with_its_digest_in_order(inbox: Path) -> None:
    (inbox / "乙").mkdir()
    (inbox / "乙" / "b.docx").write_bytes(b"b")
    (inbox / "a.pdf").write_bytes(b"a")
    found = gather(inbox)
    assert [s.name for s in found.submissions] == ["a.pdf", "乙/b.docx"]
    assert found.submissions[0].sha256 == hashlib.sha256(b"a").hexdigest()
    assert not found.refused


def test_a_single_file_is_an_inbox_too(inbox: Path) -> None:
    (inbox / "a.docx").write_bytes(b"a")
    assert [s.name for s in gather(inbox / "a.docx").submissions] == ["a.docx"]


def test_a_missing_inbox_is_an_error(inbox: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gather(inbox / "没有")


def test_system_files_are_named_as_ignored(inbox: Path) -> None:
    (inbox / "Thumbs.db").write_bytes(b"x")
    (inbox / ".DS_Store").write_bytes(b"x")
    assert gather(inbox).ignored == (".DS_Store", "Thumbs.db")


def test_zip_members_are_submissions_of_their_own(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"甲/一.docx": b"1", "二.pdf": b"2"}))
    found = gather(inbox)
    assert [(s.name, s.path.read_bytes()) for s in found.submissions] == [("包.zip/二.pdf", b"2"), ("包.zip/甲/一.docx", b"1")]


def test_names_in_the_windows_code_page_are_decoded(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"承诺": b"1"}, encoding="gb18030"))
    assert [s.name for s in gather(inbox).submissions] == ["包.zip/承诺"]


def test_members_cannot_leave_the_folder(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"../../../甲.docx": b"1", "C:\\乙.docx": b"2", "/etc/丙.docx": b"3"}))
    found = gather(inbox)
    root = (inbox.parent / "unpacked").resolve()
    assert len(found.submissions) == 3
    assert all(s.path.resolve().is_relative_to(root) for s in found.submissions)
    assert not any(".." in s.name for s in found.submissions)


def test_archives_nest_twice_and_no_deeper(inbox: Path) -> None:
    third = zipped({"深.docx": b"x"})
    second = zipped({"内.zip": third, "浅.docx": b"y"})
    (inbox / "外.zip").write_bytes(zipped({"中.zip": second}))
    found = gather(inbox)
    assert [s.name for s in found.submissions] == ["外.zip/中.zip/浅.docx"]
    assert [(r.file, r.reason) for r in found.refused] == [("外.zip/中.zip/内.zip", "too_large")]


def test_what_unpacks_too_large_is_refused_by_the_bytes_that_come(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_MEMBER_BYTES", 1000)
    (inbox / "包.zip").write_bytes(zipped({"大.docx": b"0" * 100_000, "小.docx": b"1"}))
    found = gather(inbox)
    assert [s.name for s in found.submissions] == ["包.zip/小.docx"]
    assert [(r.file, r.reason) for r in found.refused] == [("包.zip/大.docx", "too_large")]


def test_a_broken_archive_is_refused_whole(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"a.docx": b"1" * 1000})[:60])
    found = gather(inbox)
    assert not found.submissions
    assert [(r.file, r.reason) for r in found.refused] == [("包.zip", "corrupt")]
    assert found.refused[0].next_step


def test_other_archives_are_named(inbox: Path) -> None:
    (inbox / "包.rar").write_bytes(b"Rar!\x1a\x07\x00" + b"0" * 50)
    assert [(r.file, r.reason) for r in gather(inbox).refused] == [("包.rar", "unsupported")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_not_followed(inbox: Path) -> None:
    (inbox / "a.docx").symlink_to("/etc/hostname")
    found = gather(inbox)
    assert not found.submissions
    assert [r.file for r in found.refused] == ["a.docx"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode on Windows")
def test_a_name_that_is_no_utf8_can_be_written_down(inbox: Path) -> None:
    with open(os.fsencode(inbox) + b"/" + "承诺".encode("gb18030") + b".docx", "wb") as out:
        out.write(b"x")
    names = [s.name for s in gather(inbox).submissions]
    assert names == ["承诺.docx"]
