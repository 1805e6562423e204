"""Every file of the inbox is accounted for; archives are opened within bounds."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import psutil
import pytest

from pipeline.intake import Intake, collect

ROOT = Path(__file__).parents[2]


def gather(inbox: Path) -> Intake:
    return collect(inbox, inbox.parent / "unpacked")


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


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


def test_members_cannot_leave_the_folder(inbox: Path) -> None:
    """They are refused by name; `tests/archives` has every kind of archive and of trick."""
    inbox = inbox / "深" / "更深" / "最深"  # as deep as the trick climbs: whatever it leaves lies in this test's own folder
    inbox.mkdir(parents=True)
    (inbox / "包.zip").write_bytes(zipped({"../../../甲.docx": b"1", "C:\\乙.docx": b"2", "/etc/丙.docx": b"3", "好.docx": b"4"}))
    found = gather(inbox)
    root = (inbox.parent / "unpacked").resolve()
    assert [s.name for s in found.submissions] == ["包.zip/好.docx"]
    assert all(s.path.resolve().is_relative_to(root) for s in found.submissions)
    assert [(r.file, r.reason) for r in found.refused] == [
        ("包.zip/C:/乙.docx", "unsupported"), ("包.zip/etc/丙.docx", "unsupported"), ("包.zip/甲.docx", "unsupported"),
    ]  # fmt: skip
    assert not list(inbox.parents[3].rglob("甲.docx"))


def test_a_broken_archive_is_refused_with_what_it_names(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"a.docx": b"1" * 1000})[:38])
    found = gather(inbox)
    assert not found.submissions
    assert [(r.file, r.reason) for r in found.refused] == [("包.zip", "corrupt"), ("包.zip/a.docx", "corrupt")]
    assert all(r.next_step for r in found.refused)


def test_the_same_archive_twice_is_opened_twice(inbox: Path) -> None:
    for name in ("甲.zip", "乙.zip"):
        (inbox / name).write_bytes(zipped({"a.docx": b"1"}))
    found = gather(inbox)
    assert [s.name for s in found.submissions] == ["乙.zip/a.docx", "甲.zip/a.docx"]
    assert [s.path.read_bytes() for s in found.submissions] == [b"1", b"1"]


def test_what_archives_left_that_are_gone_is_taken_away(inbox: Path) -> None:
    (inbox / "包.zip").write_bytes(zipped({"a.docx": b"1"}))
    path = gather(inbox).submissions[0].path
    (inbox / "包.zip").unlink()
    gather(inbox)
    assert not path.exists()


HANGS = """#!/bin/sh
[ "$1" = "-version" ] && exit 0
echo $$ > "$HANGING"
exec sleep 60
"""
LOOK = """
import json, sys
from pathlib import Path
from pipeline.executors.limits import Limits
from pipeline.intake import collect
if __name__ == "__main__":
    found = collect(Path(sys.argv[1]), Path(sys.argv[2]), limits=Limits(seconds=3.0), workers=1)
    print(json.dumps([[s.name for s in found.submissions], [[r.file, r.reason] for r in found.refused]]))
"""


@pytest.mark.skipif(os.name == "nt", reason="the program that hangs is a shell script")
def test_an_archive_that_hangs_costs_itself_and_not_what_came_before(inbox: Path, tmp_path: Path) -> None:
    """Its worker is killed with the program that it had started, what it had told is kept, and every member is accounted for."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "unar").write_text(HANGS)
    (tmp_path / "bin" / "unar").chmod(0o755)
    rar = (ROOT / "tests" / "archives" / "files" / "solid.rar").read_bytes()
    (inbox / "慢.zip").write_bytes(zipped({"一.docx": b"1", "里.rar": rar, "二.docx": b"2"}))
    (inbox / "好.zip").write_bytes(zipped({"b.docx": b"2"}))
    told = subprocess.run(
        [sys.executable, "-c", LOOK, inbox, tmp_path / "unpacked"], cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PATH": str(tmp_path / "bin") + ":/usr/bin:/bin", "HANGING": str(tmp_path / "number")},
    )  # fmt: skip
    assert not told.stderr
    came, lost = json.loads(told.stdout)
    assert came == ["好.zip/b.docx", "慢.zip/一.docx"]
    inner = [f"慢.zip/里.rar/某学院/承诺{n}.txt" for n in (1, 2, 3)]
    assert lost == [[name, "timeout"] for name in ("慢.zip", "慢.zip/二.docx", *inner)]
    hung = int((tmp_path / "number").read_text())
    assert not psutil.pid_exists(hung) or psutil.Process(hung).status() == psutil.STATUS_ZOMBIE


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
