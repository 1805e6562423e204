"""What nobody should send: deep, endless, cut-off and senseless RTF ends with an error or with what could be read."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from extractors.errors import Corrupt, DocumentError, TooLarge
from extractors.reading import read_bytes
from formats_rtf.rtfmaker import read, rtf, texts

CUT = "文件末尾不完整，可能缺少内容，请核对。"


def test_depth_is_bounded_and_costs_no_stack() -> None:
    assert read("{" * 9000 + "a" + "}" * 9000).text == "a"
    with pytest.raises(Corrupt, match="嵌套过深"):
        read("{" * 20_000)
    with pytest.raises(Corrupt):
        read(r"{\shp{\*\shpinst{\shptxt " * 8000)


def test_tables_in_tables_are_bounded() -> None:
    body = "".join(f"\\intbl\\itap{n} a\\par " for n in range(1, 200)) + "\\itap-7 b\\par\\itap2147483647 c\\par"
    assert set(texts(read(body))) == {"a", "b", "c"}


@pytest.mark.parametrize("size", ["99999999999", "-5", "2147483647", ""])
def test_binary_data_ends_with_the_file(size: str) -> None:
    document = read(rf"a\bin{size} b\par c")
    assert document.text.startswith("a")


def test_binary_data_is_left_out_whole() -> None:
    assert read(rb"a{\pict\bin10 }}}}\'{{{{}b").text == "ab"
    assert read(rb"a{\*\x\bin10 }}}}\'{{{{}b").text == "ab"


@pytest.mark.parametrize("body", ["a\\par b", "a{\\field{\\*\\fldinst x}{\\fldrslt b", "a{\\*\\x b", "\\intbl a\\cell b"])
def test_a_file_cut_off_is_read_with_a_warning(body: str) -> None:
    document = read_bytes(rtf(body)[:-1])
    assert "a" in document.text
    assert document.warnings == (CUT,)


def test_nothing_but_a_beginning_is_corrupt() -> None:
    with pytest.raises(Corrupt):
        read_bytes(b"{\\rtf1\\ansi")


def test_what_follows_the_last_brace_is_no_text() -> None:
    assert read_bytes(rtf("a") + b"\0\0 b {\\par c}").text == "a"


def test_more_than_any_form_is_refused() -> None:
    with pytest.raises(TooLarge):
        read("a\\par " * 250_000)
    with pytest.raises(TooLarge):
        read("x" * 2_100_000)


@pytest.mark.parametrize(
    "body",
    [
        r"\ls1\ilvl99 a", r"\ls-3\ilvl-5 a", r"{\*\listtable{\listlevel{\leveltext}}}\ls0 a", r"\f-1 a", r"\uc-5\u-1 a",
        r"{\*\listoverridetable{\lfolevel\levelstartat-9}{\listoverride\ls1}}\ls1 a", r"\u99999999999 a", r"{\*}{\*\*}a",
        r"\trowd\clmrg\clvmrg\cellx1\pard\intbl a\cell\row", r"\nestcell\nestrow\row\cell a", r"{\fcharset134\ffl x}a",
        r"{\fonttbl\f0\fcharset999\cpg9999 x;}\f0 a", r"{\field\ffres9{\*\ffl }}a", r"\'zz\'4 a", "\\", "\\'", "a\\",
        r"{\field{\*\fldinst SYMBOL 0x}}{\field{\*\fldinst SYMBOL 99999999999999}}a", r"{\ud x}a", r"{\upr{\upr}{\ud a}}",
    ],
)  # fmt: skip
def test_senseless_words_do_no_harm(body: str) -> None:
    assert "a" in read(body).text or "a" not in body


@pytest.mark.parametrize("piece", [b"{}", b"\\x1", b"\\", b"\\u1", b"1", b"\xd6", b"{\\*\\x", b"\\'d6{", b"\\bin1 "])
@pytest.mark.parametrize("before", [b"", b"{\\*\\x ", b"\\u1"])
def test_time_grows_with_the_size_only(piece: bytes, before: bytes) -> None:
    def spent(count: int) -> float:
        start = time.process_time()
        with suppress(DocumentError):
            read_bytes(rtf(before + piece * count))
        return time.process_time() - start

    spent(100)
    few, many = spent(8_000), spent(64_000)
    assert many < 40 * few + 0.2
