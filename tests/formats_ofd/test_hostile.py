"""OFD files that nobody should send: bombs, foreign entities, absurd counts, loops, broken parts."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractors.errors import Corrupt, DocumentError, Encrypted, TooLarge
from extractors.model import Document
from extractors.reading import read_bytes
from formats_ofd.ofdmaker import file, page, text, unzipped, zipped

CONTENT = "Doc_0/Pages/Page_0/Content.xml"


def changed(name: str, old: str, new: str, data: bytes | None = None) -> bytes:
    parts = unzipped(data or file(page(text("承诺"))))
    before = parts[name].decode()
    assert old in before
    return zipped({**parts, name: before.replace(old, new).encode()})


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "file:///etc/passwd">', '<!DOCTYPE x [<!ENTITY e "承诺">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE x [<!ENTITY % p SYSTEM "x.dtd"> %p;]>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["OFD.xml", "Doc_0/Document.xml"])
def test_no_document_type_is_read(declared: str, name: str) -> None:
    with pytest.raises(Corrupt, match="DTD"):
        read_bytes(changed(name, "?>\n", f"?>{declared}"))


def test_an_entity_costs_its_page_only() -> None:
    two = file(page(text("一")), page(text("二")))
    bad = changed(CONTENT, "?>\n", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', two)
    bad = changed(CONTENT, "一", "&e;", bad)
    document = read_bytes(bad)
    assert document.text == "二"
    assert document.warnings == ("第1页无法读取，内容可能不全。",)


def test_a_bomb_is_not_unpacked() -> None:
    parts = unzipped(file(page(text("承诺"))))
    parts[CONTENT] = b"<Page>" + b" " * (80 * 2**20) + b"</Page>"
    with pytest.raises(TooLarge):
        read_bytes(zipped(parts))


def test_more_pages_characters_objects_than_any_form() -> None:
    with pytest.raises(TooLarge, match="61页"):
        read_bytes(file(*[page(text("页"))] * 61))
    with pytest.raises(TooLarge, match="文字过多"):
        read_bytes(file(page(text("字" * 100_001, delta="g 100000 1"))))
    with pytest.raises(TooLarge, match="图形对象过多"):
        read_bytes(file(page("<ofd:X/>" * 200_001)))
    with pytest.raises(TooLarge, match="元素过多"):
        read_bytes(changed("Doc_0/PublicRes.xml", "</ofd:Res>", "<a/>" * 2_000_001 + "</ofd:Res>"))


def test_too_many_lines_are_no_table() -> None:
    path = '<ofd:PathObject ID="9" Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 ' + "L 9 0 L 0 0 " * 60_000 + "</ofd:AbbreviatedData></ofd:PathObject>"
    document = read_bytes(file(page(text("承诺", delta="5"), path)))
    assert document.text == "承诺"
    assert document.warnings == ("第1页图形过多，未按表格线读取。",)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (CONTENT, 'Boundary="20 20 99 9"', 'Boundary="1e999 nan -1 x"'), (CONTENT, 'Size="5"', 'Size="1e30"'),
        (CONTENT, 'Size="5"', 'Size="-5"'), (CONTENT, 'Size="5"', 'Size=""'), (CONTENT, 'X="0"', 'X="x" DeltaX="g g g"'),
        (CONTENT, 'X="0"', 'X="1" DeltaX="g 999999999999 1"'), (CONTENT, "Font=", 'CTM="0 0 0 0 0 0" Font='),
        (CONTENT, "Font=", 'ReadDirection="9999" CharDirection="x" HScale="0" Font='), ("Doc_0/Document.xml", "210 297", "0 0"),
        (CONTENT, "210.0000 297.0000", "-5 1e400"), ("Doc_0/Document.xml", "Pages/Page_0", "../../../../etc/passwd"),
        ("Doc_0/Document.xml", "Pages/Page_0", "/Doc_0/Pages/Page_0"), ("Doc_0/Document.xml", "Pages/Page_0", "Doc_0/Pages/Page_0"),
        ("OFD.xml", "Doc_0/Document.xml", "OFD.xml"), ("OFD.xml", "DocBody", "Body"), ("OFD.xml", "Doc_0/Document.xml", ""),
        (CONTENT, "ofd:Page", "ofd:Seite"), (CONTENT, "</ofd:Page>", ""), ("Doc_0/Document.xml", "<ofd:Pages>", "<ofd:Pages><ofd:Page/>"),
    ],
)  # fmt: skip
def test_senseless_values_end_well(name: str, old: str, new: str) -> None:
    try:
        document = read_bytes(changed(name, old, new))
    except DocumentError as error:
        assert type(error) is not DocumentError  # noqa: PT017
    else:
        assert isinstance(document, Document)
        assert set(document.text) <= set("承诺 \n")


def test_encrypted_files_are_named() -> None:
    parts = unzipped(file(page(text("承诺"))))
    parts["Encryptions.xml"] = b"<Encryptions/>"
    parts["Doc_0/Document.xml"] = b"\x93\x01\x02"
    with pytest.raises(Encrypted):
        read_bytes(zipped(parts))


def test_a_zip_cut_off_and_one_with_a_wrong_part() -> None:
    data = file(page(text("承诺")))
    with pytest.raises(Corrupt):
        read_bytes(data[: len(data) // 2])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("OFD.xml", b"x")
    with pytest.raises(Corrupt):
        read_bytes(out.getvalue())
