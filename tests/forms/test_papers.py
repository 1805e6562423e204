"""What the paper says over a form, below it and at the edges of its pages is none of the form's, and is listed as not read."""

import pytest
from forms_paper import document

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form

PROMISES = ("一、每日清洗公用水井的井台一次。", "二、井绳断了当天换新。")
END = ("承诺人：景小槐", "2012年3月5日")


def read(*entries: object) -> Form:
    (form,) = find_forms(document(*entries))
    return form


@pytest.mark.parametrize(
    "over",
    [
        ("青石镇委员会文件", "青石委〔2012〕17号"), ("青石委〔2012〕17号", "青石镇委员会文件"), ("中共青石镇委员会", "青石发[2012]第9号"),
        ("青石镇教育局机关党委文件", "青教党〔2012〕8号　　签发人：柳大堤"), ("（此件公开发布）",), ("不忘初心 牢记使命",), ("推动科学发展　促进社会和谐",), ("为民服务创先争优！",),
    ],
)  # fmt: skip
def test_the_head_of_a_letter_is_no_title(over: tuple[str, ...]) -> None:
    form = read(*over, "承诺书", "我叫景小槐，是水井村党支部的一名党员。我郑重承诺：", *PROMISES, *END)
    assert (form.title.text, form.kind.value, form.person, form.unit) == ("承诺书", "member", "景小槐", "水井村党支部")
    assert [p.text for p in form.unread] == list(over)
    assert len(split(form)) == 2


@pytest.mark.parametrize("over", ["附件2：", "附件2-1", "附表一：", "附件"])
def test_the_number_of_an_annex_changes_nothing(over: str) -> None:
    form = read(over, "承诺书", "我叫景小槐，我郑重承诺：", *PROMISES, *END)
    assert (form.title.text, form.signing.date.day is not None) == ("承诺书", True)


def test_the_owner_over_a_title_is_no_letterhead() -> None:
    assert read("中共水井村支部委员会", "公开承诺书", *PROMISES).unit == "中共水井村支部委员会"
    assert read("水井镇中学", "党支部公开承诺书", *PROMISES).unit == "水井镇中学党支部"


def test_a_serial_number_between_house_and_title_is_no_part_of_either() -> None:
    form = read("水井镇中学", "编号：017", "党支部公开承诺书", *PROMISES)
    assert (form.unit, [p.text for p in form.unread]) == ("水井镇中学党支部", ["编号：017"])


def test_a_slogan_in_the_title_names_nobody() -> None:
    assert read("同舟共济  克难奋进\n——水井站党支部承诺书", *PROMISES).unit == "水井站党支部"
    assert read("2012年度爱水井 护水源 作贡献党支部公开承诺书", *PROMISES, "水井站党支部", "2012年3月5日").unit == "水井站党支部"


@pytest.mark.parametrize("last", ["青石镇党委办公室印制", "青石镇党委办公室　　　2012年4月20日印发", "抄送：青石镇纪委。", "（共印30份）"])
def test_who_printed_the_paper_signs_nothing(last: str) -> None:
    form = read("党员承诺书", *PROMISES, *END, last)
    assert (str(form.signing.date.day), form.signing.signer) == ("2012-03-05", "景小槐")
    assert last in [p.text for p in form.unread]


def test_a_page_number_in_a_cell_is_no_word_of_a_promise() -> None:
    form = read("党支部公开承诺书", [["序号", "承诺事项"], ["1", "- 3 -\n井绳断了当天换新"], ["2", "每日清洗井台一次\n（下接附页）"]])
    assert [item.text for item in split(form)] == ["井绳断了当天换新", "每日清洗井台一次"]


@pytest.mark.parametrize("title", ["2015年度公开承诺书", "2015年度党支部公开承诺书", "创先争优公开承诺（2011年）"])
def test_a_house_over_the_title_promises_where_nobody_else_is_named(title: str) -> None:
    form = read("青石镇水井村党支部", title, *PROMISES, "2012年3月5日")
    assert (form.kind.value, form.unit) == ("org", "青石镇水井村党支部")


@pytest.mark.parametrize("field", ["党组织名称：水井村党支部", "姓名：景小槐　　所在党支部：水井村党支部"])
def test_a_house_over_the_title_is_none_of_a_form_that_names_its_own(field: str) -> None:
    form = read("中共青石镇委员会", "2012年度公开承诺书", field, *PROMISES, *END)
    assert form.unit == "水井村党支部"
