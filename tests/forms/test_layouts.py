"""Layouts that are not the printed ones: labels above, in one cell, in lines; ledgers; parts; several forms; sheets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, FormKind, Paragraph, Table


def one(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


def values(form: Form) -> dict[str, str | None]:
    return {f.key: f.value for f in form.fields}


def body(form: Form) -> list[Any]:
    return [b.text if isinstance(b, Paragraph) else [[c.text for c in row] for row in b.rows()] for b in form.body]


def test_header_above_values() -> None:
    form = one(
        "2012年度党员公开承诺书",
        [["姓名", "性别", "出生年月", "入党时间"], ["张三丰", "男", "1980.2", "2001.07"], ["承诺内容", wide("1.走访一户群众。\n承诺人签名：张三丰  2012年3月5日", 3)]],
    )
    assert values(form) == {"name": "张三丰", "gender": "男", "birth": "1980-02", "joined": "2001-07"}
    assert body(form) == ["1.走访一户群众。"]


def test_label_and_value_in_one_cell() -> None:
    form = one(
        "公开承诺书（2013年度）",
        [
            [wide("党组织名称：机电学院党总支", 2)],
            ["党员人数：四十六人", "负责人：王大力 联系电话：0731—8888777"],
            [wide("承诺事项：\n一、建成活动室一间。\n二、资助学生20名。\n党组织负责人（签字）：\n二〇一三年三月十日", 2)],
            [wide("上级党组织审核意见：同意\n（盖章）\n2013年2月30日", 2)],
        ],
    )
    assert values(form) == {"org_name": "机电学院党总支", "member_count": "46", "head": "王大力", "phone": "0731-8888777"}
    assert body(form) == ["一、建成活动室一间。", "二、资助学生20名。"]
    assert form.signing.date.day is not None
    assert (form.approval.opinion, form.approval.date.state) == ("同意", "impossible")


def test_pairs_in_running_lines() -> None:
    form = one(
        "党员承诺书", "姓名：张某  性 别：男  出生年月：1975年8月", "所在党支部：化工学院教工支部   职务/职称：讲师", "承诺内容：",
        "1、每学期听课10节。", "2、6月底前完成教材编写。", "承诺人（签名）：         2012年  月  日", "党支部审核意见：同意该同志承诺", "（盖章）  2012年3月20日",
    )
    assert values(form) == {"name": "张某", "gender": "男", "birth": "1975-08", "branch": "化工学院教工支部", "post": "讲师"}
    assert body(form) == ["1、每学期听课10节。", "2、6月底前完成教材编写。"]
    assert (form.signing.date.state, form.approval.opinion, form.year) == ("partial", "同意该同志承诺", 2012)


def test_ledger_inside_a_form_becomes_a_table_of_its_own() -> None:
    form = one(
        "2012年度基层党组织公开承诺书",
        [
            ["支部名称", wide("后勤一支部", 2), "党员数", wide("12", 2)],
            ["序号", "承诺事项", "目标", "措施", "完成时限", "责任人"],
            ["1", "修缮食堂", "改造500平米", "招标", "6月底", "李明"],
            ["2", "更换路灯", "40盏", "采购", "9月", "王华"],
            ["党支部意见", wide("同意\n（盖章）2012年3月1日", 5)],
        ],
    )
    (table,) = form.body
    assert isinstance(table, Table)
    assert [len(r) for r in table.rows()] == [6, 6, 6]
    assert table.cells[0].text == "序号"
    assert table.cells[0].row == 0
    assert values(form) == {"org_name": "后勤一支部", "member_count": "12"}
    assert form.approval.opinion == "同意"


def test_numbered_rows_beside_a_tall_label_stay_together() -> None:
    form = one("支部公开承诺书", [["支部名称", wide("一支部", 2)], [{"t": "承诺内容", "rows": 2}, "1", "每月走访"], ["2", "建活动室一间"], ["上级意见", wide("同意", 2)]])
    assert body(form) == [[["1", "每月走访"], ["2", "建活动室一间"]]]


def test_parts_keep_their_labels_as_headings() -> None:
    form = one(
        "党员公开承诺书",
        [["姓名", "李雷", "性别", "男"], ["共性\n承诺", wide("认真学习党章。", 3)], ["岗位承诺", wide("1.听课2节。\n2.论文2篇。", 3)], ["创新承诺", wide("建慕课1门。\n承诺人：李雷 2014.3.5", 3)]],
    )
    assert body(form) == ["共性承诺", "认真学习党章。", "岗位承诺", "1.听课2节。", "2.论文2篇。", "创新承诺", "建慕课1门。"]
    assert form.signing.signer == "李雷"


def test_unknown_rows_are_kept_and_life_stories_are_no_promises() -> None:
    form = one(
        "党员公开承诺书",
        [["姓名", "李雷", "性别", "男"], ["政治面貌", "中共党员", "籍贯", "湖南"], ["学习方面", wide("1.读书4本。2.写笔记2万字。", 3)], ["个人简历", wide("1998年毕业于湖南大学，" * 6, 3)]],
    )
    assert body(form) == ["学习方面", "1.读书4本。2.写笔记2万字。"]
    assert [u.text[:4] for u in form.unread] == ["政治面貌", "籍贯：湖", "个人简历"]


def test_second_table_on_the_next_page_goes_on_with_the_promises() -> None:
    first = [["党员姓名", "王小明", "性别", "男"], ["承诺内容", wide("一、读书10本", 3)]]
    second = [["", wide("二、写文章2篇。\n（签名）王小明 2012年3月5日", 3)], ["支部意见", wide("同意 2012年3月6日", 3)]]
    for between in ([], ["2012年度党员公开承诺书"]):
        form = one("2012年度党员公开承诺书", first, *between, second)
        assert body(form) == ["一、读书10本", "二、写文章2篇。"]
        assert (form.signing.signer, form.approval.opinion) == ("王小明", "同意")


def test_continuation_sheet_belongs_to_its_form() -> None:
    form = one(
        "2012年度基层党组织公开承诺书", [["党组织名称", "图书馆支部"], ["公开承诺事项", "一、开放自习室。\n（接下页）"]],
        "续页", [["公开承诺事项", "二、购书500册。\n（盖章）\n2012年3月1日"]],
    )
    assert form.continued
    assert body(form) == ["一、开放自习室。", "二、购书500册。"]
    assert form.signing.date.day is not None


def test_promises_on_an_extra_sheet() -> None:
    form = one("党员公开承诺书", [["姓名", "李雷", "性别", "男"], ["承诺内容", wide("见附页", 3)]], "1.每月学习一次。", "2.走访5户。", "承诺人：李雷", "2012年3月1日")
    assert body(form) == ["1.每月学习一次。", "2.走访5户。"]


def test_several_forms_in_one_file() -> None:
    forms = find_forms(document(
        "党员公开承诺书", "1. 上好一门课。", "承诺人：李大钊   2012．3．1",
        "党员公开承诺书", "1. 参加义务劳动4次。", "承诺人：王二  2012年3月2号",
        "共产党员公开承诺书", "我承诺：不迟到；每周值班一次。", "承诺人：赵六", "监督人：李四", "2012-3-3",
    ))
    assert [(f.index, f.person, str(f.signing.date.day)) for f in forms] == [(0, "李大钊", "2012-03-01"), (1, "王二", "2012-03-02"), (2, "赵六", "2012-03-03")]


def test_tables_that_name_another_member_begin_another_form() -> None:
    tables = [[["姓名", name, "性别", "男"], ["承诺事项", wide(f"1.{name}每月走访5户。", 3)]] for name in ("张三", "李四")]
    forms = find_forms(document("党员公开承诺书", *tables))
    assert [f.person for f in forms] == ["张三", "李四"]


def test_title_over_several_lines_and_spaced_letters() -> None:
    form = one("机电学院党总支", "2012年度", "公 开 承 诺 书", "一、安装路灯20盏。", "机电学院党总支（盖章）", "2012年3月")
    assert (form.kind, form.unit, form.year, form.signing.date.state) == (FormKind.ORG, "机电学院党总支", 2012, "partial")
    form = one("公", "开", "承", "诺", "书", "我支部承诺如下：", "一、安装路灯20盏。", "中共李家村支部委员会", "二O一二年三月五日")
    assert (form.title.text, form.unit, str(form.signing.date.day)) == ("公开承诺书", "中共李家村支部委员会", "2012-03-05")


def test_title_and_everything_inside_a_frame() -> None:
    form = one([["公开承诺书"], ["姓名：李雷   支部：机关支部"], ["1.每周学习2小时。\n2.走访群众5户。"], ["承诺人：李雷\n2012年3月1日"]])
    assert values(form) == {"name": "李雷", "branch": "机关支部"}
    assert body(form) == ["1.每周学习2小时。", "2.走访群众5户。"]


def test_superiors_opinion_counts_and_the_other_is_kept() -> None:
    form = one(
        "党员公开承诺书", "本人是电气学院党员李大钊，现承诺如下：", "1. 参加义务劳动4次。", "承诺人：李大钊\t\t2012年3月1日",
        "党支部审核意见：", "同意。", "书记签字：陈某", "2012年3月5日", "上级党组织意见：", "同意公示。", "（盖章）", "２０１２年３月１０日",
    )
    assert (form.approval.opinion, str(form.approval.date.day)) == ("同意公示。", "2012-03-10")
    assert any("陈某" in u.text for u in form.unread)


def test_unit_is_a_field_of_organisations_only() -> None:
    org = one("2012年公开承诺书", "单位：机电学院党总支        日期：2012年3月1日", [["承诺事项", "完成时限"], ["建实验室", "6月"]])
    assert values(org) == {"org_name": "机电学院党总支"}
    assert str(org.signing.date.day) == "2012-03-01"
    member = one("党员公开承诺书", [["姓名", "李雷"], ["工作单位", "校办"], ["承诺内容", "1.每月学习一次。"]])
    assert values(member) == {"name": "李雷"}
    assert member.unit == "校办"


def test_misspelt_and_lengthened_labels_are_read_with_less_confidence() -> None:
    form = one("党员公开承诺书", [["姓 名", "李雷", "家庭联系电话", ""], ["出生年月(岁)", "80年5月", "联糸电话", "13800000000"], ["承诺内容", wide("1.每月学习一次。", 3)]])
    assert values(form) == {"name": "李雷", "birth": "1980-05", "phone": "13800000000"}
    assert form.field("phone").confidence < 1  # type: ignore[union-attr]


def test_ledger_with_the_promisers_in_its_columns() -> None:
    rows = [["支部", "承诺人", "职务", "承诺事项", "完成时限"], ["一支部", "张三", "书记", "建活动室", "6月"], ["二支部", "李四", "委员", "办讲座", "7月"]]
    form = one("机关党员承诺公示表", rows)
    assert body(form) == [rows]
    assert form.fields == ()


def test_labels_without_colons() -> None:
    form = one("党员公开承诺书", "姓名 张三 性别 男 民族 汉", "所在党支部 一支部", "1.走访5户贫困户，送去慰问品。", "承诺人 张三", "2012年3月1日")
    assert values(form) == {"name": "张三", "gender": "男", "ethnicity": "汉", "branch": "一支部"}
    assert form.signing.signer == "张三"


def test_members_counted_in_a_running_line() -> None:
    form = one("流动党支部公开承诺书", "组织名称：驻东莞流动党支部　　党员：28人　　书记：麻建国", "1、介绍80名老乡进厂务工。", "2、设立维权热线一条。")
    assert values(form) == {"org_name": "驻东莞流动党支部", "member_count": "28", "head": "麻建国"}


def test_a_member_named_in_a_running_line_is_not_counted() -> None:
    form = one("党员公开承诺书", "党员：陈百人　　性别：男", "1、介绍80名老乡进厂务工。", "2、设立维权热线一条。")
    assert "member_count" not in values(form)


def test_a_ledger_with_its_rows_in_sections() -> None:
    form = one(
        "后勤集团党总支2013年公开承诺事项一览表", "填报单位：后勤集团党总支　　　　党员人数：1，206名",
        [["序号", "承诺事项", "工作目标", "完成时限", "责任人"], [wide("一、饮食服务", 5)], ["1", "食堂改造", "装摄像头24个", "8月25日前", "贺长松"],
         [wide("二、物业维修", 5)], ["2", "管网治理", "漏损率降到12%", "三季度末", "同上"]],
        "后勤集团党总支（章）", "2013年3月18日",
    )
    assert body(form)[0][1:3] == [["一、饮食服务"], ["1", "食堂改造", "装摄像头24个", "8月25日前", "贺长松"]]
    assert len(body(form)[0]) == 5
    assert values(form)["member_count"] == "1206"


@pytest.mark.parametrize(
    "header",
    [
        ["编号", "项目名称", "主要内容及目标", "实施周期", "牵头人", "配合单位", "评议人"],
        ["项次", "实事项目", "预期成效", "完成节点", "牵头部门", "协办单位", "监督人"],
        ["号", "为民项目", "做什么", "怎么做", "何时做", "谁来做", "谁评价"],
        ["序号", "需求来源", "服务内容", "服务地点", "频次", "联系人", "验收人"],
    ],
)
def test_ledgers_with_columns_of_other_names(header: list[str]) -> None:
    rows = [["1", "手机课堂", "教扫码、挂号，不少于30课", "全年", "易晓丹", "移动公司", "学员"], ["2", "充电棚", "新建充电桩80个", "5月1日前", "鲍勇", "安监站", "业委会"]]
    form = one("云栖社区党委2023年服务承诺项目清单", [header, *rows], "2023年2月20日")
    assert body(form) == [[header, *rows]]


@pytest.mark.parametrize(
    "line", ["承诺人：艾静　2020年3月6日", "承诺人：艾静        2020.3.6", "承诺人（签名）：艾静　　2020年3月6日", "承诺人：艾 静　日期：2020年3月6日", "签名：艾静　2020年3月6日"]
)
def test_the_signature_right_under_the_last_table(line: str) -> None:
    form = one(
        "共产党员公开承诺书", [["姓名", "艾静", "性别", "女"]],
        [["承诺内容", "完成时限"], ["组织护士42名考核过关", "5月31日"], ["修订应急预案并印发", "6月下旬"]], line,
    )
    assert (form.signing.date.day, form.signing.signer, form.year) == (date(2020, 3, 6), "艾静", 2020)


def test_the_promiser_at_the_head_is_a_field_all_the_same() -> None:
    form = one("公开承诺书", "承诺人：艾静　入党时间：2013年6月", "一、每周走访一户。", "二、每月学习两次。", "2020年3月6日")
    assert values(form)["name"] == "艾静"
    assert values(form)["joined"] == "2013-06"


@pytest.mark.parametrize("label", ["任期承诺", "书记承诺", "整改承诺", "承诺服务事项", "践行承诺", "服务承诺"])
def test_a_single_label_of_promises_heads_none_of_them(label: str) -> None:
    form = one("党组织书记公开承诺书", [["姓名", "向德茂", "性别", "男"], [label, wide("一、修路3公里。\n二、办好卫生室。", 3)], ["上级审核意见", wide("同意。", 3)]])
    assert body(form) == ["一、修路3公里。", "二、办好卫生室。"]


def test_several_labels_of_promises_head_their_own() -> None:
    form = one("党员公开承诺书", [["姓名", "向德茂", "性别", "男"], ["学习承诺", wide("每月读一本书。", 3)], ["服务承诺", wide("每周走访一户。", 3)]])
    assert body(form) == ["学习承诺", "每月读一本书。", "服务承诺", "每周走访一户。"]


def test_the_branch_of_a_secretary_is_his_organisation() -> None:
    form = one("党组织书记公开承诺书", [["姓名", "向德茂", "任现职时间", "2014年1月"], ["所在党组织", wide("羊角岩村党总支", 3)], ["公开承诺事项", wide("一、修路3公里。", 3)]])
    assert values(form)["org_name"] == "羊角岩村党总支"


def test_title_and_fields_that_the_papers_edge_breaks() -> None:
    form = one(
        "社会保险服务大厅党支部“为民服务创先争优”公开承", "诺", "党支部：县社保中心大厅党支部　　党员人数：14　　负责人：苗青　　联系电话：", "0556-2219470",
        "为方便群众，支部承诺：", "①每月公开一次账目。", "②每周走访两户。", "2012.5.28",
    )
    assert form.title.text == "社会保险服务大厅党支部“为民服务创先争优”公开承诺"
    assert values(form) == {"org_name": "县社保中心大厅党支部", "member_count": "14", "head": "苗青", "phone": "0556-2219470"}


def test_a_row_for_each_dimension_holds_the_promises() -> None:
    form = one(
        "创先争优“五个好”公开承诺书",
        [["党组织名称", "县二中党支部", "书记", "段老师"], ["领导班子好", wide("支委每人联系2个班级，每周听课。", 3)], ["工作机制好", wide("出台学生会诊制度，5月实行。", 3)]],
    )
    assert body(form) == [[["领导班子好", "支委每人联系2个班级，每周听课。"], ["工作机制好", "出台学生会诊制度，5月实行。"]]]


@pytest.mark.parametrize(("label", "value", "wanted"), [
    ("姓名/性别", "张某/男", {"name": "张某", "gender": "男"}),
    ("负责人（电话）", "张某（3388002）", {"head": "张某", "phone": "3388002"}),
    ("党组织名称（盖章）", "机电学院党支部（教工）", {"org_name": "机电学院党支部(教工)"}),
    ("职务（岗位）", "教师（讲师）", {"post": "教师(讲师)"}),
])
def test_joint_labels_part_their_values_and_notes_do_not(label: str, value: str, wanted: dict[str, str]) -> None:
    form = one("公开承诺书", [[label, value], ["承诺事项", "一、修路3公里。\n二、通水60户。"]])
    assert {k: v for k, v in values(form).items() if k in wanted} == wanted


def test_an_empty_field_takes_no_promise_for_its_value() -> None:
    form = one("党员承诺书", "姓名：张某", "职务：", "为居民修电脑5台", "每月清扫楼道一次", "承诺人：张某", "2012年3月5日")
    assert values(form)["post"] is None
    assert body(form) == ["为居民修电脑5台", "每月清扫楼道一次"]


def test_print_in_a_bracket_is_no_seal() -> None:
    form = one("党支部承诺书", "承诺事项：", "编写资料汇编一册（打印装订）", "2012年3月5日")
    assert body(form) == ["编写资料汇编一册（打印装订）"]


@pytest.mark.parametrize(("other", "printed"), [("镇党委（盖章）：", True), ("乙方代表（签字）：", False)])
def test_of_two_who_sign_side_by_side_only_a_superior_approves(other: str, printed: bool) -> None:
    form = one("党支部承诺书", "一、修路3公里。", "二、通水60户。", [["承诺人（签字）：丰收年", other], ["2013年1月20日", "2013年1月22日"]])
    assert (form.signing.date.day, form.approval.printed) == (date(2013, 1, 20), printed)


def test_rows_that_count_are_a_ledger_whatever_their_header_says() -> None:
    rows = [["几号前", "谁来", "想好的名堂", "码子"], ["5月底", "陈二", "翻修井台四处", "①"], ["年底", "周小满", "送煤160斤到独居老人家", "②"]]
    form = one("党支部承诺书", [["党支部", "坪上村党支部", "书记", "陈大"], *rows])
    assert (body(form), values(form)) == ([rows], {"org_name": "坪上村党支部", "head": "陈大"})


def test_rows_that_count_without_a_header_follow_a_sentence() -> None:
    rows = [["1", "3、5、7号楼换下水管，6月完工。"], ["2", "每周三请医生义诊。"], ["3", "迟到的党员当众说明。"]]
    assert body(one("社区党组织公开承诺书", "我们承诺：", rows))[-1] == rows


def test_values_that_count_are_no_ledger() -> None:
    form = one("党员承诺书", [["姓名", "张某"], ["党员人数", "1"], ["家庭人口", "2"], ["承诺事项", "一、修路3公里。\n二、通水60户。"]])
    assert body(form) == ["一、修路3公里。", "二、通水60户。"]


def test_a_promise_that_runs_downwards_keeps_all_its_words() -> None:
    record = [["事项", "更换灰口铁管"], ["标准", "3公里，涉及900户"], ["责任人", "赖某"], ["期限", "10月底"]]
    form = one("党支部承诺书", "党支部：抢修队党支部", [["承诺一", *[""]], *record])
    assert record in body(form)


def test_notes_need_no_colon() -> None:
    form = one("党员承诺书", "姓名：张某", "1.修电脑5台。", "2.教会老人用手机20名。", "承诺人：张某", "2012年3月5日", "填 表 须 知", "1.承诺书由本人填写。", "2.应当写明时限。")
    assert body(form) == ["1.修电脑5台。", "2.教会老人用手机20名。"]


def test_rows_of_who_promised_and_who_checked_have_a_day_each() -> None:
    form = one("党支部公开承诺书", [
        ["党支部名称", "坪上村党支部", "书记", "陈大"], ["承诺事项", wide("1.修路3公里。\n2.通水60户。", 3)],
        ["承诺单位", "（公章）", "承诺日期", "2013.3.5"], ["审核单位", "（公章）", "审核日期", "2013.3.12"],
    ])  # fmt: skip
    assert (form.signing.date.day, form.approval.date.day) == (date(2013, 3, 5), date(2013, 3, 12))


def test_names_over_values_at_the_end_of_a_table() -> None:
    form = one("党员公开承诺书", [
        ["姓名", "支部", "电话"], ["张某", "坪上村党支部", "3388002"], [wide("1.修电脑5台。\n2.教会老人用手机20名。", 3)],
        ["承诺人签名", "承诺时间", "支部审核"], ["张某", "2013年3月5日", "同意 2013年3月12日"],
    ])  # fmt: skip
    assert (form.signing.date.day, form.approval.date.day) == (date(2013, 3, 5), date(2013, 3, 12))


def test_columns_of_two_signers_without_marks() -> None:
    form = one("党支部公开承诺书", "1.修路3公里。", "2.通水60户。", [["承诺人：", "审核人："], ["陈大", "吴某"], ["2013年3月5日", "2013年3月12日"]])
    assert (form.signing.date.day, form.approval.date.day) == (date(2013, 3, 5), date(2013, 3, 12))


def test_the_shortest_label_before_each_promise() -> None:
    form = one("党支部公开承诺书", "承诺：修好村口水渠", "承诺：办夜校两期", "柿树岭村党支部", "2013年2月26日")
    assert [i.text for i in split(form)] == ["修好村口水渠", "办夜校两期"]
