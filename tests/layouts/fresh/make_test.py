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


if __name__ == "__main__":
    for name, make in list(globals().items()):
        if name.startswith("f0"):
            make()
