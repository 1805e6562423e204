"""Characters, fields, lists, notes, shapes: one case for each way in which RTF says them."""

from __future__ import annotations

import pytest

from extractors.errors import Scan
from extractors.formats import claimant
from extractors.model import Anchor, Paragraph, Place, WordPlace
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from formats_rtf.rtfmaker import hexed, read, rtf, texts


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f1 " + hexed("党员公开承诺书") + r"\par", "党员公开承诺书"),
        (r"\f0 " + hexed("党员") + r" 3 " + hexed("名"), "党员 3 名"),
        (r"\f0 caf\'e9", "café"),
        (r"\f4 " + hexed("诺"), "诺"),
        (r"\f3 " + hexed("承諾", "big5"), "承諾"),
        (r"\uc2\u25215\'b3\'d0\u-30014\'c5\'b5 ok", "承諒 ok".replace("諒", chr(65536 - 30014))),
        (r"\uc1\u25215?\u35834\'3f!", "承诺!"),
        (r"{\uc0\u25215 }\u35834?!", "承诺!"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u-10179?x", "x"),
        (r"a\~b\_c\-d\emdash e\{f\}\\", "a b-cd—e{f}\\"),
        (r"\lquote\rquote\ldblquote\rdblquote\bullet\endash x", "‘’“”•–x"),
        (r"a\tab b\line c", "a\tb\nc"),
        ("行一\\par\n行二\\par ", "行一\n行二"),
        ("a\r\nb\\\nc", "ab\nc"),
        (r"{\upr{ansi}{\*\ud{\u25215?}}}", "承"),
        (r"a{\v hidden\v0 b}{\deleted gone}{\v x}c\plain d", "abcd"),
        (r"{\f2 \'fe}{\f2\u-3842?}", "☑☑"),
        (r"{\*\unknown text}{\info{\title T}}{\stylesheet{\s0 Normal;}}a", "a"),
        (r"{\b a\*\cs7 b}", "ab"),
        (r"{\*\cs1 a}b", "b"),
        (r"a{\deleted{\footnote n}{\shp{\*\shpinst{\shptxt s}}}}b", "ab"),
    ],
)  # fmt: skip
def test_characters(body: str, text: str) -> None:
    assert read(body).text == text


def test_a_symbol_font_is_known_by_its_name() -> None:
    """LibreOffice gives them the charset of Western fonts."""
    assert read(r"{\fonttbl{\f7\fcharset0 Wingdings 2;}}{\f7 R}R").text == "☑R"


def test_bytes_of_gbk_that_look_like_braces() -> None:
    """Second bytes of GBK are backslashes and braces; some programs write the pairs as they are."""
    assert read("俓亄亇王\\par 甲".encode("gb18030")).text == "俓亄亇王\n甲"


def test_unescaped_utf_8_is_taken_for_what_it_is() -> None:
    assert read("承诺书，{\\b 某某}".encode()).text == "承诺书，某某"


def test_western_documents_keep_their_letters() -> None:
    assert read(r"\f0 na\'efve \'93q\'94", r"\ansi\ansicpg1252\deff0").text == "naïve “q”"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt{\ul link}}}", "link"),
        (r"{\field{\*\fldinst PAGE {\field{\*\fldinst X}{\fldrslt Y}}}{\fldrslt 3}}", "3"),
        (r'{\field{\*\fldinst SYMBOL 254 \\f "Wingdings" \\s 12}{\fldrslt\f2}}', "☑"),
        (r"{\field{\*\fldinst eq \\o\\ac({\fs32 \u9675 ?},1)}{\fldrslt }}", "①"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt }}", "☑"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres0\ffdefres1}}}{\fldrslt }}", "☐"),
        (r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl A}{\*\ffl B}}}}{\fldrslt }}", "B"),
        (r"{\field{\*\fldinst FORMTEXT{\*\formfield{\fftype0{\*\ffdeftext D}}}}{\fldrslt R}}", "R"),
    ],
)
def test_fields_show_their_result(body: str, text: str) -> None:
    assert read(body).text == text


def test_written_ordinals() -> None:
    found = paragraphs(read(r"{\listtext\f0 1.\tab}\ls1\ilvl1 a\par{\pntext\f2\'b7\tab}b\par\pard c\par").blocks)
    assert [(p.ordinal, p.text, p.level) for p in found] == [("1.", "1. a", 1), ("•", "• b", 1), ("", "c", 0)]
    assert found[0].passage.anchor() == Anchor((WordPlace("word/document.xml", 0, 3, 4),))


LISTS = (
    r"{\*\listtable{\list{\listlevel\levelnfc37\levelstartat1\levelfollow2{\leveltext\'02\'00\'a1\'a2;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc0\levelstartat3\levelfollow0{\leveltext\'03(\'01);}{\levelnumbers\'02;}}\listid7}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}"
    r"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat9}\ls2}}"
)


def test_ordinals_that_the_writer_left_to_the_reader() -> None:
    body = LISTS + r"\ls1 a\par b\par\ilvl1 c\par\ilvl0 d\par\pard\ls2 e\par\pard\ls9 f\par"
    assert texts(read(body)) == ["一、a", "二、b", "(3) c", "三、d", "九、e", "f"]


def test_level_texts_stand_in_the_code_page_of_the_document() -> None:
    """As Word writes them: second bytes that look like ASCII stand as such, the length counts characters."""
    raw = hexed("第", "big5") + r"\'00\'b3B"
    lists = (
        r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat4{\leveltext\'03"
        + raw
        + r";}{\levelnumbers\'02;}}\listid7}}"
        r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
    )
    document = read(lists + r"\ls1 a\par", r"\ansi\ansicpg950\uc2\deff0")
    assert document.text == "第4" + b"\xb3B".decode("big5") + " a"


def test_fonts_that_the_table_says_twice() -> None:
    again = r"{\fonttbl{\f7\fcharset2 Wingdings;}{\f7\fcharset2 Wingdings;}}"
    assert read(again + r"\f7 \'fe").text == "☑"


def test_headers_notes_and_boxes_have_their_place() -> None:
    body = (
        r"\titlepg{\header\pard h\par}{\headerf first\par}{\headerl left\par}{\footer f\par}"
        r"a{\super\chftn{\footnote\pard{\super\chftn} note\par}}b\par c"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard box\par}}{\shprslt{\*\do{\dptxbxtext box\par}}}}d\par"
        r"\sect{\header\pard h\par}e{\*\annotation no}"
    )
    found = paragraphs(read(body).blocks)
    assert [(p.place, p.text) for p in found] == [
        (Place.HEADER, "h"), (Place.HEADER, "first"), (Place.BODY, "ab"), (Place.BODY, "cd"), (Place.TEXT_BOX, "box"),
        (Place.BODY, "e"), (Place.FOOTNOTE, " note"), (Place.FOOTER, "f"),
    ]  # fmt: skip


def test_old_drawings_hold_text_too() -> None:
    assert texts(read(r"a{\*\do\dobxpage{\dptxbxtext\pard box\par}}\par b")) == ["a", "box", "b"]


def test_pictures_and_objects_say_nothing() -> None:
    body = (
        rb"a{\*\shppict{\pict\pngblip\picwgoal1440\pichgoal720 89504e47}}{\nonshppict{\pict\wmetafile8 0100}}"
        rb"{\object\objemb{\*\objclass X}{\*\objdata 0105}{\result b}}{\pict\bin6 }{\bin}c"
    )
    document = read(body)
    assert document.text == "abc"
    assert [(p.width, p.height) for p in document.pictures] == [(72.0, 36.0), (0.0, 0.0)]
    with pytest.raises(Scan):
        read(rb"{\pict\bin4 }}}}}")


@pytest.mark.parametrize("start", [b"", b"\r\n ", b"\xef\xbb\xbf"])
def test_known_by_content(start: bytes) -> None:
    data = start + rtf("承诺\\par ")
    format_ = claimant(data)
    assert format_ is not None
    assert format_.NAME == "rtf"
    assert read_bytes(data).text == "承诺"


def test_bold_and_centred() -> None:
    found = paragraphs(read(r"\qc\b t\par\pard\b0 a{\b b}\par\pard\qc\ql{\dbch\ab c}\par").blocks)
    assert [(p.centered, p.bold) for p in found] == [(True, True), (False, False), (False, True)]
    assert isinstance(found[0], Paragraph)


def test_a_group_that_becomes_two_things_keeps_what_it_had() -> None:
    """A note or picture begun in the group of a text box, as damaged files have it: the box must not vanish."""
    found = read(rtf(r"前{\shptxt 框里的字\footnote 脚注的话} 后\par{\field\shptxt 只有框}\par{\shptxt 图前\pict\pngblip 8950}\par"))
    assert [p for p in ("框里的字", "脚注的话", "只有框", "图前") if p not in found.text] == []
