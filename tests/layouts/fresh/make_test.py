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


def f016() -> None:
    d = Doc("f016", "Opinions of 党小组, 党支部 and 党委 stand in three columns, each with its own date; signature in a row across.", pdf=True)
    d.form("member", ref="2012-04-05", year=2012, sign="2012-04-05", approval="2012-04-13", name="綦红霞", gender="女", birth="1980-08", ethnicity="汉族", joined="2008-07", post="收费站站长", branch="东岭收费站党支部", education="大专")
    d.title("党员公开承诺书")
    d.table([
        ["姓名", "綦红霞", "性别", "女", "民族", "汉族"],
        ["出生年月", "1980年8月", "入党时间", "2008年7月", "文化程度", "大专"],
        ["职务", {"t": "收费站站长", "c": 2}, "所在党支部", {"t": "东岭收费站党支部", "c": 2}],
        [{"t": "公开承诺事项及完成时限", "r": 1}, {"t":
            "[[1．|车道平均等候时间压到9秒以内，五一长假前见效。]]\n[[2．|设便民服务点，备开水、针线、晕车药、千斤顶，4月20日前。]]\n[[3．|绿色通道车辆查验一车一登记，零投诉。]]\n[[4．|帮助新收费员熟练点钞，每人每天练30分钟。]]\n[[5．|热爱本职，敬业奉献。]]", "c": 5}],
        [{"t": "承诺人签名：綦红霞　　　　　　2012年4月5日", "c": 6}],
        [{"t": "党小组意见", "c": 2, "align": "c"}, {"t": "党支部意见", "c": 2, "align": "c"}, {"t": "公司党委意见", "c": 2, "align": "c"}],
        [{"t": "属实\n\n2012年4月6日", "c": 2}, {"t": "同意\n（盖章）\n2012年4月9日", "c": 2}, {"t": "同意公示\n（盖章）\n2012年4月13日", "c": 2}],
    ])  # fmt: skip
    d.save()


def f018() -> None:
    d = Doc("f018", "Schedule: the time and the person stand in brackets or on lines of their own in the promise's own cell; categories across the table.")
    d.form("org", ref="2014-02-18", year=2014, sign="2014-02-18", approval="2014-02-25", org_name="石缸镇双沟村党支部", member_count="49", head="撒兴旺", phone="13000000018")
    d.title("2014年村党支部承诺事项一览表")
    d.table([
        ["支部名称", "石缸镇双沟村党支部", "支部书记", "撒兴旺"],
        ["党员数", "49", "手机", "13000000018"],
        [{"t": "{{1|为民办实事}}", "c": 4, "align": "c", "bold": True}],
        ["@#:1", {"t": "@=:双沟小桥重建（完成时限：汛期前；责任人：撒兴旺）", "c": 3}],
        ["@#:2", {"t": "@=:安装太阳能路灯45盏\n完成时限：2014年9月30日\n责任人：麻小军", "c": 3}],
        ["@#:3", {"t": "@=:核桃树嫁接改良600亩。时限：清明节前后。责任人：全体党员", "c": 3}],
        [{"t": "{{1|支部自身建设}}", "c": 4, "align": "c", "bold": True}],
        ["@#:4", {"t": "@=:远程教育站点每月放学用影片两场（完成时限：每月；责任人：邸会计）", "c": 3}],
        ["@#:5", {"t": "@=:村务监督小组凡账必审（完成时限：随时）", "c": 3}],
        ["支部盖章", "2014年2月18日", "镇党委意见", "同意 2014年2月25日"],
    ], [2, 7, 2.4, 4.6])  # fmt: skip
    d.save()


def f020() -> None:
    d = Doc("f020", "四优 sections with bracketed headings 【】; points inside run on in the paragraph with ①②; fields joined by slashes.")
    d.form("member", ref="2011-05-16", year=2011, sign="2011-05-16", approval="2011-05-20", name="钭立新", gender="男", joined="2000-10", post="信贷部经理", branch="城关信用社党支部")
    d.title("争做“四优”共产党员承诺书")
    d.p("姓名：钭立新 / 性别：男 / 入党时间：2000.10 / 职务：信贷部经理 / 所在支部：城关信用社党支部")
    d.p("{{1|【政治素质优】}}[[①|支部学习全勤。]][[②|全年撰写心得体会6篇以上；]]")
    d.p("{{1|【岗位技能优】}}[[①|8月底前取得信贷分析师证书。]]")
    d.p("{{1|【工作业绩优】}}[[①|投放支农贷款1200万元，]][[②|不良贷款率控制在2%以下；]][[③|小额贷款三天办结。]]")
    d.p("{{1|【群众评价优】}}[[①|包联孙家塬村，走访农户120户，建档立卡；]][[②|微笑服务。]]")
    d.p("{{0|}}以上承诺自签字之日起生效。")
    d.p("签　名：钭立新")
    d.p("时　间：2011年5月16日")
    d.p("支部意见：同意承诺      2011年5月20日")
    d.save()


def f022() -> None:
    d = Doc("f022", "Columns are promises: heads 实事一 to 实事三, rows 内容, 标准, 时限, 责任人.", pdf=True)
    d.form("org", ref="2015-03-25", year=2015, sign="2015-03-25", approval="2015-03-30", org_name="汇龙街道社区卫生服务中心党支部", head="贲海燕", member_count="22")
    d.title("2015年为民服务公开承诺书")
    d.p("党组织名称：汇龙街道社区卫生服务中心党支部")
    d.p("负责人：贲海燕　　　　党员人数：22人")
    d.table([
        ["", "@#a:实事一", "@#b:实事二", "@#c:实事三"],
        ["内容", "@=a:为65岁以上老人免费体检", "@=b:开设儿童预防接种周末专场", "@=c:中医馆装修并开诊"],
        ["标准", "@=a:全年不少于1800人次，结果当面讲解", "@=b:每月两个周六上午", "@=c:6间诊室，10种适宜技术"],
        ["时限", "@=a:11月底", "@=b:4月起", "@=c:“七一”前"],
        ["责任人", "@=a:应大夫", "@=b:贲海燕", "@=c:冷主任"],
    ], [2.2, 4.6, 4.6, 4.6])  # fmt: skip
    d.p("承诺党组织（盖章）　　　　　2015年3月25日")
    d.p("街道党工委审定意见：同意上墙公开。（盖章）　2015年3月30日")
    d.save()


def f024() -> None:
    d = Doc("f024", "Questionnaire: printed prompts answered on underlined blanks; one prompt is left unanswered.")
    d.form("member", ref="2016-05-09", year=2016, sign="2016-05-09", name="暨小满", post="话务员", joined="2014-06", branch="客服中心第一党支部", ethnicity="土家族")
    d.title("“我是党员我承诺”填写单")
    d.p("我的姓名：_[ 暨小满 ]_　民族：_[ 土家族 ]_　入党时间：_[ 2014年6月 ]_")
    d.p("我的职务：_[ 话务员 ]_　我所在的党支部：_[ 客服中心第一党支部 ]_")
    d.p("{{1|一、今年我要在工作上做到：}}_[ [[|接通电话三声之内应答，月均满意率不低于99.2%]] ]_")
    d.p("{{1|二、今年我要学会：}}_[ [[|手语日常会话，国庆节前能接待聋哑客户]] ]_")
    d.p("{{1|三、今年我要帮助的一个人是：}}_[ [[|新员工黄莺，每天陪她听录音半小时，直到她独立上台]] ]_")
    d.p("{{1|四、今年我要为客户办的一件实事是：}}_[ [[|把老年人常问的30个问题编成大字卡，六月底印发]] ]_")
    d.p("五、其他：_[　　　　　　　　　　　　　　]_")
    d.p("{{0|}}本人签字：_[ 暨小满 ]_　　二〇一六年五月九日", align="r")
    d.save()


def f026() -> None:
    d = Doc("f026", "2005 style: typed with blanks for alignment, no table; promises are clauses 一要…二要… inside two long paragraphs; date in Chinese numerals.", font="仿宋")
    d.form("member", ref="2005-10-18", year=2005, sign="2005-10-18", name="东方亮", gender="男", birth="1957-01", post="粮站保管员", joined="1985-07", branch="大坪粮站党支部", education="初中")
    d.title("保持共产党员先进性承诺书", 18)
    d.p("姓    名    东方亮            性    别    男")
    d.p("出生年月    1957年1月         文化程度    初中")
    d.p("入党时间    1985年7月         职    务    粮站保管员")
    d.p("所在支部    大坪粮站党支部")
    d.p("")
    d.p("    通过这次先进性教育活动，我对照党章找了差距，思想上受到很大触动。今后我在工作中[[一要|把仓里120万斤储备粮保管好，不霉一粒、不丢一斤；]][[二要|收购季节早六点开门，晚上农民不走我不走；]][[三要|过秤公平，斤两当面念给卖粮户听。]]")
    d.p("    在生活中，[[一要|每年资助本村贫困学生一名，直到初中毕业；]][[二要|不赌博，不大操大办。]]")
    d.p("                                  承诺人：东方亮")
    d.p("                                  二○○五年十月十八日")
    d.save()


def f028() -> None:
    d = Doc("f028", "Desk card with a cell for the photograph, a motto that is no promise, three promises numbered by bullets of Word, and a code for the phone at the foot.")
    d.form("member", ref=None, year=None, sign=None, name="弓雪琴", post="导诊护士", branch="门诊党支部", joined="2018-11")
    d.title("党员承诺卡", 24)
    n = d.num("dia")
    d.table([
        [{"t": "\n\n照\n片\n\n", "r": 4, "align": "c"}, "姓名", "弓雪琴"],
        ["职务", "导诊护士"],
        ["党支部", "门诊党支部"],
        ["入党时间", "2018年11月"],
        [{"t": "座右铭：把每一位病人当亲人", "c": 3}],
        [{"t": "我承诺：\n[[~◆|看见来人先站起来、先开口；]]\n[[~◆|轮椅随借随还，五分钟内送到门口；]]\n[[~◆|带高龄、独自就诊的病人办完全程手续。]]", "c": 3, "num": n}],
        [{"t": "监督电话：000-0000028    扫码评价", "c": 3, "size": 9}],
    ], [4, 3, 9])  # fmt: skip
    d.save()


def f030() -> None:
    d = Doc("f030", "Word file with tracked changes and content controls: a figure and a date were corrected; what is deleted is not printed.")
    d.form("secretary", ref="2020-01-13", year=2020, sign="2020-01-13", approval="2020-01-17", name="仉学文", gender="男", birth="1972-06", post="党委书记、院长", tenure_start="2018-03", phone="00000-370030", org_name="固阳县第二人民医院党委")
    d.title("-[2019]-+[2020]+年度党组织书记公开承诺书")
    d.table([
        ["姓 名", "%[仉学文]%", "性 别", "%[男]%", "出生年月", "%[1972年6月]%"],
        ["职 务", "%[党委书记、院长]%", "任职时间", "%[2018年3月]%", "联系方式", "%[00000-370030]%"],
        ["党组织名称", {"t": "%[固阳县第二人民医院党委]%", "c": 5}],
        ["公开承诺事项", {"t":
            "[[1.|-[10月]-+[8月]+底前建成胸痛中心并通过市级验收；]]\n[[2.|每季度带队到乡镇义诊-[一]-+[两]+次；]]\n[[3.|门诊患者平均候诊时间控制在-[40]-+[30]+分钟以内]]\n[[4.|严格执行“三重一大”集体决策；]]\n-[5.争取创建三甲医院]-", "c": 5}],
        ["签 字", {"t": "仉学文　　2020年1月13日", "c": 5}],
        ["上级党组织意见", {"t": "同意\n2020年1月17日", "c": 5}],
    ])  # fmt: skip
    d.save()


def f032() -> None:
    d = Doc("f032", "Hospital: a row a department, 科室 first, then 承诺, 公示地点; the number column stands in the middle.")
    d.form("org", ref="2017-06-15", year=2017, sign="2017-06-15", approval="2017-06-20", org_name="临江县中医院党委", member_count="168", head="郤志勇", phone="000-713-2003")
    d.title("医院党委“七一”公开承诺书")
    d.table([["党委名称", "临江县中医院党委", "党委书记", "郤志勇"], ["党员总数", "168", "办公电话", "000-713-2003"]], [2.6, 6.4, 2.6, 4.4])
    d.p("经党委会6月13日研究决定，以下事项向社会公开承诺：", indent=2)
    d.table([
        ["牵头科室", "编号", "承诺要办的事", "何时办到", "公示地点"],
        ["@=:药剂科", "@#:A1", "@=:代煎中药免费送到城区患者家里", "@=:7月1日起，当日煎当日送", "@=:一楼药房"],
        ["@=:针灸科", "@#:A2", "@=:午间门诊不停诊，工作日12:00至14:30保持2名医生", "@=:七月内开", "@=:针灸科走廊"],
        ["@=:医保办", "@#:A3", "@=:异地就医备案由跑三个窗口减为一个窗口", "@=:8月底", "@=:医保窗口"],
        ["@=:纪检室", "@#:A4", "@=:医德医风明显好转", "@=:持续", "@=:院门口"],
    ], [2.4, 1.4, 6, 3.6, 2.6])  # fmt: skip
    d.table([["党委盖章：2017年6月15日", "县卫计局党委意见：同意  2017年6月20日"]])
    d.save()


def f034() -> None:
    d = Doc("f034", "Fields are content controls in a borderless table with colons; promises under 三亮 headings; Word numbers them （一）（二） through.")
    d.form("member", ref="2012-06-21", year=2012, sign="2012-06-21", approval="2012-06-25", name="公冶慧", gender="女", birth="1977-09", education="研究生", joined="2000-12", post="税务分局副局长", branch="第三税务分局党支部", phone="0000-8880034")
    d.title("“三亮三比”党员承诺书")
    d.table([
        ["姓    名：", "%[公冶慧]%", "性    别：", "%[女]%"],
        ["出生年月：", "%[1977-09]%", "文化程度：", "%[研究生]%"],
        ["职    务：", "%[税务分局副局长]%", "入党时间：", "%[2000-12]%"],
        ["党 支 部：", "%[第三税务分局党支部]%", "电    话：", "%[0000-8880034]%"],
    ], [2.8, 5.4, 2.8, 5], grid=False)  # fmt: skip
    n = d.num("cnp")
    d.p("{{1|亮标准}}", bold=True)
    d.p("[[~（一）|一般纳税人认定由20个工作日缩短为8个工作日。]]\n[[~（二）|窗口人员每月业务考试一次，本人带头参加并公布成绩。]]", num=n)
    d.p("{{1|亮身份}}", bold=True)
    d.p("[[~（三）|佩戴党徽上岗，值班局长牌子摆在大厅正中。]]", num=n)
    d.p("{{1|亮实绩}}", bold=True)
    d.p("[[~（四）|10月底前走访小微企业45户，辅导他们把该退的税退到手。]]\n[[~（五）|不到企业用餐，]]", num=n)
    d.p("{{0|}}承 诺 人：公冶慧", align="r")
    d.p("承诺日期：2012.6.21", align="r")
    d.p("支部审核：符合要求，同意公示。 审核日期：2012.6.25", align="r")
    d.save()


def f036() -> None:
    d = Doc("f036", "Upright text in merged label cells at the left (基本情况, 承诺事项, 审定); promises numbered by Word as 1、 in a merged cell.", pdf=True)
    d.form("secretary", ref="2012-01-06", year=2012, sign="2012-01-06", approval="2012-01-11", name="鄢国富", gender="男", birth="1959-05", ethnicity="汉族", post="党委书记、董事长", tenure_start="2005-03", education="大学", org_name="南岭有色矿业公司党委")
    d.title("2012年党组织书记公开承诺书")
    n = d.num("decd")
    d.table([
        [{"t": "基本情况", "r": 4, "v": 1, "align": "c"}, "姓名", "鄢国富", "性别", "男"],
        ["民族", "汉族", "出生年月", "1959年5月"],
        ["职务", "党委书记、董事长", "任职时间", "2005年3月"],
        ["文化程度", "大学", "党组织名称", "南岭有色矿业公司党委"],
        [{"t": "承诺事项", "v": 1, "align": "c"}, {"t":
            "[[~1、|全年利润总额3.2亿元，职工收入同比增长8%。]]\n[[~2、|投资1500万元治理尾矿库渗水，九月三十日以前闭环验收。]]\n[[~3、|棚户区二期260套住房年内交钥匙。]]\n[[~4、|每月下井带班4次，记录上网。]]\n[[~5、|每季度给职工代表讲一次企业家底。]]\n[[~6、|管好配偶、子女和身边工作人员。]]\n签字：鄢国富\n2012年1月6日", "c": 4, "num": n}],
        [{"t": "审定", "v": 1, "align": "c"}, {"t": "同意鄢国富同志的承诺。\n中共南岭市国资委委员会（盖章）\n2012年1月11日", "c": 4}],
    ], [1.2, 2.4, 5, 2.6, 4.8])  # fmt: skip
    d.save()


def f038() -> None:
    d = Doc("f038", "Student: class, grade and dormitory; headings 学习篇 生活篇 工作篇 with ★ and ☆ bullets mixed; signature to the left.")
    d.form("member", ref="2013-10-15", year=2013, sign="2013-10-15", name="贺兰雨", gender="女", birth="1993-03", joined="2013-05", post="班长", branch="外语学院学生第二党支部", grade="2011级", **{"class": "日语1102班"})
    d.title("学 生 党 员 公 开 承 诺 书")
    d.table([
        ["姓名", "贺兰雨", "性别", "女", "出生年月", "1993.3"],
        ["年级", "2011级", "班级", "日语1102班", "宿舍", "4舍317"],
        ["职务", "班长", "入党时间", "2013.5", "党支部", "外语学院学生第二党支部"],
    ])  # fmt: skip
    d.p("{{1|学习篇}}", bold=True)
    d.p("[[★|12月一次性通过日语N1考试!]]\n[[☆|期末平均分85以上,不挂科]]")
    d.p("{{1|生活篇}}", bold=True)
    d.p("[[★|317寝室每周日大扫除,本学期争得文明寝室牌子。]]\n[[★|不晚归,不使用热得快]]")
    d.p("{{1|工作篇}}", bold=True)
    d.p("[[☆|每星期二、四晚自习后为两位少数民族同学补日语五十音,到学期末结束。]]\n[[☆|做好班级各项工作。]]")
    d.p("{{0|}}我的诺言，请同学们监督～")
    d.p("承诺人：贺兰雨")
    d.p("2013年10月15日")
    d.save()


def f040() -> None:
    d = Doc("f040", "Ordinals in a column of their own with gaps and one twice (1 2 4 4 6); the time column is headed 兑现日 and holds 同上 once; a remark row across.")
    d.form("org", ref="2016-02-29", year=2016, sign="2016-02-29", approval="2016-03-04", org_name="草滩镇兽医站党支部", member_count="9", head="暴存厚")
    d.title("草滩镇兽医站党支部二0一六年承诺兑现表")
    d.table([
        [{"t": "党组织名称", "c": 2}, "草滩镇兽医站党支部", "党员人数", "9"],
        [{"t": "党组织负责人", "c": 2}, "暴存厚", "联系电话", ""],
        ["号", {"t": "承  诺", "c": 2}, "兑现日", "谁来干"],
        ["@#:1", {"t": "@=:春防羊口蹄疫疫苗打到每一只，26000只", "c": 2}, "@=:4月20日", "@=:全站"],
        ["@#:2", {"t": "@=:耳标佩戴跟着疫苗走", "c": 2}, "@=:同上", "@=:海成义"],
        ["@#:4", {"t": "@=:牧民电话叫诊，五十里以内当天到", "c": 2}, "@=:一年到头", "@=:值班人"],
        ["@#:4", {"t": "@=:配种改良细毛羊1500只，成活率九成", "c": 2}, "@=:12月10日", "@=:暴存厚"],
        ["@#:6", {"t": "@=:兽药价格写在黑板上", "c": 2}, "@=:三月八日前", "@=:沙玉兰"],
        [{"t": "备注：遇雪灾顺延。", "c": 5}],
        [{"t": "签章", "c": 2}, "2016年2月29日", "镇党委", "同意\n2016年3月4日"],
    ], [1.2, 2, 6.6, 3, 3.2])  # fmt: skip
    d.forms[-1]["fields"]["phone"] = None
    d.save()


def f042() -> None:
    d = Doc("f042", "Quarters as columns: each cell of the row holds the promises of one quarter, some cells two, one cell a dash.")
    d.form("org", ref="2019-12-27", year=2020, sign="2019-12-27", approval="2019-12-31", org_name="梧桐里小区党支部", member_count="64", head="伏桂兰")
    d.title("2020年小区党支部季度承诺公开栏")
    d.p("党支部名称：梧桐里小区党支部    书记：伏桂兰    党员人数：64人")
    d.table([
        ["{{1|~一季度}}一季度", "二季度", "三季度", "四季度"],
        ["[[1.|给23户空巢老人写春联、送饺子，除夕前送完。]]\n[[2.|清掉楼道杂物，3月底一户不剩。]]", "{{1|~二季度}}[[3.|雨污分流管道改造，6月15日竣工。]]", "——", "{{1|~四季度}}[[4.|加装电梯签约4个单元，11月30日前。]]\n[[5.|物业费收支请居民代表查账一次。]]"],
    ])  # fmt: skip
    d.p("{{0|}}以上事项年底由居民代表打分。")
    d.p("承诺支部（章）2019年12月27日　　社区党委意见：同意（章）2019年12月31日")
    d.save()


def f044() -> None:
    d = Doc("f044", "Works: each promise is a block of labelled lines (承诺： 目标： 措施： 期限：) set apart by blank lines, without numbers.")
    d.form("member", ref="2011-08-02", year=2011, sign="2011-08-02", approval="2011-08-05", name="相里大勇", post="焊接班班长", branch="船体车间党支部", joined="1994-06", gender="男")
    d.title("党员承诺书")
    d.p("姓名：相里大勇；性别：男；职务：焊接班班长；入党时间：1994年6月；所在党支部：船体车间党支部。")
    d.p("我作为一名老焊工，承诺如下：")
    d.p("")
    d.p("[[|承诺：307号船分段焊接提前交验\n目标：一次报检合格率97%\n措施：关键焊缝我自己焊，双休日加班\n期限：十月二十日]]")
    d.p("")
    d.p("[[|承诺：带出3名二氧化碳焊工\n目标：全部取得船级社证书\n措施：午休教半个小时\n期限：年底]]")
    d.p("")
    d.p("[[|承诺：工具房谁都能进\n目标：自制的夹具公开借用\n措施：登记本挂门上\n期限：长期]]")
    d.p("")
    d.p("承诺人签名　相里大勇")
    d.p("2011年8月2日")
    d.p("车间党支部意见　　同意　　2011年8月5日")
    d.save()


def f046() -> None:
    d = Doc("f046", "Unit and document mark stand in the page header, the supervision telephone in the footer; promises numbered 甲、乙、丙、丁、.")
    d.form("org", ref="2014-05-19", year=2014, sign="2014-05-19", approval="2014-05-22", org_name="长陵公证处党支部", member_count="11", head="司徒敏", phone="000-60010046")
    section = d.doc.sections[0]
    section.header.paragraphs[0].text = "长陵公证处　　阳光司法文件之三"
    section.footer.paragraphs[0].text = "监督电话：000-60019999　　第1页"
    d.title("党 支 部 承 诺 书")
    d.table([["党支部名称", "长陵公证处党支部", "支部书记", "司徒敏"], ["党员数", "11名", "联系电话", "000-60010046"]], [2.6, 6, 2.6, 4.8])
    d.p("承诺事项：", bold=True)
    d.p("[[甲、|继承类公证材料齐的，当场受理，十个工作日出证。]]\n[[乙、|对七十岁以上老人办遗嘱公证免费，六月一日开始。]]\n[[丙、|公证员轮流到司法所驻点，逢集必到。]]\n[[丁、|不以任何名义加收费用。]]", indent=2)
    d.p("承诺支部（印）", align="r")
    d.p("2014年5月19日", align="r")
    d.p("主管局党委审定意见：", bold=True)
    d.p("同意所诺。", indent=2)
    d.p("（印）2014年5月22日", align="r")
    d.save()


def f048() -> None:
    d = Doc("f048", "Wall sheet: a grid of two columns and three rows, one promise a cell, its big number on a line above the words; no fields but unit and telephone at the foot.")
    d.form("org", ref="2020-10-12", year=2020, sign="2020-10-12", org_name="火车站派出所户籍窗口党小组", head="佘小雅")
    d.title("户籍窗口党员服务承诺（上墙）", 22)
    d.table([
        ["[[01|\n二代证拍照不满意，当场重拍，最多三次]]", "[[02|\n新生儿落户10分钟内办好]]"],
        ["[[03|\n中午12点到14点留一人值守]]", "[[04|\n外地学生开证明，微信发材料，邮寄到校]]"],
        ["[[05|\n对卧床老人上门采集照片指纹，约好后2日内到]]", "[[06|\n态度热情，耐心细致]]"],
    ], [8, 8])  # fmt: skip
    d.p()
    d.p("承诺党组织：火车站派出所户籍窗口党小组　　组长（负责人）：佘小雅")
    d.p("公布日期：2020年10月12日　　投诉电话：000-0000048")
    d.save()


def f050() -> None:
    d = Doc("f050", "The approval opinion fills a narrow column at the right beside the promises, the signature stands at the foot of the middle column.", pdf=True)
    d.form("member", ref="2013-03-01", year=2013, sign="2013-03-01", approval="2013-03-06", name="左丘勤", gender="男", birth="1970-10", post="公交五路车长", joined="2002-09", education="高中", branch="公交二公司第一党支部", phone="13000000050")
    d.title("党员公开承诺书（车长岗）")
    d.table([
        ["姓名", "左丘勤", "性别", "男", {"t": "党\n支\n部\n审\n定\n意\n见", "r": 4, "align": "c"}, {"t": "承诺切合岗位，同意在车厢张贴。\n\n\n（盖章）\n2013年\n3月6日", "r": 6}],
        ["出生年月", "1970年10月", "入党时间", "2002年9月"],
        ["职务", "公交五路车长", "文化程度", "高中"],
        ["手机", "13000000050", "党支部", "公交二公司第一党支部"],
        [{"t": "公开承诺事项及完成时限", "r": 2}, {"t": "[[1|到站先停稳、再开门，全年“零夹伤”。]]\n[[2|百公里油耗比去年省1.5升，到12月结账看。]]\n[[3|车上放雨伞6把，谁用谁拿，下回还。]]\n[[4|三月学雷锋月，每天早班提前20分钟擦站牌。]]\n[[5|爱岗敬业，无私奉献。]]", "c": 3}, ""],
        [{"t": "承诺人（签名）：左丘勤\n2013年3月1日", "c": 3, "align": "r"}, ""],
    ], [2.4, 3.4, 2.4, 3.6, 1.2, 3])  # fmt: skip
    d.save()


def f052() -> None:
    d = Doc("f052", "Village first secretary: table of 事项, 时间节点 (several lines of steps in one cell), 帮扶单位; two opinion rows, township and county; mixed 〇 and 0 in dates.")
    d.form("secretary", ref="2021-08-03", year=2021, sign="2021-08-03", approval="2021-08-10", name="东野川", gender="男", birth="1986-01", post="驻村第一书记", tenure_start="2021-06", phone="13000000052", org_name="柯家岭村党总支")
    d.title("驻村第一书记公开承诺书")
    d.table([
        ["姓　名", "东野川", "性　别", "男"],
        ["出生年月", "1986年01月", "职　务", "驻村第一书记"],
        ["任职时间", "2021年6月", "联系方式", "13000000052"],
        ["党组织名称", {"t": "柯家岭村党总支", "c": 3}],
    ], [2.6, 5.4, 2.6, 5.4])  # fmt: skip
    d.p("承诺清单", align="c", bold=True)
    d.table([
        ["承诺事项", "时间节点", "帮扶单位"],
        ["@=:新建羊肚菌大棚22个，带动脱贫户35户", "@=:2021年10月完成土地平整\n2022年3月出第一茬菇", "@=:省农科院"],
        ["@=:打通柯家岭到外界的断头路1.9公里", "@=:2021年11月底通车", "@=:县交通局"],
        ["@=:走遍全村217户", "@=:8月底前", "@=:本人"],
        ["@=:吃住在村", "@=:每月不少于22天", "@=:本人"],
    ], [6.4, 6, 3.6])  # fmt: skip
    d.table([
        ["承诺人签字", "东野川　　二〇二一年八月三日"],
        ["乡党委意见", "同意　　二0二一年八月五日"],
        ["县委组织部审定意见", "同意　　二〇二一年八月十日"],
    ], [4, 12])  # fmt: skip
    d.save()


def f054() -> None:
    d = Doc("f054", "Mass-line campaign: columns 群众提的意见, 整改承诺, 见效时间; the complaint is part of the row; opinion left blank with masked date.")
    d.form("org", ref="2014-07-15", year=2014, sign="2014-07-15", approval=None, org_name="昌宁县供电局营销党支部", member_count="33", head="竺远航", phone=None)
    d.title("整改事项公开承诺书")
    d.table([["党组织名称", "昌宁县供电局营销党支部", "党员人数", "33"], ["党组织负责人", "竺远航", "联系电话", ""]], [2.8, 6.2, 2.8, 4.2])
    d.p()
    d.table([
        ["顺序", "群众提的意见", "整改承诺", "见效时间"],
        ["@#:一", "@=:缴费点少，山里人交电费要跑一天", "@=:在14个村小卖部设代收点", "@=:9月20日"],
        ["@#:二", "@=:停电不打招呼", "@=:计划停电提前7天贴到村民小组", "@=:八月起"],
        ["@#:三", "@=:报装拖得久", "@=:低压居民报装，从申请到通电3个工作日", "@=:立即"],
        ["@#:四", "@=:电工吃拿卡要", "@=:电工一律不在农户家吃饭", "@=:立即"],
        ["@#:五", "@=:宣传不够", "@=:加大宣传力度", "@=:逐步"],
    ], [1.6, 5.2, 6.2, 3])  # fmt: skip
    d.p("承诺党支部（盖章）　2014年7月15日")
    d.p("上级党组织审定意见：　　　　　　（盖章）　　年　月　日")
    d.save()


def f056() -> None:
    d = Doc("f056", "A letter that refers to the table attached on the next page; the promises stand only in the table, the letter has oaths and a signature.")
    d.form("org", ref="2018-03-28", year=2018, sign="2018-03-28", org_name="青禾大学图书馆直属党支部", head="百里菡", member_count="41")
    d.title("致全校师生的公开承诺书")
    d.p("各位老师、同学：")
    d.p("青禾大学图书馆直属党支部现有党员41人，支部书记百里菡。一年来，大家通过信箱提了不少意见，有的批评很尖锐。支部逐条研究，决定把今年要办的事列成一张表（附后），请全校师生对照检查。", indent=2)
    d.p("我们将以对读者负责的态度，不折不扣兑现诺言。", indent=2)
    d.p("承诺单位：青禾大学图书馆直属党支部", align="r")
    d.p("2018年3月28日", align="r")
    d.page()
    d.p("附：2018年承诺事项表", bold=True)
    d.table([
        ["承诺事项", "承办部门", "期限"],
        ["@=:考试周（第17、18周）通宵开放一楼，400个座位", "@=:读者部", "@=:每学期期末"],
        ["@=:荐购图书从提交到上架不超过30天", "@=:采编部", "@=:4月份开始"],
        ["@=:换掉二楼坏椅子126把", "@=:办公室", "@=:暑期"],
        ["@=:占座清理办法征求意见后公布", "@=:百里菡", "@=:五月中旬"],
        ["@=:WiFi死角为0", "@=:技术部", "@=:2018.9.1"],
    ], [9, 3.4, 3.6])  # fmt: skip
    d.save()


def f058() -> None:
    d = Doc("f058", "Three short forms of members on one page, parted by dashed lines; each begins with a title of its own; dates in three styles.")
    people = (
        ("蒲一鸣", "抄表员", "2019/4/1", "2019-04-01", ["[[1.|抄表到户率100%，不估抄；]]", "[[2.|替孤老代缴水费，每月10号上门。]]"]),
        ("敖登高", "管道工", "2019.04.02", "2019-04-02", ["[[1.|抢修电话响三声就接；]]", "[[2.|六一前给两所幼儿园换感应水龙头18只。]]"]),
        ("裘月华", "化验员", "二〇一九年四月三日", "2019-04-03", ["[[1.|出厂水42项指标每月全检一次；]]", "[[2.|周末开放化验室，接待市民参观四批；]]", "[[3.|数据不造假。]]"]),
    )
    for n, (name, post, shown, iso, items) in enumerate(people):
        if n:
            d.p("- - - - - - - - - - - - - - - - 裁 切 线 - - - - - - - - - - - - - - - -", align="c")
        d.form("member", ref=iso, year=2019, sign=iso, name=name, post=post, branch="自来水厂党支部")
        d.title("党员承诺书", 16)
        d.p(f"姓名：{name}　　职务：{post}　　党支部：自来水厂党支部")
        d.p("\n".join(items))
        d.p(f"承诺人：{name}　　　日期：{shown}", align="r")
    d.save()


def f060() -> None:
    d = Doc("f060", "Two tables nested side by side in one: left half the fields, right half the promises in an inner table with times, signature and opinion below them; title in a text box.")
    d.form("member", ref="2023-06-30", year=2023, sign="2023-06-30", approval="2023-07-03", name="微生亮", gender="男", birth="1995-09", joined="2017-06", post="驻校社工", branch="翠屏街道综合第二党支部", education="本科")
    d.box("党员公开承诺书", 10, 1.6)
    d.table([[
        {"t": "基本情况", "w": [2.4, 3.4], "n": [["姓名", "微生亮"], ["性别", "男"], ["出生年月", "1995年9月"], ["文化程度", "本科"], ["入党时间", "2017年6月"], ["职务", "驻校社工"], ["党支部", "翠屏街道综合第二党支部"]], "after": "承诺人：微生亮\n2023年6月30日"},
        {"t": "承诺事项", "w": [1.2, 5.4, 2.4], "n": [
            ["@#:1", "@=:给初二年级12个班各上一节防欺凌课", "@=:9月里上完"],
            ["@#:2", "@=:校门口“树洞信箱”每天开一次，来信48小时回", "@=:学期内"],
            ["@#:3", "@=:结对8名服刑人员子女，每人每月家访一次", "@=:到2024年6月"],
            ["@#:4", "@=:保护孩子隐私", "@=:始终"],
        ], "after": "党支部审定意见：同意\n2023年7月3日"},
    ]], [6.4, 9.6])  # fmt: skip
    d.save()


if __name__ == "__main__":
    for name, make in list(globals().items()):
        if name.startswith("f0"):
            make()
