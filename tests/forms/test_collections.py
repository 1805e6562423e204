"""Several letters on a page, papers of a collection and of a web page, boards and walls; whose they are and what they are called."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, FormKind
from extractors.model.document import paragraphs

OWN = ["我是窑湾镇的一名粮站党员，现向大家承诺：", "1．仓里的风机每天查两遍。", "2．十月前教会新来的保管员看温度表。"]
OTHER = ["我在卫生院抓药，作为党员我承诺：", "1．药价每月贴一次。", "2．老人的药送到床头。"]
FIRST, SECOND = "2012年4月2日", "2012年4月9日"


def told(*entries: Any) -> list[tuple[str, str, str, int]]:
    """Title, person, day and number of promises of each form."""
    return [(f.title.text, f.person, str(f.signing.date.day), len(split(f))) for f in find_forms(document(*entries))]


def texts(form: Form) -> list[str]:
    return [i.text for i in split(form)]


@pytest.mark.parametrize("between", [[], ["——————"], ["药房岗位"], ["【相关阅读】党员承诺怎样写"]])
def test_two_who_sign_with_a_day_wrote_two_letters(between: list[str]) -> None:
    found = told("党员承诺书", *OWN, "承诺人：稽山月", FIRST, *between, *OTHER, "承诺人：易水寒", SECOND)
    assert found == [("党员承诺书", "稽山月", "2012-04-02", 2), ("", "易水寒", "2012-04-09", 2)]


def test_an_opinion_behind_the_signature_is_no_letter() -> None:
    (form,) = find_forms(document("党员承诺书", *OWN, "承诺人：稽山月", FIRST, "支部意见：情况属实，同意承诺。", "窑湾镇粮站党支部", SECOND))
    assert (len(split(form)), str(form.signing.date.day), str(form.approval.date.day)) == (2, "2012-04-02", "2012-04-09")


def test_names_behind_promises_without_days_are_one_board() -> None:
    (form,) = find_forms(document("党员承诺书", *OWN, "承诺人：稽山月", *OTHER, "承诺人：易水寒", SECOND))
    assert len(split(form)) >= 4


@pytest.mark.parametrize("number", ["篇一：粮站党员承诺书", "范文1、粮站党员承诺书", "【篇一】粮站党员承诺书", "第一篇：", "粮站党员承诺书【一】"])
def test_papers_of_a_collection_are_counted(number: str) -> None:
    second = number.replace("一", "二").replace("1", "2")
    found = told(number, *OWN, "承诺人：稽山月", FIRST, second, *OTHER, "承诺人：易水寒", SECOND)
    assert found == [(number, "稽山月", "2012-04-02", 2), (second, "易水寒", "2012-04-09", 2)]


def test_what_a_page_says_around_a_collection_is_no_promise() -> None:
    head = ["首页 - 党建 - 范文", "党员承诺书（2篇）", "2012-05-06  来源：网友  点击：31"]
    tail = ["上一页 1 2 下一页", "声明：本站文章来自网络，侵权即删。"]
    found = told(*head, "篇一：粮站党员承诺书", *OWN, "承诺人：稽山月", FIRST, "篇二：药房党员承诺书", *OTHER, "承诺人：易水寒", SECOND, *tail)
    assert [(who, day, n) for _, who, day, n in found] == [("稽山月", "2012-04-02", 2), ("易水寒", "2012-04-09", 2)]


def test_papers_behind_a_notice_under_plain_titles() -> None:
    notice = ["关于公布承诺的通知", "各支部：", "现将镇里的承诺印发给你们，请遵照执行。", "中共窑湾镇委员会", "2012年4月1日"]
    own = ["附件1", "窑湾镇党委公开承诺", "各位乡亲：", "今年镇党委公开承诺：", "1．修好两座桥。", "2．办好三所幼儿园。", "中共窑湾镇委员会", FIRST]
    other = ["附件2", "窑湾镇党员干部公开承诺", "1．不吃请。", "2．每月驻村八天。", "窑湾镇全体党员", SECOND]
    assert [title for title, *_ in told(*notice, *own, *other)] == ["窑湾镇党委公开承诺", "窑湾镇党员干部公开承诺"]


@pytest.mark.parametrize(
    ("title", "signed", "unit"),
    [
        ("粮站党支部公开承诺书", "中共窑湾镇粮站支部委员会", "中共窑湾镇粮站支部委员会"),
        ("粮站党支部公开承诺书", "中共窑湾镇委员会", "粮站党支部"),
        ("保粮安 促增收 当先锋党支部公开承诺书", "窑湾镇粮站党支部", "窑湾镇粮站党支部"),
        ("窑湾镇各党支部公开承诺书", "中共窑湾镇委员会", "中共窑湾镇委员会"),
    ],
)
def test_an_organisation_is_called_by_its_full_name(title: str, signed: str, unit: str) -> None:
    (form,) = find_forms(document(title, "我支部承诺：", "1．夏粮随到随收。", "2．粮款当天付清。", signed, FIRST))
    assert (form.kind, form.unit) == (FormKind.ORG, unit)


def test_an_organisation_over_what_it_promises_is_no_field() -> None:
    (form,) = find_forms(document("窑湾镇各支部公开承诺书", "粮站党支部：粮款当天付清，磅秤每月校一次；", "桥头村党支部：修好机耕路，装灯二十盏。", "中共窑湾镇委员会", FIRST))
    assert not form.fields
    assert texts(form) == ["粮站党支部：粮款当天付清，磅秤每月校一次；", "桥头村党支部：修好机耕路，装灯二十盏。"]


@pytest.mark.parametrize("line", ["报：镇党委　　送：纪委、工会", "抄送：镇党委办公室"])
def test_to_whom_a_copy_goes_hides_no_signature(line: str) -> None:
    (form,) = find_forms(document("粮站党支部“两诺”承诺书", "一诺——快：卸粮不过夜；", "二诺——准：磅秤每月校一次。", "窑湾镇粮站党支部", "书记：稽山月", FIRST, line))
    assert ({f.key: f.value for f in form.fields}, form.unit, len(split(form))) == ({"head": "稽山月"}, "窑湾镇粮站党支部", 2)


@pytest.mark.parametrize("title", ["竞职承诺", "学习实践活动整改承诺", "向全体师生的承诺", "窑湾镇党委公开承诺十件实事"])
def test_a_line_in_the_middle_that_ends_with_the_word_is_the_title(title: str) -> None:
    form = find_forms(document({"p": title, "style": "title"}, "1．夏粮随到随收。", "2．粮款当天付清。", "稽山月", FIRST))[0]
    assert (form.title.text, len(split(form))) == (title, 2)


@pytest.mark.parametrize("lines", [["窑湾镇召开公开承诺大会", "会上，书记代表党委向群众郑重承诺：一是修桥两座；二是办幼儿园三所。"], ["窑湾镇党员亮出承诺", "本报讯（通讯员易水寒）昨天，镇党委向群众郑重承诺：一是修桥两座；二是办幼儿园三所；三是把水管接到每家灶台。"]])
def test_a_report_is_no_form(lines: list[str]) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document({"p": lines[0], "style": "title"}, lines[1]))


def test_a_list_of_people_with_their_posts_in_one_column() -> None:
    rows = [
        ["姓名（岗位）", "序号", "承诺内容", "兑现时间", "见证人"],
        [{"t": "稽山月（保管）", "rows": 2}, "1", "粮温每天量两遍", "全年", ""],
        ["2", "带出一名徒弟", "十月底", ""],
        [{"t": "易水寒（司磅）", "rows": 2}, "1", "磅秤每月校一次", "每月", ""],
        ["2", "排队的人有凳子坐", "六月底", ""],
    ]
    (form,) = find_forms(document("粮站党员承诺清单", rows))
    assert texts(form) == ["粮温每天量两遍\n全年", "带出一名徒弟\n十月底", "磅秤每月校一次\n每月", "排队的人有凳子坐\n六月底"]


def test_a_subject_beside_the_names_over_several_columns_of_promises() -> None:
    rows = [["姓名", "任教学科", "岗位承诺", "师德承诺", "服务承诺"], ["稽山月", "语文", "作文面批", "不收礼", "每月家访三户"], ["易水寒", "体育", "课间操每天带队", "不挖苦学生", "周六开放操场"]]
    (form,) = find_forms(document("窑湾小学党员教师承诺表", rows, "窑湾小学党支部", FIRST))
    assert (len(split(form)), form.fields) == (2, ())


def test_several_people_of_one_board_have_no_field_in_common() -> None:
    lines = ["姓名：稽山月　职务：站长", "承诺事项：1．粮温每天量两遍。2．磅秤每月校一次。", "姓名：易水寒　职务：会计", "承诺事项：1．粮款当天付清。2．账目每季度贴一次。"]
    (form,) = find_forms(document("粮站两委成员承诺公示", *lines, "窑湾镇粮站党支部", FIRST))
    assert (form.fields, texts(form)) == ((), ["粮温每天量两遍。", "磅秤每月校一次。", "粮款当天付清。", "账目每季度贴一次。"])


def test_branches_over_their_promises_in_two_columns() -> None:
    rows = [["支部名称", "承诺内容"], ["粮站党支部", "1．粮款当天付清。\n2．磅秤每月校一次。"], ["桥头村党支部", "1．修桥一座。\n2．装灯二十盏。"]]
    (form,) = find_forms(document("窑湾镇各支部公开承诺书", rows, "中共窑湾镇委员会", FIRST))
    assert [(i.text, i.headings) for i in split(form)][::2] == [("粮款当天付清。", ("粮站党支部",)), ("修桥一座。", ("桥头村党支部",))]
    assert not form.fields


def test_the_two_sides_of_a_double_promise_are_one_form() -> None:
    left = f"1．粮款当天付清。\n2．磅秤每月校一次。\n党支部（盖章）：窑湾镇粮站党支部\n{FIRST}"
    right = f"1．仓库每天扫一遍。\n2．带出一名徒弟。\n党员（签名）：稽山月\n{FIRST}"
    lines = ["党支部承诺：", *left.split("\n"), "党员承诺：", *right.split("\n")]
    for content in ([[["党支部承诺", "党员承诺"], [left, right]]], lines):
        (form,) = find_forms(document("党支部和党员双承诺书", *content))
        assert texts(form) == ["粮款当天付清。", "磅秤每月校一次。", "仓库每天扫一遍。", "带出一名徒弟。"]
        assert str(form.signing.date.day) == "2012-04-02"


def test_the_last_of_several_promisers_gives_no_name() -> None:
    lines = ["我承诺，夜里有人敲窗就起来抓药。", "承诺人：稽山月", "我承诺，每周给三户老人送一次药。", "承诺人：易水寒", "我承诺，处方一张一张核对。", "承诺人：温如玉"]
    (form,) = find_forms(document("窑湾卫生院党员承诺书", *lines, FIRST))
    assert (form.fields, texts(form)) == ((), ["夜里有人敲窗就起来抓药。", "每周给三户老人送一次药。", "处方一张一张核对。"])


RECORD = [["时间", "践诺内容", "证明人"], ["4月", "送药四次", "温如玉"], ["5月", "送药五次", "温如玉"]]


def test_a_record_of_what_was_done_promises_nothing() -> None:
    below = document("党员承诺书", *OWN, "承诺人：稽山月", FIRST, "践诺记录", RECORD)
    rows = [["姓名", "稽山月", "岗位"], ["承诺事项", {"t": "1．风机每天查两遍。\n2．教会保管员看温度表。", "cols": 2}], [{"t": "践诺记录", "cols": 3}], *RECORD]
    for paper in (below, document("党员承诺践诺卡", rows)):
        (form,) = find_forms(paper)
        assert len(split(form)) == 2


def test_people_below_one_another_in_a_table_have_no_field_in_common() -> None:
    own = [["姓名", "稽山月", "职务", "站长"], ["承诺内容", {"t": "1．粮温每天量两遍。\n2．磅秤每月校一次。", "cols": 3}]]
    other = [["姓名", "易水寒", "职务", "会计"], ["承诺内容", {"t": "1．粮款当天付清。\n2．账目每季度贴一次。", "cols": 3}]]
    (form,) = find_forms(document("粮站党员承诺公示栏", [*own, *other], "窑湾镇粮站党支部", FIRST))
    assert (form.fields, len(split(form))) == ((), 4)
    (alone,) = find_forms(document("党员承诺书", [*own, ["承诺人签名", {"t": "稽山月", "cols": 3}]]))
    assert {f.key: f.value for f in alone.fields} == {"name": "稽山月", "post": "站长"}


def test_a_salutation_in_a_cell_heads_nothing() -> None:
    letter = f"全体社员：\n我支部承诺：\n1．粮款当天付清。\n2．磅秤每月校一次。\n窑湾镇粮站党支部\n{FIRST}"
    (form,) = find_forms(document("粮站党支部公开承诺书", [[{"t": letter, "cols": 2}], ["社员意见", "满意"], ["镇党委意见", f"同意。{SECOND}"]]))
    assert [(i.text, i.headings) for i in split(form)] == [("粮款当天付清。", ()), ("磅秤每月校一次。", ())]


def test_forms_below_one_another_in_one_table() -> None:
    title = [{"t": "党员承诺书", "cols": 2}]
    own = [title, ["姓名", "稽山月"], ["承诺", "1．粮温每天量两遍。\n2．磅秤每月校一次。"], ["签名", f"稽山月　{FIRST}"]]
    other = [title, ["姓名", "易水寒"], ["承诺", "1．粮款当天付清。\n2．账目每季度贴一次。"], ["签名", f"易水寒　{SECOND}"]]
    assert told([*own, *other]) == [("党员承诺书", "稽山月", "2012-04-02", 2), ("党员承诺书", "易水寒", "2012-04-09", 2)]
    assert [who for _, who, *_ in told([["编号", "粮12"], *own, *other])] == ["稽山月", "易水寒"]


def test_a_notice_that_shows_what_is_promised() -> None:
    head = ["窑湾县粮食局文件", "窑粮党〔2012〕3号", "关于公布局党委公开承诺事项的通知", "局属各支部：", "经研究，现将局党委2012年公开承诺事项公布如下，请大家监督："]
    (form,) = find_forms(document(*head, "一、新建粮库两座，十月底前收粮。", "二、磅秤每月校一次，校准单贴在秤旁。", "窑湾县粮食局党委", FIRST))
    assert [(i.text[:4], i.headings) for i in split(form)] == [("新建粮库", ()), ("磅秤每月", ())]


@pytest.mark.parametrize("title", ["粮站党员承诺选登", "粮站党员承诺书两则", "粮站党员承诺集锦", "粮站党员承诺墙", "粮站党员承诺誓词"])
def test_what_a_collection_is_called(title: str) -> None:
    found = told(title, *OWN, "承诺人：稽山月", FIRST, *OTHER, "承诺人：易水寒", SECOND)
    assert [(t, who) for t, who, *_ in found] == [(title, "稽山月"), ("", "易水寒")]


def test_what_stands_beside_a_title_in_its_row_is_not_lost() -> None:
    def half(name: str, number: str) -> list[Any]:
        return [[wide("党员公开承诺书", 3), f"编号{number}"], ["姓名", name, "职务", "保管员"], ["承诺事项", wide("1．粮温每天量两遍。\n2．磅秤每月校一次。", 3)]]

    found = find_forms(document(half("稽山月", "粮-017") + half("易水寒", "粮-018")))
    read = "".join(f.title.text + "".join(p.text for p in paragraphs(f.body)) + "".join(p.text for p in f.unread) + "".join(x.text for x in f.fields) for f in found)
    assert all(word in read for word in ("编号粮-017", "编号粮-018", "稽山月", "易水寒"))


def test_what_several_people_say_of_themselves_is_listed() -> None:
    def person(name: str, post: str) -> list[Any]:
        return [["姓名", name, "职务", post], ["承诺事项", wide("1．粮温每天量两遍。\n2．磅秤每月校一次。", 3)]]

    (form,) = find_forms(document("粮站党员承诺公示表", person("稽山月", "保管员") + person("易水寒", "司磅员")))
    assert not [f for f in form.fields if f.key in ("name", "post")]
    assert all(any(word in p.text for p in (*form.unread, *paragraphs(form.body))) for word in ("稽山月", "保管员", "易水寒", "司磅员"))
