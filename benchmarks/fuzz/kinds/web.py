"""Web pages (HTML and MHTML) under the name of a Word file."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.fuzz.damage import mutated
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.lessening import without_pieces
from benchmarks.fuzz.marking import use_word
from extractors.formats import html

SUFFIX = ".html"
smaller = without_pieces
WORDS = (
    b"<table>", b"</table>", b"<tr>", b"<td rowspan=65534 colspan=1000>", b"<td rowspan=0>", b"<td colspan='-1'>", b"</td>", b"<p>", b"</p>", b"<li>",
    b"<ol start=99999 type=i>", b"<ul>", b"<pre>", b"<br>", b"<select><option selected>", b"<input type=checkbox checked>", b"<textarea>",
    b"<style>", b"<script>", b"<!--", b"-->", b"<![CDATA[", b"<div style='display:none'>", b"<span style='font-size:999pt;font-weight:bold'>",
    b"<meta charset=utf-16>", b"<meta charset=utf-7>", b"<?xml version='1.0' encoding='idna'?>", b"&#0;", b"&#x10ffff;", b"&#xd800;", b"&lt", b"\0", b"\x1b$B",
    b"\xff\xfe", b"\x81", "诺".encode(), "诺".encode("gbk"), b"\r\n\r\n", b"Content-Type: text/html; charset=hex\r\n", b"Content-Type: multipart/related; boundary=\"b\"\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n", b"--b\r\n", b"MIME-Version: 1.0\r\n", b"=3D", b"<frameset>", b"<svg><p>", b"<math>",
)  # fmt: skip


def seeds(folder: Path | None) -> list[bytes]:
    return [data for data in of_suffix(folder, ".html", ".htm", ".mht", ".mhtml", ".doc") if html.sniff(data)]


def damaged(data: bytes, dice: random.Random) -> bytes:
    return mutated(data, WORDS, dice)


def use(data: bytes, marked: bool) -> None:
    if html.sniff(data):
        use_word(data, marked, SUFFIX)
