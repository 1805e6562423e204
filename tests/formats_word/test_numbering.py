from __future__ import annotations

from pathlib import Path

import pytest

from extractors.formats.ooxml.numerals import numeral
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import SPACES, cell, level, listed, numbering, par, row, table, write


def ordinals(path: Path) -> list[str]:
    return [p.ordinal for p in paragraphs(read(path).blocks)]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 20: "二十", 21: "二十一", 99: "九十九"}),
        ("chineseCountingThousand", {10: "十", 11: "十一", 101: "一百零一", 110: "一百一十", 1001: "一千零一"}),
        ("japaneseCounting", {3: "三", 23: "二十三"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("chineseLegalSimplified", {1: "壹", 12: "壹拾贰"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("00001", {3: "00003", 123456: "123456"}),
        ("none", {3: ""}),
        ("hex", {10: "A", 31: "1F"}),
        ("chicago", {1: "*", 4: "§", 5: "**"}),
        ("aiueoFullWidth", {1: "ア", 46: "ン", 47: "ア"}),
        ("iroha", {1: "ｲ", 4: "ﾆ"}),
        ("japaneseLegal", {12: "壱拾弐"}),
        ("koreanDigital", {10: "일영"}),
        ("koreanCounting", {10: "십", 21: "이십일", 110: "백십"}),
        ("koreanLegal", {1: "하나", 21: "스물하나", 100: "100"}),
        ("vietnameseCounting", {10: "mười", 15: "mười lăm", 21: "hai mươi mốt"}),
        ("russianLower", {1: "а", 10: "к", 29: "аа"}),
        ("hebrew1", {1: "א", 15: "טו", 16: "טז", 18: "יח", 115: "קטו"}),
        ("arabicAbjad", {4: "د"}),
        ("thaiNumbers", {10: "๑๐"}),
        ("someFutureFormat", {3: "3"}),
    ],
)
def test_numerals(style: str, shown: dict[int, str]) -> None:
    assert {n: numeral(n, style) for n in shown} == shown


@pytest.mark.parametrize(
    ("language", "style", "shown"),
    [
        ("en-US", "ordinal", {1: "1st", 12: "12th", 22: "22nd"}),
        ("zh-CN", "cardinalText", {21: "Twenty-one"}),
        ("fr-FR", "ordinal", {1: "1er", 2: "2e"}),
        ("fr-FR", "cardinalText", {21: "Vingt-et-un", 71: "Soixante-et-onze", 80: "Quatre-vingts", 200: "Deux-cents", 3201: "Trois-mille-deux-cent-un"}),
        ("fr-FR", "ordinalText", {1: "Premier", 5: "Cinquième", 9: "Neuvième", 21: "Vingt-et-unième", 80: "Quatre-vingtième"}),
        ("ru-RU", "cardinalText", {13: "Тринадцать", 2001: "Две тысячи один", 11_000: "Одиннадцать тысяч"}),
        ("ru-RU", "ordinalText", {3: "Третий", 40: "Сороковой", 121: "Сто двадцать первый", 1000: "Тысячный", 1002: "Одна тысяча второй"}),
        ("ru-RU", "ordinal", {2: "2-й"}),
        ("en-US", "ordinalText", {0: "0", 2_000_000: "2000000"}),
    ],
)  # fmt: skip
def test_numbers_in_words(language: str, style: str, shown: dict[int, str]) -> None:
    assert {n: numeral(n, style, language) for n in shown} == shown


def test_the_files_language_counts_and_custom_formats_fill_up(tmp_path: Path) -> None:
    padded = level("%2").replace('w:val="decimal"', 'w:val="custom" w:format="001, 002, 003, ..."')
    styles = f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    parts = numbering(level("%1", "cardinalText"), padded) | {"word/styles.xml": styles}
    path = write(tmp_path / "法.docx", listed("甲") + listed("乙", 1), parts)
    assert ordinals(path) == ["Un", "001"]


def test_the_ordinal_leads_the_text_and_has_no_place_in_the_file(tmp_path: Path) -> None:
    parts = numbering(level("%1、", "chineseCounting", '<w:suff w:val="nothing"/>'), level("（%2）"))
    path = write(tmp_path / "号.docx", listed("甲") + listed("乙", 1) + listed("丙"), parts)
    found = paragraphs(read(path).blocks)
    assert [p.text for p in found] == ["一、甲", "（1） 乙", "二、丙"]
    assert [p.level for p in found] == [0, 1, 0]
    assert [(p.passage.pieces[0].start, p.passage.pieces[0].at) for p in found] == [(2, 0), (4, 0), (2, 0)]


def test_deeper_levels_restart_and_show_the_upper_ones(tmp_path: Path) -> None:
    parts = numbering(level("第%1章", "chineseCounting"), level("%1.%2", more="<w:isLgl/>"), level("%3)", "lowerLetter"))
    order = [(0, "第一章"), (1, "1.1"), (2, "a)"), (2, "b)"), (1, "1.2"), (2, "a)"), (0, "第二章"), (1, "2.1")]
    path = write(tmp_path / "级.docx", "".join(listed("文", at) for at, _ in order), parts)
    assert ordinals(path) == [shown for _, shown in order]


def test_restart_never(tmp_path: Path) -> None:
    parts = numbering(level("%1、"), level("(%2)", more='<w:lvlRestart w:val="0"/>'))
    path = write(tmp_path / "续.docx", "".join(listed("文", at) for at in (0, 1, 0, 1)), parts)
    assert ordinals(path) == ["1、", "(1)", "2、", "(2)"]


def test_lists_of_one_definition_count_on_unless_overridden(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    path = write(tmp_path / "连.docx", "".join(listed("文", 0, n) for n in (1, 2, 3, 3, 1, 4)), numbering(level("%1."), nums=nums))
    assert ordinals(path) == ["1.", "2.", "5.", "6.", "7.", "H)"]


def test_numbering_from_a_style_and_its_ancestor(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>'
    )
    parts = {**numbering(level("%1、", "chineseCounting"), level("%2.", more='<w:pStyle w:val="C"/>')), "word/styles.xml": styles}
    off = '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    xml = par("甲", '<w:pStyle w:val="A"/>') + par("乙", '<w:pStyle w:val="B"/>') + par("丙", '<w:pStyle w:val="C"/>') + par("丁", off)
    document = read(write(tmp_path / "式.docx", xml, parts))
    assert [p.ordinal for p in paragraphs(document.blocks)] == ["一、", "二、", "1.", ""]
    assert [p.centered for p in paragraphs(document.blocks)] == [False, False, True, False]


def test_a_list_linked_through_a_style(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {SPACES}><w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style></w:styles>"
    )
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    parts = {**numbering(level("（%1）"), extra=link, nums=nums), "word/styles.xml": styles}
    assert ordinals(write(tmp_path / "链.docx", listed("甲", 0, 2) + listed("乙", 0, 2), parts)) == ["（1）", "（2）"]


def test_bullets_and_empty_numbered_paragraphs(tmp_path: Path) -> None:
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    dot = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level(chr(0xF06C), "bullet")}</w:lvl></w:abstractNum>'
    path = write(tmp_path / "点.docx", listed("甲", 0, 2) + listed("") + listed("乙"), numbering(level("%1."), extra=dot, nums=nums))
    assert [p.text for p in paragraphs(read(path).blocks)] == ["• 甲", "1.", "2. 乙"]


@pytest.mark.parametrize(("text", "shown"), [("l", "•"), ("o", "•"), ("Ø", "•"), ("-", "-"), ("·", "·"), ("★", "★")])
def test_a_bullet_that_is_a_letter_is_a_shape(tmp_path: Path, text: str, shown: str) -> None:
    """Word keeps the shapes of symbol fonts as the letters at their places, and its ring as the letter o."""
    assert ordinals(write(tmp_path / "形.docx", listed("甲"), numbering(level(text, "bullet")))) == [shown]


def test_a_column_of_automatic_numbers(tmp_path: Path) -> None:
    rows = (row(cell(listed("")), cell(text)) for text in "甲乙丙")
    found = read(write(tmp_path / "列.docx", table(*rows), numbering(level("%1")))).blocks[0]
    assert [c.text for c in found.cells] == ["1", "甲", "2", "乙", "3", "丙"]  # type: ignore[union-attr]


def test_our_ordinals_are_those_that_libreoffice_prints(tmp_path: Path, office_text) -> None:  # type: ignore[no-untyped-def]
    levels = (level("%1、", "chineseCountingThousand"), level("（%2）", "chineseCounting"), level("%3."),
              level("%4", "decimalEnclosedCircle"), level("%5.", "upperRoman"), level("%6", "ideographTraditional"))  # fmt: skip
    order = [0, 1, 1, 2, 3, 3, 4, 5, 0, 1, 2, 2] + [0] * 10
    path = write(tmp_path / "对.docx", "".join(listed("文", at) for at in order), numbering(*levels))
    printed = [line.split("文")[0].strip() for line in office_text(path).splitlines() if "文" in line]
    assert ordinals(path) == printed
