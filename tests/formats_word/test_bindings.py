"""Controls bound to data in the file: what Word shows is read, and the returned copy says it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import cell, commented, par, run, sdt, table, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

STORE = "{11111111-2222-3333-4444-555555555555}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
DATA = '<表 xmlns="urn:x"><单位>机电学院党支部</单位><类 码="2">乙</类><空/><段>第一行\n第二行</段></表>'


def bound(path: str, more: str = "", store: str = STORE) -> str:
    return f"""<w:dataBinding w:prefixMappings="xmlns:n='urn:x'" w:xpath="{path}" w:storeItemID="{store}"/>{more}"""


def form(path: Path, body: str, data: str = DATA) -> Path:
    """A file with that data beside its text."""
    parts = {
        "customXml/item1.xml": data,
        "customXml/itemProps1.xml": f'<d:datastoreItem xmlns:d="{KINDS.replace("relationships", "customXml")}" d:itemID="{STORE}"/>',
        "customXml/_rels/item1.xml.rels": RELS % f'<Relationship Id="r1" Type="{KINDS}/customXmlProps" Target="itemProps1.xml"/>',
        "word/_rels/document.xml.rels": RELS % f'<Relationship Id="r1" Type="{KINDS}/customXml" Target="../customXml/item1.xml"/>',
    }
    return write(path, body, parts)


UNIT = "/n:表[1]/n:单位[1]"


@pytest.mark.parametrize(
    ("properties", "stored", "shown"),
    [
        (bound(UNIT), "旧", "机电学院党支部"),
        (bound(UNIT, "<w:text/>"), "单击此处输入文字", "机电学院党支部"),
        (bound(UNIT, "<w:showingPlcHdr/>"), "单击此处输入文字", "机电学院党支部"),
        (bound("/n:表/n:类/@码"), "旧", "2"),
        (bound("/n:表/n:类/@码", '<w:dropDownList><w:listItem w:displayText="二类" w:value="2"/></w:dropDownList>'), "旧", "二类"),
        (bound("/n:表/n:段"), "旧", "第一行\n第二行"),
        (bound(UNIT, store=""), "旧", "机电学院党支部"),
        (bound("/n:表/n:空"), "旧", "旧"),
        (bound("/n:表/n:无"), "旧", "旧"),
        (bound("//n:单位"), "旧", "旧"),
        (bound("/m:表/m:单位"), "旧", "旧"),
        (bound(UNIT, store="{0}"), "旧", "旧"),
        (bound(UNIT, "<w:date/>"), "旧", "旧"),
        (bound(UNIT, "<w:richText/>"), "旧", "旧"),
    ],
)  # fmt: skip
def test_a_control_shows_its_data(tmp_path: Path, properties: str, stored: str, shown: str) -> None:
    inline = par(run("报送：") + sdt(run(stored), properties))
    assert read(form(tmp_path / "行.docx", inline)).text.split("：")[1] == shown
    assert read(form(tmp_path / "段.docx", sdt(par(run(stored)), properties))).text == shown
    around = table(f"<w:tr>{sdt(cell(par(run(stored))), properties)}{cell(par(run('乙')))}</w:tr>")
    assert read(form(tmp_path / "格.docx", around)).text.startswith(shown)


def test_an_empty_control_and_one_of_several_paragraphs(tmp_path: Path) -> None:
    assert read(form(tmp_path / "空.docx", par(run("报送：") + sdt("", bound(UNIT))))).text == "报送：机电学院党支部"
    long = sdt(par(run("一")) + par(run("二")), bound(UNIT))
    assert read(form(tmp_path / "长.docx", long)).text == "一\n二"


def test_broken_data_is_no_data(tmp_path: Path) -> None:
    assert read(form(tmp_path / "坏.docx", par(sdt(run("旧"), bound(UNIT))), "<表")).text == "旧"


def test_the_files_own_title(tmp_path: Path) -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>承诺书</dc:title></c:coreProperties>'
    )
    binding = (
        "<w:dataBinding w:prefixMappings=\"xmlns:a='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
        "xmlns:b='http://purl.org/dc/elements/1.1/'\" w:xpath=\"/a:coreProperties[1]/b:title[1]\" "
        'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    )
    assert read(write(tmp_path / "题.docx", par(sdt(run("题目"), binding)), {"docProps/core.xml": core})).text == "承诺书"


def test_comments_stand_on_the_data(tmp_path: Path) -> None:
    path = form(tmp_path / "书.docx", par(run("报送：") + sdt(run("旧"), bound(UNIT)) + run("。")))
    found = paragraphs(read(path).blocks)[0]
    copy = mark_up(path, [Remark(found.passage.anchor(3, 10), "核对")], tmp_path / "回.docx").path
    assert list(commented(copy).values()) == ["机电学院党支部"]
    assert read(copy).text == read(path).text
