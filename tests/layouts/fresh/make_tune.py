# ruff: noqa: E501, RUF001, RUF003, D103
"""Makes the forms of `tune/` (odd numbers): `python tests/layouts/fresh/make_tune.py`."""

from __future__ import annotations

from maker import Doc


def f001() -> None:
    d = Doc("f001", "Village letter without a table; numbers doubled (two 3) and mixed full and half width; signed by unit and secretary.")
    d.form("org", ref="2008-03-02", year=2008, sign="2008-03-02", org_name="柳坝乡石门坎村党支部", head="冉启贵")
    d.title("公 开 承 诺 书")
    d.p("全村父老乡亲：")
    d.p("新的一年开始了，经支部大会讨论、村民代表提意见，我们把今年要做的事写在这里，贴在村口，请大家看着我们做。", indent=2)
    d.p("[[1.|把三组到五组2.6公里的机耕道铺上砂石，5月插秧前铺完。]]\n[[2．|给村小学买课桌椅40套，九月一号开学前送到教室。]]\n[[3、|打机井2口，解决上寨32户人畜饮水困难,年底出水。]]\n"
        "[[3、|村里的账每个季度的头一个月10号前在公开栏公布一次，群众有不懂的由会计当面讲清。]]\n[[4.|村干部不得用公款吃喝，来客一律在食堂。]]\n[[5.|加强团结，搞好服务]]", indent=2)  # fmt: skip
    d.p("以上几条，说到做到。做不到的，请大家批评，监督电话000-3300018。", indent=2)
    d.p("承诺单位：柳坝乡石门坎村党支部", align="r")
    d.p("党支部书记：冉启贵", align="r")
    d.p("2008年3月2日", align="r")
    d.save()


def f003() -> None:
    d = Doc("f003", "Ledger with columns in unusual order (deadline and person first, number last); the header words are 兑现时间, 包抓人, 说到的事.", pdf=True)
    d.form("org", ref="2012-02-20", year=2012, sign="2012-02-20", approval="2012-02-27", org_name="中共青溪镇委员会", member_count="1286", head="阎树森", phone="00033-550011")
    d.title("青溪镇党委二〇一二年承诺践诺明白纸")
    d.table([
        ["党组织", {"t": "中共青溪镇委员会", "c": 2}, "党员数", "1286名"],
        ["负责人", {"t": "阎树森", "c": 2}, "电 话", "00033-550011"],
    ], [2.4, 4, 2.6, 2.4, 4.6])  # fmt: skip
    d.p()
    d.table([
        ["兑现时间", "包抓人", "说到的事", "怎么办", "编号"],
        ["@=:6月30日前", "@=:乔国梁", "@=:镇敬老院加盖两层，新增床位60张", "@=:争取民政资金80万元，镇上配套20万元", "@#:①"],
        ["@=:9月底", "@=:阎树森", "@=:青溪河三座漫水桥全部改成平板桥", "@=:招标施工，村村派监督员", "@#:②"],
        ["@=:全年", "@=:卫 燕", "@=:为18个村的党员各办一期种养技术培训班", "@=:请农校老师到村里讲", "@#:③"],
        ["@=:每月15日", "@=:全体班子成员", "@=:书记、镇长大接访", "@=:在信访室轮流坐班，当日登记、十日内答复", "@#:④"],
        ["@=:长期", "@=:纪委 苗双喜", "@=:厉行节约，压缩招待费", "@=:——", "@#:⑤"],
    ], [2.4, 2.4, 4.8, 5, 1.4])  # fmt: skip
    d.p()
    d.table([["作出承诺的党组织（盖章）\n\n2012年2月20日", "县委组织部审定意见\n同意，按时兑现。\n（盖章）2012年2月27日"]])
    d.save()


def f005() -> None:
    d = Doc("f005", "Secretary of a school: each promise is a heading whose sub-list says how; table of fields, promises in one wide cell.")
    d.form("secretary", ref="2010-12-18", year=2010, sign="2010-12-18", approval="2010-12-22", name="桑志远", gender="男", birth="1964-09", post="党总支书记、副校长",
           tenure_start="2006-08", phone="00066-7700123", org_name="临泽三中党总支")  # fmt: skip
    d.title("党组织书记公开承诺书")
    d.p("（2011年度）", align="c")
    d.table([
        ["姓名", "桑志远", "性别", "男", "出生年月", "1964.09"],
        ["职务", "党总支书记、副校长", "任职时间", "2006.08", "联系方式", "00066-7700123"],
        ["党组织名称", {"t": "临泽三中党总支", "c": 5}],
        [{"t": "公开承诺事项", "v": 1}, {"t":
            "[[一、|2011年8月底前建成学生浴室\n1．暑假动工，安装淋浴喷头48个；\n2．寄宿生每人每周免费洗浴一次；\n3．由总务处王文凯负责。]]\n"
            "[[二、|每学期听课不少于40节\n1．其中青年教师的课不少于25节；\n2．课后当天反馈。]]\n"
            "[[三、|带好党员教师队伍\n1．坚持“三会一课”；\n2．抓好师德教育。]]\n"
            "[[四、|公开学校收支\n1．每学期末向教代会报告一次；\n2．大宗采购一律招标。]]\n（签字）桑志远\n2010年12月18日", "c": 5}],
        ["上一级党组织审定意见", {"t": "同意所承诺内容。\n（盖章）\n2010年12月22日", "c": 5, "align": "r"}],
    ])  # fmt: skip
    d.p("注：承诺书一式四份，本级组织存一份，公示一份，上报两份。", size=10)
    d.save()


def f007() -> None:
    d = Doc("f007", "Residents' committee: every label stands above its value (row of labels, row of values); promises in a borderless table with ordinals in their own cells.")
    d.form("org", ref="2016-04-11", year=2016, sign="2016-04-11", approval="2016-04-15", org_name="桂花巷社区党委", head="费小琴", member_count="213", phone="000-62220007")
    d.title("社区党组织公开承诺书")
    d.table([
        [{"t": "党组织名称", "bold": True}, {"t": "书  记", "bold": True}, {"t": "党员人数（人）", "bold": True}, {"t": "联系电话", "bold": True}],
        ["桂花巷社区党委", "费小琴", "213", "000-6222 0007"],
    ])  # fmt: skip
    d.p("2016年我们向居民群众承诺办好下列事情：", bold=True)
    d.table([
        ["@#:1", "@=:7、9、11栋老楼外墙渗漏维修，雨季（6月20日）前修完。"],
        ["@#:2", "@=:每周三下午请中医院医生在居民活动室义诊。"],
        ["@#:3", "@=:在巷口安装电动车充电桩2组、24个插口，国庆节前通电。"],
        ["@#:4", "@=:高龄独居老人19人,网格员每天打一个电话或敲一次门。"],
        ["@#:5", "@=:党员会议迟到的在群里通报。"],
    ], [1.2, 14.8], grid=False)  # fmt: skip
    d.table([["承诺党组织（印章）", "街道党工委意见（印章）"], ["\n2016年4月11日", "可以公示\n2016年4月15日"]])
    d.save()


def f009() -> None:
    d = Doc("f009", "Service window: a list of boxes, some ticked, some left open; the open ones are no promises. Word content controls hold the values.")
    d.form("member", ref="2015-05-06", year=2015, sign="2015-05-06", approval="2015-05-08", name="郗美兰", post="不动产登记窗口综合岗", branch="政务大厅第二党支部", joined="2009-06")
    d.title("窗口党员“亮身份、亮承诺”登记卡", 18)
    d.p("姓名：%[郗美兰]%    岗位：%[不动产登记窗口综合岗]%    窗口编号：%[B17]%")
    d.p("所在党支部：%[政务大厅第二党支部]%    入党时间：%[2009年6月]%")
    d.p("我承诺（在□中打√，只对打√的项目作出承诺）：", bold=True)
    d.p("[[☑|材料齐全的，抵押登记三个工作日办结]]\n□ 上门为行动不便的群众办件\n[[☑|一次告知补正材料，不让群众跑第二趟]]\n[[☑|每天提前15分钟到岗，先开机、再开门]]\n□ 节假日预约值班\n[[☑|其他：替外地老人免费复印、邮寄证书]]", indent=2)
    d.p("承诺人签名：郗美兰          2015年5月6日")
    d.p("支部意见：同意，请张贴在窗口左侧。    （章）  2015年5月8日")
    d.save()


def f011() -> None:
    d = Doc("f011", "A table of promises nested in the promise cell of the printed form; the signature stands below it in the same cell.", pdf=True)
    d.form("org", ref="2011-03-14", year=2011, sign="2011-03-14", approval="2011-03-18", org_name="土木工程系教工党支部", member_count="27", head="尉迟明", phone="56001")
    d.title("2011年度基层党组织公开承诺书")
    d.table([
        ["党组织名称", "土木工程系教工党支部", "党员人数", "27"],
        ["党组织负责人", "尉迟明", "联系电话", "56001"],
        [{"t": "公开承诺事项及完成时  限"}, {"t": "经支部大会研究，今年承诺如下：", "c": 3, "w": [1.2, 6.6, 3.2], "n": [
            ["序号", "承诺事项", "完成时限"],
            ["@#:1", "@=:建成结构实验开放平台，向本科生每周开放12学时", "@=:2011年9月"],
            ["@#:2", "@=:每位党员教师联系2个学生寝室", "@=:4月起"],
            ["@#:3", "@=:制定《教研室集体备课办法》并印发", "@=:5月底前"],
            ["@#:4", "@=:与县水利站结对，免费检测农村危桥6座", "@=:暑假结束前"],
        ], "after": "（盖章）土木工程系教工党支部\n2011年3月14日"}],
        ["上一级党组织审定意  见", {"t": "同意。\n（盖章）\n2011年3月18日", "c": 3}],
    ], [2.6, 6, 2.6, 4.8])  # fmt: skip
    d.save()


def f013() -> None:
    d = Doc("f013", "Two members' forms in one file, a page each; the second leaves fields empty and its date masked.")
    d.form("member", ref="2012-03-09", year=2012, sign="2012-03-09", approval="2012-03-12", name="苟润生", gender="男", birth="1971-02", ethnicity="汉", post="电工班长", joined="1999-07",
           education="中专", branch="动力车间党支部")  # fmt: skip
    d.title("2012年度党员公开承诺书")

    def sheet(v: list[str], promises: str, opinion: str) -> None:
        d.table([
            ["党员姓名", v[0], "性别", v[1], "出生年月", v[2], "民族", v[3]],
            ["职务或职业", v[4], "入党时间", {"t": v[5], "c": 2}, "文化程度", {"t": v[6], "c": 2}],
            ["所在党支部", {"t": v[7], "c": 7}],
            ["公开承诺事项及完成时限", {"t": promises, "c": 7}],
            ["党支部审定意见", {"t": opinion, "c": 7}],
        ])  # fmt: skip

    sheet(["苟润生", "男", "1971.2", "汉", "电工班长", "1999.7", "中专", "动力车间党支部"],
          "[[1、|全年带徒弟2名，年底考到中级工证。]]\n[[2、|空压机房改造，六月份完成，年节电8万度。]]\n[[3、|下班后帮职工修电器，不收钱。]]\n（签名）苟润生\n2012年3月9日", "同意\n（盖章）\n2012年3月12日")  # fmt: skip
    d.page()
    d.form("member", ref="2012-03-12", year=2012, sign=None, approval="2012-03-12", name="马春妮", gender="女", birth="1985-11", ethnicity="回", post="仪表工", joined=None, education="大专",
           branch="动力车间党支部")  # fmt: skip
    d.title("2012年度党员公开承诺书")
    sheet(["马春妮", "女", "1985.11", "回", "仪表工", "", "大专", "动力车间党支部"],
          "[[1、|仪表校验差错为零。]]\n[[2、|第三季度前把旧图纸全部录入电脑。]]\n3、\n（签名）马春妮\n2012年  月  日", "同意\n（盖章）\n2012年3月12日")  # fmt: skip
    d.save()


def f015() -> None:
    d = Doc("f015", "The signature block stands above the promises; numbers （1） (2） 3） of mixed width with (4) left out.")
    d.form("member", ref="2019-01-21", year=2019, sign="2019-01-21", name="厍立民", post="环卫站驾驶员", branch="城管中心第三党支部", phone="13000000151")
    d.title("共产党员公开承诺书")
    d.p("承诺人：厍立民    职务：环卫站驾驶员    所属支部：城管中心第三党支部    电话：13000000151")
    d.p("承诺日期：2019年1月21日")
    d.p("─────────────────────────")
    d.p("本人自愿向组织和群众承诺：", indent=2)
    d.p("[[（1）|出车前检查一遍车况，全年无责任事故。]]\n[[(2）|垃圾日产日清,6点半以前收完责任区的36个点位；]]\n[[3）|春节期间值班五天，让外地同事回家。]]\n[[（5）|学会新车的液压维修,上半年自己能换密封圈.]]", indent=2)
    d.p("请领导和市民朋友监督。", indent=2)
    d.save()


if __name__ == "__main__":
    for name, make in list(globals().items()):
        if name.startswith("f0"):
            make()
