"""Lines that nobody ruled: which of them go on, what stands apart in them, and two forms on one sheet."""

from __future__ import annotations

import pytest

from extractors.formats import pdf
from extractors.model import Paragraph
from formats_pdf.drawing import FONT, XS, Box, draw, lines, tables, text

EM = 12.0


def _printed(rows, left=72.0, top=760.0):
    """The paragraphs of lines; a line is its words, each with the ems by which it stands off the one before."""

    def paint(canvas):
        canvas.setFont(FONT, EM)
        for nth, row in enumerate(rows):
            x = left
            for off, word in [(0, row)] if isinstance(row, str) else row:
                x += off * EM
                canvas.drawString(x, top - 20 * nth, word)
                x += canvas.stringWidth(word, FONT, EM)

    return [b.text for b in pdf.read(draw(paint)).blocks if isinstance(b, Paragraph)]


def test_a_label_over_its_value_is_no_wrapped_line():
    boxes = (Box(0, 0, ("姓名", "谷雨")), Box(0, 1, ("所在支部", "粮站支部")), Box(0, 2, ("性别", "女")), Box(0, 3, ("学历", "大专")))

    def paint(canvas):
        lines(canvas, boxes, XS, (700.0, 650.0))
        text(canvas, boxes, XS, (700.0, 650.0))

    cells = tables(pdf.read(draw(paint)))[0].cells
    assert [c.text for c in cells] == ["姓名\n谷雨", "所在支部\n粮站支部", "性别\n女", "学历\n大专"]


def test_two_short_lines_of_one_length_are_two():
    assert _printed(["承诺单位（公章）：谷雨乡党委", "主要负责人（签字）：小满秋"]) == ["承诺单位（公章）：谷雨乡党委", "主要负责人（签字）：小满秋"]


def test_a_narrow_text_goes_on_beside_a_wider_foot():
    rows = ["①门诊早上七点四十分开诊，中午不关", "窗，急诊全天有人。", "②挂号缴费取药三处排队不超过十分", "钟，超过了加开一窗。", "③六月底前给辖区老人全部免费体检一", "次，体检率七成以上。",
            "④签约的慢病家庭，医生每季度上门一", "次，带药送到手里。", [(8, "谷雨乡卫生院党支部全体党员敬请各位患者监督")]]  # fmt: skip
    found = _printed(rows)
    assert len(found) == 5
    assert found[0] == "①门诊早上七点四十分开诊，中午不关窗，急诊全天有人。"


def test_names_below_one_another_are_no_text():
    assert len(_printed(["谷雨生", "小满秋", "白露霜", "秋分平", "立冬寒"])) == 5


def test_blanks_between_words_are_kept_where_the_file_has_none():
    row = [(0, "姓名"), (0.64, "谷雨"), (1.6, "性别"), (0.64, "男"), (1.6, "支部"), (0.32, "粮油集团第二仓储党支部")]
    assert _printed([row]) == ["姓名 谷雨  性别 男  支部 粮油集团第二仓储党支部"]


@pytest.mark.parametrize("gap", [0.3, 0.6])
def test_letter_spacing_is_no_blank(gap):
    assert _printed([[(gap, letter) for letter in "公开承诺书"]]) == ["公开承诺书"]


@pytest.mark.parametrize("gap", [0.1, 0.25])
def test_what_programs_set_before_digits_is_no_blank(gap):
    assert _printed([[(0, "每学期听课"), (gap, "12"), (gap, "节，六月底前完成")]]) == ["每学期听课12节，六月底前完成"]


def test_rows_of_words_that_stand_apart_are_no_wrapped_lines():
    rows = [[(0, label), (3, name), (9, day)] for label, name, day in (("承诺人签字", "谷雨", "时间：二〇一四年一月六日"), ("证明人签字", "小满", "时间：二〇一四年一月七日"))]
    assert len(_printed(["师傅寄语：谷雨同志肯吃苦，我会把手艺都教给他，不留一手，到年底他能独立上机操作", *rows])) == 3


def test_a_row_of_fields_is_no_beginning_of_the_text_below():
    row = [(0, "学校"), (1, "谷雨县石门中学"), (1.3, "姓名"), (1, "小满秋"), (1.3, "任教"), (1, "高二物理"), (1.3, "支部"), (1, "理科组党支部")]
    assert len(_printed([row, "当老师十九年，我最怕的是误人子弟。趁这次机会，说几句实在话："])) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("支部名称谷雨税务所党支部党员十四人负责人小满秋联系电话五五五零零零零办公地点一楼", "【窗口服务】"),
        ("支部审核意见：同意。请于年底前逐项对照。支部书记（签字）：小满秋2016年3月1日", "群众评议：好十四票，较好二票"),
        ("姓名谷雨班级护理一班年级一年级所在支部护理学院学生党支部寝室四号楼第五层4-512", "承诺："),
    ],
)
def test_a_full_line_ends_before_what_begins_anew(first, second):
    assert _printed([first, second]) == [first, second]


def test_a_point_behind_a_colon_leads_up_to_the_next_one():
    rows = ["在科研方面：一是十月底前组建论文互助小组四个，每两周碰头一次，年底出文集一册；", "二是本学年人均发表论文一篇。", "在服务方面：一是为全院同学免费维修电脑，每周六下午在三号楼大厅摆摊，风雨无阻；",
            "二是编印新生入学手册三百册。"]  # fmt: skip
    assert _printed(rows) == ["".join(rows[:2]), "".join(rows[2:])]


def test_two_forms_on_one_sheet_are_read_one_after_the_other():
    left = ["党员承诺书", "姓名：谷雨", "职务：组长", "支部：粮站党支部", "1、清明前栽完三亩花椒。", "2015年3月9日"]
    right = ["党员承诺书", "姓名：小满", "职务：出纳", "支部：粮站党支部", "1、每月十日公布一次账目。", "2、办培训班一期。", "2015年3月9日"]

    def paint(canvas):
        canvas.setFont(FONT, EM)
        for x, form in ((60, left), (430, right)):
            for nth, line in enumerate(form):
                canvas.drawString(x + 60 * (nth == 0), 540 - 20 * nth, line)

    found = [b.text for b in pdf.read(draw(paint, (842, 595))).blocks]
    assert found == [*left, *right]


FULL = "松果岭林场党总支二〇一九年度为民服务公开承诺事项责任登记公示一览表（存根联第一）"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([FULL, [(0, "填报单位：松果岭林场"), (3, "填报日期：2019年4月11日")]], id="a full title over a row"),
        pytest.param([[(0, "填报单位：松果岭林场党总支"), (6, "负责人：谷雨生"), (4, "职务：书记")], "填报日期：2019年4月11日"], id="a full row over a field"),
        pytest.param([[(0, "公示单位：松果岭林场党总支"), (6, "负责人：谷雨生"), (4, "职务：书记")], "做到四个当天：来件当天登记；"], id="a full row over promises"),
        pytest.param(["县机关党委意见：请在大厅公示栏张贴七个工作日之后再行组织实施为盼。2019-02-27", "公示情况：已公示，无异议。"], id="behind a date"),
        pytest.param(["党组织名称：松果岭林场第一护林中队与第二护林中队以及苗圃机修车间联合党支部委员会", "负责人：谷雨生"], id="a full field over another"),
        pytest.param(["问：今年打算怎样帮助学习有困难的孩子？每天放学留二十分钟陪他们练，不收任何费用。", "问：作业怎么布置？"], id="questions"),
        pytest.param([[(0, "1"), (1.5, "七月一日之前把老楼的外墙渗漏全部修好，并且请住户代表逐户检查验收签字确认。")], [(0, "2"), (1.5, "每周三下午义诊。")]], id="bare numbers"),
        pytest.param(["☑本学期各科平均成绩八十五分以上并且全部课程按时出勤，不挂科、不迟到、不早退", "☑每周到图书馆服务两小时"], id="boxes to tick"),
    ],
)
def test_what_begins_anew_is_not_joined(rows):
    assert len(_printed(rows)) == len(rows)


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ([[(0, "姓名：谷雨生"), (3.5, "职务：松果岭林场机修车间党支部书记"), (4, "任职时间：")], [(0, "2009年12月"), (2, "电话：5550000")]], "任职时间：2009年12月"),
        (["支部书记对全体党员公开作出的上述各项承诺表示同意并负责监督落实。谷雨生2019年10", "月9日"], "2019年10月9日"),
        (["镇党委对松果岭村党支部公开作出的上述各项承诺表示同意并负责监督落实。谷雨生2019", "年3月8日"], "2019年3月8日"),
        (["镇党委对松果岭村党支部公开作出的各项承诺表示同意并且负责监督落实到位。书记谷雨生", "2019.7.3"], "谷雨生 2019.7.3"),
    ],
)
def test_what_the_edge_cut_is_whole_again(rows, whole):
    (found,) = _printed(rows)
    assert whole in found


def test_an_indented_line_is_not_centred():
    rows = ["松果岭村党支部向全体村民公开承诺下面几件事情，请大家监督，年底由大家来评议打分。"]
    points = ["1.职工书屋七月一日开放，先配书一千本，由村里的妇女主任带着两位老师一起采", "购，支部派人轮值。", "2.六月底以前把村口的十盏路灯全部修好。", "3.每月十日公布一次村里的账目。"]
    found = _printed([*rows, *[[(0 if line.startswith("购") else 2.2, line)] for line in points]])
    assert len(found) == 4
    assert found[1].endswith("采购，支部派人轮值。")


def test_a_centred_row_of_fields_goes_on_centred():
    rows = [[(0.1, "承诺人：谷雨生"), (3.8, "岗位：环卫所清运班的驾驶员"), (3.8, "所在支部：松果岭乡镇环卫")], [(18, "所党支部")]]
    (found,) = _printed(["一、每天出车前绕车一圈，灯、刹车、油水全部查一遍，不带病上路，不抢时间，不冒险。", *rows])[1:]
    assert found.endswith("环卫所党支部")


@pytest.mark.parametrize(("last", "room", "then"), [
    ("二、抓好学生公寓文明建设，六号楼全部宿舍装上了晾衣", 3.0, "杆，2011年3月前完成。"), ("二、组织党员带领身边群众和村里的“红袖", 2.7, "标”巡逻队。"),
])  # fmt: skip
def test_a_mark_holds_on_to_what_stands_behind_it(last, room, then):
    """LibreOffice breaks before a character whose comma or quotation mark would be parted from the next word."""

    def paint(canvas):
        canvas.setFont(FONT, EM)
        wide = canvas.stringWidth(last, FONT, EM) + room * EM
        for left, across in ((90, wide + 14), (104 + wide, 100)):
            canvas.rect(left, 600, across, 120)
        for n, line in enumerate(("一、" + "路" * int(wide / EM - 3) + "。", last, then)):
            canvas.drawString(96, 700 - 14 * n, line)

    (table,) = tables(pdf.read(draw(paint)))
    assert table.cells[0].text.splitlines()[1:] == [last + then]


@pytest.mark.parametrize(("cell", "read"), [
    (("出生年月", "文化程度"), "出生年月\n文化程度"), (("出生年月", "文化程度", "入党时间"), "出生年月\n文化程度\n入党时间"), (("党支部书记", "签字"), "党支部书记签字"), (("党支部书记", "签字：谷雨"), "党支部书记\n签字：谷雨"),
])  # fmt: skip
def test_labels_below_each_other_in_a_cell_are_several(cell, read):
    xs = (70.0, 140.0, 280.0)
    boxes = (Box(0, 0, cell), Box(0, 1, ("谷雨",)))

    def paint(canvas):
        lines(canvas, boxes, xs, (700.0, 640.0))
        text(canvas, boxes, xs, (700.0, 640.0))

    assert tables(pdf.read(draw(paint)))[0].cells[0].text == read
