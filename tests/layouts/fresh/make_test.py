# ruff: noqa: E501, RUF001, RUF003, D103
"""Makes the forms of `test/` (even numbers): `python tests/layouts/fresh/make_test.py`. Nobody who works on the code reads this file."""

from __future__ import annotations

from maker import Doc


def f002() -> None:
    d = Doc("f002", "Hospital member: two columns only, label left and value right, a row a field; promises with （一） run on in one paragraph of a cell.")
    d.form("member", ref="2011-06-08", year=2011, sign="2011-06-08", approval="2011-06-10", name="宣玉梅", post="内二科护士长", branch="内科党支部", joined="2003-06", education="本科")
    d.title("创先争优党员公开承诺书")
    d.table([
        ["党员姓名", "宣玉梅"], ["现任职务", "内二科护士长"], ["入党时间", "2003年6月"], ["文化程度", "本科"], ["所在党支部", "内科党支部"],
        ["承诺内容及时限", "[[（一）|7月1日前在病房走廊加装扶手60米。]][[（二）|护士静脉穿刺一次成功率达到98%以上。]][[（三）|每月最后一个星期五开一次医患座谈会，意见三天内答复。]][[（四）|自觉抵制红包回扣。]]"],
        ["承诺人签名", "宣玉梅  二〇一一年六月八日"],
        ["支部审核意见", "同意公示。\n二〇一一年六月十日（盖章）"],
    ], [4, 12])  # fmt: skip
    d.save()


def f004() -> None:
    d = Doc("f004", "Merged label cell 承诺内容 down three rows; beside it a second merged column 岗位/共性/个性 heads the promises.")
    d.form("member", ref="2013-02-26", year=2013, sign="2013-02-26", approval="2013-03-01", name="鲜于波", gender="男", birth="1979-10", ethnicity="满族", post="采煤一队副队长", joined="2005-06",
           education="大专", branch="采煤一队党支部")  # fmt: skip
    d.title("共产党员践诺承诺表")
    d.table([
        ["姓 名", {"t": "鲜于波", "c": 2}, "性 别", "男"],
        ["民 族", {"t": "满族", "c": 2}, "出生年月", "1979年10月"],
        ["学 历", {"t": "大专", "c": 2}, "入党时间", "2005年6月"],
        ["职 务", {"t": "采煤一队副队长", "c": 2}, "党支部", "采煤一队党支部"],
        [{"t": "承\n诺\n内\n容", "r": 3}, "{{1|岗位承诺}}", {"t": "[[1.|本班全年零死亡、零重伤。]]\n[[2.|二季度末回采率提高到82%，比上年高2个百分点。]]", "c": 3}],
        ["{{1|共性承诺}}", {"t": "[[1.|按月足额交党费，支部活动不缺席。]]\n[[2.|不违章指挥。]]", "c": 3}],
        ["{{1|个性承诺}}", {"t": "[[1.|给四名工亡职工家属每户每季挑一次水、买一次煤。]]", "c": 3}],
        [{"t": "本人签字"}, {"t": "鲜于波    2013年2月26日", "c": 4}],
        [{"t": "党支部意见"}, {"t": "情况属实，同意。  2013年3月1日（章）", "c": 4}],
    ], [2, 3, 4, 3, 4])  # fmt: skip
    d.save()


def f006() -> None:
    d = Doc("f006", "Court member: fields in running lines, each value underlined after a colon; 第一条… numbered by Word.")
    d.form("member", ref="2014-03-31", year=2014, sign="2014-03-31", approval=None, name="闻人静", gender="女", birth="1983-04", post="民一庭审判员", joined="2006-12", branch="民事审判第一支部", phone="0000-2240006")
    d.title("法 官 党 员 公 开 承 诺 书")
    d.p("姓名：_[　闻人静　]_ 性别：_[ 女 ]_ 出生年月：_[ 1983年4月 ]_")
    d.p("职务：_[ 民一庭审判员 ]_ 入党时间：_[ 2006年12月 ]_")
    d.p("所在支部：_[  民事审判第一支部  ]_  联系电话：_[ 0000-2240006 ]_")
    d.p("　　公正与效率是法官的本分。为接受当事人和社会监督，特作如下承诺：")
    n = d.num("no")
    d.p("[[~第一条|　立案后五日内把应诉通知送到当事人手中。]]\n[[~第二条|　年内结案不少于180件，调解撤诉率60%以上。]]\n[[~第三条|　到梅岭乡开巡回法庭，一个季度一次。]]\n[[~第四条|　不接受当事人及其代理人的宴请、礼品。]]\n[[~第五条|　裁判文书自生效之日起7日内全部上网。]]", num=n)
    d.p("承诺人（签名）：_[   闻人静   ]_", align="r")
    d.p("日期：_[ 2014 ]_年_[ 3 ]_月_[ 31 ]_日", align="r")
    d.p("党支部审定意见：_[          ]_    日期：_[    ]_年_[   ]_月_[   ]_日")
    d.save()


def f008() -> None:
    d = Doc("f008", "University department: the 五个好 as bold headings in paragraphs, below each a list that Word numbers anew; fields in a one-row table.", pdf=True)
    d.form("org", ref="2010-10-26", year=2010, sign="2010-10-26", approval="2010-10-29", org_name="食品科学系党总支", member_count="94", head="逄建功", phone="000-88120045")
    d.title("创先争优公开承诺书")
    d.table([["党组织名称", "食品科学系党总支", "党员人数", "94", "负责人", "逄建功", "电话", "000-88120045"]], [2, 3.2, 1.6, 1.2, 1.6, 2, 1.4, 3])
    d.p()
    for head, items in (
        ("领导班子好", ["[[~1.|班子成员每人联系一个专业,每月听课一次。]]", "[[~2.|12月前开好专题民主生活会。]]"]),
        ("党员队伍好", ["[[~1.|全年发展学生党员20名，其中低年级不少于6名。]]"]),
        ("工作机制好", ["[[~1.|11月15日前出台《党总支会议制度》。]]", "[[~2.|建立健全长效机制。]]"]),
        ("工作业绩好", ["[[~1.|两年内申报硕士点一个]]", "[[~2.|毕业生初次就业率不低于92%；]]", "[[~3.|中试车间2011年3月投产。]]"]),
        ("群众反映好", ["[[~1.|为困难学生提供校内岗位35个，寒假前安排到人。]]"]),
    ):
        d.p(f"{{{{1|{head}}}}}", bold=True)
        n = d.num("dec")
        for one in items:
            d.p(one, num=n)
    d.p("承诺党组织（盖章）：食品科学系党总支          2010年10月26日")
    d.p("校党委审定意见：同意该总支的承诺。（盖章）    2010年10月29日")
    d.save()


def f010() -> None:
    d = Doc("f010", "Joint venture: every label and heading is bilingual (Chinese and English); promises a row each with English column heads.")
    d.form("member", ref="2018-03-05", year=2018, sign="2018-03-05", approval="2018-03-07", name="宗政宇", gender="男", birth="1988-12", post="质量工程师", joined="2012-05", branch="总装车间党支部")
    d.title("党员公开承诺书")
    d.p("Public Commitment of Party Member", align="c")
    d.table([
        ["姓名\nName", "宗政宇", "性别\nGender", "男 M", "出生年月\nDate of Birth", "1988.12"],
        ["职务\nPosition", {"t": "质量工程师", "c": 2}, "入党时间\nJoined", {"t": "2012.05", "c": 2}],
        ["党支部\nParty Branch", {"t": "总装车间党支部", "c": 5}],
        ["序号\nNo.", {"t": "承诺事项 Commitment", "c": 3}, {"t": "完成时间 Due", "c": 2}],
        ["@#:1", {"t": "@=:把门盖异响的返工率从3.1%降到1.5%", "c": 3}, {"t": "@=:2018年9月30日", "c": 2}],
        ["@#:2", {"t": "@=:给外方专家当志愿翻译，每周两小时", "c": 3}, {"t": "@=:全年", "c": 2}],
        ["@#:3", {"t": "@=:编一本《总装缺陷图册》，中英文对照", "c": 3}, {"t": "@=:Q2结束前", "c": 2}],
        ["@#:4", {"t": "@=:Keep learning，加强学习", "c": 3}, {"t": "@=:/", "c": 2}],
        ["签名\nSignature", {"t": "宗政宇", "c": 2}, "日期\nDate", {"t": "2018-03-05", "c": 2}],
        ["支部意见\nOpinion", {"t": "同意 Approved", "c": 2}, "日期\nDate", {"t": "2018-03-07", "c": 2}],
    ], [2.6, 3, 2.4, 2.6, 2.8, 2.6])  # fmt: skip
    d.save()


def f012() -> None:
    d = Doc("f012", "Text boxes: the promises stand in one box, signature and date in another; only the title and fields are ordinary paragraphs.")
    d.form("member", ref="2021-04-20", year=2021, sign="2021-04-20", name="召永福", post="食堂炊事员", branch="后勤党支部", joined="1996-07")
    d.title("我为师生办实事  党员公开承诺")
    d.p("姓名：召永福      岗位职务：食堂炊事员")
    d.p("所在支部：后勤党支部      入党时间：1996年7月")
    d.box("我的承诺\n[[★|五月份起每天推出一道3元以下的特价菜。]]\n[[★|学生过生日，凭学生证送一碗长寿面。]]\n[[★|餐具一餐一消毒，留样四十八小时。]]\n[[★|剩菜回收称重，每周贴出来，年底厨余减少20%。]]")
    d.box("承诺人：召永福\n2021年4月20日", 7, 2.4)
    d.save()


def f014() -> None:
    d = Doc("f014", "Continuation sheet: the form's cell ends with 转续页, a second page 续页 repeats the name and goes on with number 四; signature only there.")
    d.form("org", ref="2009-08-25", year=2009, sign="2009-08-25", approval="2009-08-31", org_name="洪渡水库管理处党支部", member_count="31", head="母志刚", phone="000-4460014")
    d.title("基层党组织公开承诺书")
    d.table([
        ["党组织名称", "洪渡水库管理处党支部", "党员人数", "31人"],
        ["党组织负责人", "母志刚", "联系电话", "000-4460014"],
        ["公开承诺事项及完成时限", {"t":
            "[[一、|10月底前完成东干渠清淤11公里。]]\n[[二、|下游七个村灌溉用水，接到申请24小时内放水。]]\n[[三、|给库区三所小学各建一个图书角，每个不少于500册，年底前建好。]]\n（转续页）", "c": 3}],
        ["上级党组织审定意见", {"t": "同意。\n（盖章） 2009年8月31日", "c": 3}],
    ], [3, 6, 3, 4])  # fmt: skip
    d.page()
    d.p("基层党组织公开承诺书（续页）", align="c", bold=True)
    d.table([
        ["党组织名称", "洪渡水库管理处党支部"],
        ["公开承诺事项及完成时限", "[[四、|汛期领导24小时带班，5月到9月不断。]]\n[[五、|每月5日贴出水费收支。]]\n[[六、|职工食堂不用公款招待。]]\n（盖章）\n2009年8月25日"],
    ], [3, 13])  # fmt: skip
    d.save()


if __name__ == "__main__":
    for name, make in list(globals().items()):
        if name.startswith("f0"):
            make()
