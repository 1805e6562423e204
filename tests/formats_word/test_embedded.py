"""Documents embedded whole (w:altChunk): Word shows what they hold, so it is read, and comments stand at the paragraph before."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import commented, par, run, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
MARK = '<w:altChunk r:id="rIdChunk"/>'
NOT_READ = ("文件中嵌入了另一份文档，嵌入部分没有读取。",)


def holding(path: Path, content: bytes, body: str = "", external: bool = False) -> Path:
    """A file that has the document between two paragraphs."""
    write(path, body or par(run("前")) + MARK + par(run("后")))
    mode = ' TargetMode="External"' if external else ""
    with ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    rels = parts.get("word/_rels/document.xml.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
    added = f'<Relationship Id="rIdChunk" Type="{KIND}" Target="chunk.bin"{mode}/></Relationships>'.encode()
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", added)
    parts["word/chunk.bin"] = content
    with ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def inner(path: Path) -> bytes:
    return write(path, par(run("嵌入的话"))).read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><p>嵌入的话</p></body></html>".encode(),
        b'<html><head><meta charset="gb2312"></head><body><p>' + "嵌入的话".encode("gbk") + b"</p></body></html>",
        b"{\\rtf1\\ansi\\ansicpg936 \\'c7\\'b6\\'c8\\'eb\\'b5\\'c4\\'bb\\'b0\\par}", "嵌入的话\r\n".encode(), "嵌入的话".encode("gbk"),
        "嵌入的话".encode("utf-16"),
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"; type="text/html"\n\n--b\nContent-Type: text/html; '
        b"charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>" + "嵌入的话".encode() + b"</p>\n--b--\n",
    ],
)  # fmt: skip
def test_what_is_embedded_is_read(tmp_path: Path, content: bytes) -> None:
    document = read(holding(tmp_path / "书.docx", content))
    assert (document.text, document.warnings) == ("前\n嵌入的话\n后", ())


def test_a_word_file_in_a_word_file_with_comments(tmp_path: Path) -> None:
    path = holding(tmp_path / "书.docx", inner(tmp_path / "内.docx"))
    document = read(path)
    assert document.text == "前\n嵌入的话\n后"
    words = [Remark(p.passage.anchor(), p.text) for p in paragraphs(document.blocks)]
    covered = commented(mark_up(path, words, tmp_path / "回.docx").path)
    assert list(covered.values()) == ["前", "", "后"]
    assert read(tmp_path / "回.docx").text == document.text


def test_in_a_table_and_first_of_all(tmp_path: Path) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{MARK}<w:p/></w:tc></w:tr></w:tbl>"
    document = read(holding(tmp_path / "书.docx", b"<p>x</p>", MARK + par(run("甲")) + cell + par(run("乙"))))
    assert document.text == "x\n甲\nx\n乙"


def test_files_in_files_in_files_end(tmp_path: Path) -> None:
    content = b"<p>x</p>"
    for n in range(4):
        content = holding(tmp_path / f"{n}.docx", content).read_bytes()
    document = read(tmp_path / "3.docx")
    assert document.text.count("前") == 3
    assert "x" not in document.text


@pytest.mark.parametrize("content", [b"\0\1\2\3" * 9, b"\xff\xd8\xff\xe0", b"PK\x03\x04"])
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    document = read(holding(tmp_path / "书.docx", content))
    assert (document.text, document.warnings) == ("前\n后", NOT_READ)


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    assert read(holding(tmp_path / "书.docx", b"<p>x</p>", external=True)).warnings == NOT_READ
