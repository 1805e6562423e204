"""Forms copied from a web page: the page's own lines are taken out and listed, news about promises is no form."""

import pytest
from forms_paper import document

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.items import split

PROMISES = ("一、每日清洗公用水井的井台一次。", "二、井绳断了当天换新。")


def test_lines_of_the_page_are_listed_as_not_read() -> None:
    menu = ("欢迎光临水井管理站!今天是", "您现在的位置：首页>公告>正文", "水井管理站关于打水的若干承诺", "时间：2016年3月1日 来源：本站 阅读：12")
    (form,) = find_forms(document(*menu, "特作如下承诺：", *PROMISES, "扫一扫看手机版"))
    assert form.title.text == "水井管理站关于打水的若干承诺"
    assert {p.text for p in form.unread} == {menu[0], menu[1], menu[3], "扫一扫看手机版"}
    assert len(split(form)) == 2


def test_a_menu_over_the_title_goes_with_the_line_under_it() -> None:
    page = ("关于本站", "WELL HOUSE", "服务承诺", "- 分类：关于本站", "- 发布时间：2020-05-06 10:00", "- 访问量：7")
    (form,) = find_forms(document(*page, *PROMISES))
    assert (form.title.text, form.kind.value, len(split(form))) == ("服务承诺", "org", 2)
    assert [p.text for p in form.unread] == [line for line in page if line != "服务承诺"]


def test_a_house_over_the_title_is_no_menu() -> None:
    (form,) = find_forms(document("中共水井村支部委员会", "二〇一二年", "公开承诺书", "发布时间：2012-03-01", *PROMISES))
    assert "水井村" in form.title.text + form.unit


def test_dates_of_two_signatures_are_no_line_of_a_page() -> None:
    (form,) = find_forms(document("党员承诺书", *PROMISES, "承诺人：景小槐　日期：2012年3月1日　审核人：柳大堤　日期：2012年3月5日"))
    assert form.signing.date.day is not None
    assert form.unread == ()


def test_a_title_printed_twice_is_one() -> None:
    (form,) = find_forms(document("水井站公开承诺书", "来源：水井站　发布时间：2014年5月6日", "水井站公开承诺书", *PROMISES))
    assert form.title.text == "水井站公开承诺书"


@pytest.mark.parametrize(
    "text",
    [
        "近日，水井镇组织全体护井员签订公开承诺书，郑重承诺按时清洗井台。站长带头签名，他说承诺书贴在井边，方便大家看。",
        "敬爱的党组织：今年是水井村打井四十周年，一代代护井人用行动践行着对乡亲的庄严承诺，值得每个人认真学习，常常回想。",
        "水井镇把护井员的公开承诺作为今年的头一件事来抓，先由各村报名，再由镇里讨论，最后张榜，做到人人知晓，事事有人管。",
        "本镇水井站15名党员签署了“护井”承诺书，力争年底完成本支部承诺，大家在会上热烈发言，气氛很好，会议开了一个上午。",
        "水井行业28家作坊表示一定要看好水质，同时郑重承诺：不往井里倒脏水；井台天天清洗；井绳断了换新，不让打水的人空手回家。",
    ],
)
def test_who_reports_what_others_promise_hands_in_no_form(text: str) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document(text))


def test_a_title_that_tells_of_signing_is_none() -> None:
    with pytest.raises(NoFormFound):
        find_forms(document("水井站18名党员签下护井承诺书", "4月2日，水井站全体党员踊跃签名，随后逐一检查了镇上的水井，还清洗了全部井台，受到称赞。"))


def test_news_words_do_not_outweigh_who_speaks_for_himself() -> None:
    (form,) = find_forms(document("近日我支部开会，定下两件事，现公开承诺：", *PROMISES))
    assert len(split(form)) == 2


def test_verse_that_is_bound_by_its_end_is_a_form() -> None:
    (form,) = find_forms(document("护井歌", "井水清清井台光，党员承诺记心上；", "三月以前修井栏，五月以前换井桩；", "井绳每月查一遍，断了当天就换上；", "以上承诺经支部大会举手通过，张贴在井边。"))
    assert split(form)


def test_what_one_calls_oneself_is_no_person() -> None:
    (form,) = find_forms(document("为保证化验公正，本站公开作出以下自我承诺：", "1）不收送样人的礼。", "2）水样编号后再化验，谁送的样不让化验员知道。"))
    assert form.kind.value == "org"


def test_a_report_that_prints_the_list_in_full_is_read() -> None:
    lines = ("一、淘深老井六口。", "二、新修井栏二十副。", "三、更换井绳四十根。", "四、化验水质两次。")
    (form,) = find_forms(document("本报讯：昨日开会，镇长公开承诺今年办好四件打水的事，让全镇乡亲都喝上清水。", "水井镇今年四件事", *lines))
    assert len(split(form)) == len(lines)


def test_a_library_of_documents_speaks_at_the_head_too() -> None:
    head = ("水井站公开服务承诺", "- 1、下载文档前请先看清内容，本库不另做解释。", "- 2、“部分预览”的文档看不全的，可以退回。", "公开服务承诺")
    (form,) = find_forms(document(*head, *PROMISES))
    assert (form.title.text, len(split(form))) == (head[0], 2)
    assert [p.text for p in form.unread] == [head[1], head[2]]
