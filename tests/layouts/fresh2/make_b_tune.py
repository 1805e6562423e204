"""The half `tune/` (odd numbers): `python tests/layouts/fresh2/make_b_tune.py`."""
# fmt: off

from __future__ import annotations

from maker_b import Book, finish, hrow, html, odt, orow, rtf

T = "tune"
books: list[Book] = []


def new(n: int, layout: str, **kw: object) -> Book:
    """A book of this half."""
    books.append(Book(T, f"b{n:03}", layout, **kw))  # type: ignore[arg-type]
    return books[-1]
# 1
b = new(1, "Village form in one broken grid; day, month and year of signature and approval in cells of their own.", pdf=True)  # fmt: skip
b.form("org", ref="2017-03-06", year=2017, sign="2017-03-06", approval="2017-03-12", org_name="雀儿塘村党支部", member_count="38", head="犁有田", phone="0711-5556021")  # fmt: skip
b.title("2017年度党组织公开承诺书")
b.table(
    [
        ["党组织\n名称", ("雀儿塘村党支部", 4), ("党员数", 2), ("38名", 2)],
        ["书　记", ("犁有田", 4), ("电　话", 2), ("0711-5556021", 2)],
        ["承\n诺\n事\n项", ("去年定的四件事办成三件，一组水渠因占地没有谈拢，列入今年再办。\n[[1、|一组水渠清淤护砌450米，4月20日育秧以前通水。]]\n[[2、|村卫生室添一台心电图机，上半年装好，村医锉得安到镇卫生院学会使用。]]\n"
         "[[3、|给80岁以上的21位老人每季度上门量一次血压，量的数记在本子上。]]\n[[4、|低保、危改名单一律在公示栏贴够7天，贴之前开一次评议会。]]\n[[5、|想方设法增加集体收入。]]", 8)],
        [("村支部\n签  章", 2), ("（盖章）", 1), "2017", "年", "3", "月", "6", "日"],
        [("镇党委\n意  见", 2), ("同意。第5条请想细一点。", 1), "2017", "年", "3", "月", "12", "日"],
    ],
    [900, 600, 3000, 900, 500, 700, 600, 700, 600],
)  # fmt: skip
b.p("注：本表一式三份。")
# 3
b = new(3, "Letter to residents typed as web text (HTML to docx); promises in prose without numbers; signed by committee and secretary.", how="html")  # fmt: skip
b.form("org", ref="2021-05-18", year=2021, sign="2021-05-18", org_name="鹭鸶湾社区党委", head="凿平川")
html(b, """<h2 align="center">致鹭鸶湾社区全体居民的一封信</h2><p>各位邻居：</p>
<p style="text-indent:2em">大家好！今年以来，社区收到热线和留言一百三十多条，归拢起来就是停车、漏雨、老人吃饭三件事。社区党委开了两次会，又请楼长们来议，现在把今年要办的事向大家作个交代。</p>
<p style="text-indent:2em">先说停车。[[|六月底以前，我们把3号楼东边的旧煤棚拆掉，划出车位46个，怎么收费由居民代表会来定。]]</p>
<p style="text-indent:2em">再说漏雨。[[|5号、6号、9号楼的楼顶防水今年全部重做，雨季之前完工，验收时请楼长到场。]]前年做的2号楼至今不漏，施工的还是那支队伍，大家可以放心。</p>
<p style="text-indent:2em">老人吃饭的事，[[|我们打算把活动室的一楼改成助老食堂，国庆节前开张，70岁以上的老人每餐便宜4块钱。]]另外，[[|每月最后一个星期六上午，社区的党员在小广场给大家磨刀、理发、修小家电；]][[|独居的27位老人，由网格员每天打一个电话。]]</p>
<p style="text-indent:2em">说到就要做到。哪一件没有办好，欢迎大家直接来找我，办公室电话是55502217。</p>
<p style="text-indent:2em">祝大家身体健康，阖家幸福！</p>
<p align="right">鹭鸶湾社区党委</p><p align="right">党委书记&nbsp;&nbsp;凿平川</p><p align="right">2021年5月18日</p>""")  # fmt: skip
# 5
b = new(5, "Raw package with runs cut to pieces; fields told in a sentence with underlined values; one paragraph 一是…；二是…; signature and date on one line by tabs.", how="raw", split=5)  # fmt: skip
b.form("member", ref="2019-04-02", year=2019, sign="2019-04-02", approval="2019-04-08", name="锤小满", gender="男", birth="1979-04", joined="2008-06", post="第三网格网格员", branch="灯芯巷社区第二党支部")  # fmt: skip
b.title("亮身份  作承诺")
b.p("我叫_[  锤小满  ]_，_[ 男 ]_，_[ 1979年4月 ]_出生，_[ 2008年6月 ]_入党，组织关系在_[ 灯芯巷社区第二党支部 ]_，现在担任_[ 第三网格网格员 ]_。作为一名在居民身边工作的党员，我郑重承诺：", ind=2)  # fmt: skip
b.p("[[一是|每天上下午各巡查一遍网格，发现堵消防通道的当场劝走；]][[二是|六月底前把网格内214户的门牌、人口、车辆底册核对完，录进系统；]][[三是|居民托办的事三天之内给回音；]][[四是|包联高龄独居老人灯奶奶，每周去家里看两次；]][[五是|坚决服从组织安排，任劳任怨，不计得失。]]以上几条请大家监督，做不到我自己在党员会上作检讨。", ind=2)  # fmt: skip
b.p("")
b.p("承诺人：锤小满\t\t2019年4月2日", tabs=(4200, 5600))
b.p("党支部意见：同意，张贴在楼道口。")
b.p("支部书记（签字）：斧长顺\t\t2019年4月8日", tabs=(4200, 5600))
# 7
b = new(7, "Contract between a street committee and a community branch (flat ODT to docx); only the second party's articles are promises; two signature columns with dates.", how="fodt")  # fmt: skip
b.form("org", ref="2018-03-20", year=2018, sign="2018-03-20", org_name="画眉弄社区党总支", head="刨子英")
odt(b, """b|2018年度党建工作承诺责任书
甲方：竹篾街道党工委
乙方：画眉弄社区党总支
为把年度党建任务落到实处，经双方商定，签订本责任书。
{{1|一、甲方责任}}
第一条  甲方每季度听取乙方汇报一次，帮助协调经费和人员。
{{1|二、乙方承诺}}
[[第二条|  5月底前建好300平方米的党群服务站，每周开放不少于六天。]]
[[第三条|  全年发展党员2名，培养入党积极分子5名。]]
[[第四条|  辖区内12个小区年内全部成立业主委员会或者物管会，成立一个备案一个。]]
[[第五条|  “三会一课”的记录每月5日前上传，缺一次扣一分。]]
[[第六条|  流动党员逐人建卡，每季度联系1次，不让一名党员掉队。]]
{{1|三、其他}}
第七条  本责任书自签字之日起生效，有效期至2018年12月31日；完成情况与年终奖励挂钩。
第八条  本责任书一式两份，双方各执一份。
<table:table table:name="s"><table:table-column table:number-columns-repeated="2"/>""" + orow("甲方（盖章）\n代表：锯满仓\n2018年3月22日", "乙方（盖章）\n代表：刨子英\n2018年3月20日") + "</table:table>")  # fmt: skip
# 9
b = new(9, "Public list of a village's members, one promise a row with post, time and supervisor; period of publicity under the table, seal and date at the right.", wide=True, pdf=True, size=10.5)  # fmt: skip
b.form("org", ref="2016-03-18", year=2016, sign="2016-03-18", org_name="苇塘镇鸬鹚村党总支")
b.title("鸬鹚村无职党员设岗定责承诺公示表（2016年）")
b.p("单位：苇塘镇鸬鹚村党总支\t\t\t\t单位：人、件", tabs=(3000, 6000, 9000, 11000))
b.table(
    [
        ["序号", "姓  名", "认领岗位", "承  诺  事  项", "完成时间", "监督人"],
        b.led("镰满囤", "卫生监督岗", "每周三、周六带保洁员把三条巷子扫一遍，门前乱堆的当天通知清走", "全年", "簸箕嫂", no="1"),
        b.led("耧开山", "科技示范岗", "自家8亩地种“稻鸭共育”，带会6户邻居，鸭苗由我统一去买", "9月底", "镰满囤", no="2"),
        b.led("筐月娥", "纠纷调解岗", "婆媳、邻里吵架当天上门，全年调解成功不少于10起", "12月底", "耧开山", no="3"),
        b.led("碾大柱", "治安巡逻岗", "晚上巡逻", "长期", "耙树根", no="4"),
        b.led("耙树根", "财务监督岗", "每季度末看一次村里的账，签字后才能上墙", "每季度", "全体党员", no="5"),
        b.led("磨文秀", "文明新风岗", "宣传党的政策，弘扬正能量", "2016年", "筐月娥", no="6"),
        b.led("桶来福", "扶贫济困岗", "给五保户桶老三挑水、劈柴，帮他把漏雨的西屋盖上瓦", "5月1日前", "碾大柱", no="7"),
    ],
    [700, 1300, 1900, 6600, 1500, 1500],
)  # fmt: skip
b.p("公示时间：2016年3月21日至3月27日。对以上内容有意见的，请向村监委会反映，电话：55501876。")
b.p("（盖章）", a="r")
b.p("2016年3月18日", a="r")
# 11
b = new(11, "Two forms in one file: the branch's promise, then the secretary's own, each with its own signature.", size=14)  # fmt: skip
b.form("org", ref="2020-04-10", year=2020, sign="2020-04-10", org_name="石榴花幼儿园党支部")
b.title("石榴花幼儿园党支部公开承诺")
b.p("疫情还没有过去，孩子们就要回园了。为了让家长放心，支部作出以下承诺：", ind=2)
b.p("[[（一）|开园前对9个班、1个厨房和所有玩具消毒两遍，过程拍照发到班级群。]]", ind=2)
b.p("[[（二）|每天入园测温、午睡后再测一次，发热的孩子10分钟内通知家长。]]", ind=2)
b.p("[[（三）|从4月20日起，留样菜每餐每样不少于125克，留48小时。]]", ind=2)
b.p("[[（四）|家长提的意见，24小时内回复。]]", ind=2)
b.p("石榴花幼儿园党支部", a="r")
b.p("二〇二〇年四月十日", a="r")
b.body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
b.form("secretary", ref="2020-04-10", year=2020, sign="2020-04-10", name="剪云霞", post="支部书记、园长", phone="13800001234")  # fmt: skip
b.title("书记个人承诺")
b.p("姓名：剪云霞    职务：支部书记、园长    手机：13800001234")
b.p("[[1.|每天七点二十到大门口迎接孩子，病假除外。]]", ind=2)
b.p("[[2.|本学期进每个班听课两次以上，听完和老师谈一次。]]", ind=2)
b.p("[[3.|采购、招生、用人不打招呼，不收家长一分钱东西。]]", ind=2)
b.p("[[4.|带头学习，带头奉献，做大家的贴心人。]]", ind=2)
b.p("承诺人：剪云霞  2020年4月10日", a="r")
# 13
b = new(13, "Primary school teacher (RTF to docx); the promises are answers to printed questions; head of the form as a one-row table.", how="rtf")  # fmt: skip
b.form("member", ref="2022-09-05", year=2022, sign="2022-09-05", approval="2022-09-09", name="算盘珠", post="三年级数学教师", branch="云雀路小学党支部", joined="2015-07")  # fmt: skip
rtf(b, ["c|党员教师承诺问答卡", "c|（2022年秋季学期）", "t|姓名¦算盘珠¦岗位¦三年级数学教师", "t|所在支部¦云雀路小学党支部¦入党时间¦2015年7月",
        "{{1|问：这学期你打算怎样提高课堂质量？}}", "答：[[|每周二上一节公开课让同组老师来听，学期末班里口算合格率达到95%。]]",
        "{{1|问：对学习有困难的孩子你怎么帮？}}", "答：[[|班里7个口算慢的孩子，我每天放学留20分钟陪他们练，不收任何费用。]]",
        "{{1|问：“双减”以后作业怎么布置？}}", "答：[[|书面作业不超过15分钟，全部当堂批改或当天批完。]]",
        "{{1|问：和家长怎样联系？}}", "答：[[|11月中旬前把42个孩子家走一遍，每家谈半小时。]]",
        "{{1|问：在师德方面你承诺什么？}}", "答：[[|不在校外有偿补课，不收受家长礼品礼金。]]", "{{0|}}",
        "本人对以上回答负责。", "r|承诺人：算盘珠", "r|2022年9月5日", "支部审核：内容具体，同意公布在班级门口。", "r|审核人：尺子明   2022年9月9日"])  # fmt: skip
# 15
b = new(15, "Poster: every promise in a text box of its own (old VML), signature and date in a further box; title in a box too.", size=14)  # fmt: skip
b.form("org", ref="2023-02-27", year=2023, sign="2023-02-27", org_name="蒲公英物业公司党支部", head="锨大方")
b.box(b.px("我们的承诺", a="c", sz=28, b=True) + b.px("蒲公英物业公司党支部 · 2023", a="c"), 420, 80, vml=True)
for k, words in enumerate(
    ["[[★|报修电话响三声内接起，水电急修半小时上门。]]", "[[★|3月15日前给8个小区的电梯口装好对讲，共36部。]]", "[[★|物业费收支每半年公布一次，贴在每个单元门上。]]", "[[★|用心服务，以情暖人。]]", "[[★|年底前为全部高层做一次外墙砖空鼓检查，查出来的当月围挡。]]"]
):  # fmt: skip
    b.box(b.px(words, sz=15), 400, 60, x=10, y=70 + k * 62, vml=True)
b.box(b.px("支部书记：锨大方") + b.px("2023年2月27日"), 200, 50, x=210, y=390, vml=True)
# 17
b = new(17, "Boxes to tick (☑ and □), raw package; examination and result of publicity with their own dates.", how="raw")  # fmt: skip
b.form("member", ref="2019-06-11", year=2019, sign="2019-06-11", approval="2019-06-13", name="笊篱香", post="区图书馆馆员", branch="区图书馆党支部", phone="13900002345")  # fmt: skip
b.p("附件2：")
b.title("在职党员到社区报到服务承诺书")
b.table(
    [["姓名", "笊篱香", "工作单位及职务", "区图书馆馆员"], ["党组织关系", "区图书馆党支部", "联系电话", "13900002345"]],
    [1400, 2600, 2000, 3000],
)
b.p("本人自愿到芦花社区报到，认领以下服务岗位（在方框内打“√”）：", ind=2)
b.p("□ 治安巡逻，每月参加两次夜间巡逻。", ind=2)
b.p("[[☑ |为社区儿童讲绘本，每月第二个周日下午一场，一年不少于10场。]]", ind=2)
b.p("□ 结对帮扶困难家庭____户。", ind=2)
b.p("[[☑ |帮社区图书角整理编目，7月底前上架图书600册。]]", ind=2)
b.p("□ 法律咨询。", ind=2)
b.p("[[☑ |参加社区环境清洁日，每季度不少于1次。]]", ind=2)
b.p("□ 其他：__________________", ind=2)
b.p("承诺人签名：笊篱香          2019年6月11日")
b.table(
    [
        ["支部审核意见", "同意报到。\n负责人：砚一方      2019年6月13日"],
        ["公示结果", "经6月14日至18日公示五天，无异议。\n公示单位：区图书馆党支部\n2019年6月21日"],
    ],
    [2000, 7000],
)
# 19
b = new(19, "Two members' forms printed side by side on one landscape page, in the two cells of a borderless table.", wide=True, size=11)  # fmt: skip
b.form(
    "member", ref="2015-03-09", year=2015, sign="2015-03-09", name="扁担生", post="二组组长", branch="斑鸠岭村党支部"
)
left = b.px("党员承诺书", a="c", sz=18, b=True) + b.px("姓名：扁担生\n职务：二组组长\n支部：斑鸠岭村党支部") + b.px("我承诺今年做好这几件事：\n[[1、|带头把自家12亩坡地退耕种花椒，春分前栽完。]]\n[[2、|组里欠的水费8300元，清明前收齐，收不上来的我先垫。]]\n[[3、|不打牌，不赌博，红白事不大办。]]") + b.px("\n承诺人：扁担生\n2015年3月9日")  # fmt: skip
b.form(
    "member", ref="2015-03-09", year=2015, sign="2015-03-09", name="箩玉兰", post="妇女主任", branch="斑鸠岭村党支部"
)
right = b.px("党员承诺书", a="c", sz=18, b=True) + b.px("姓名：箩玉兰\n职务：妇女主任\n支部：斑鸠岭村党支部") + b.px("我承诺今年做好这几件事：\n[[1、|5月份请镇卫生院来村里给妇女做一次免费检查，去的人数不少于60人。]]\n[[2、|办一期花馍培训班，教会20名留守妇女。]]\n[[3、|全村22名留守儿童一人一张联系卡，每月和他们父母通一次电话。]]\n[[4、|做好计生工作。]]") + b.px("承诺人：箩玉兰\n2015年3月9日")  # fmt: skip
b.body.append(b.tx([[left, right]], [6900, 6900], border="none"))
# 21
b = new(21, "Promises in rhymed couplets, copied from a board (HTML to docx, centred lines with breaks); village groups; the signers told in a sentence.", how="html")  # fmt: skip
b.form("org", ref="2017-04-01", year=2017, sign="2017-04-01", org_name="喜鹊铺村党支部", head="罐子旺")
html(b, """<center><font size="6"><b>喜鹊铺村党员“六诺歌”</b></font></center>
<center>清风吹来喜鹊叫，党员承诺不放炮；<br>说一千来道一万，不如办成几件件。</center>
<center>[[|村东小路坑连坑，五月以前要填平；]]<br>[[|三十六盏太阳灯，七一之前亮满村；]]<br>[[|垃圾两天拉一回，房前屋后不留堆；]]<br>[[|留守老人三十户，每月党员去两度；]]<br>[[|村里账目贴墙上，每季初五晒太阳；]]<br>[[|红白喜事要简办，酒席不过十桌宴；]]</center>
<center>诺言句句记心间，群众面前不食言。</center><p></p>
<p>以上承诺经2017年3月28日支部党员大会41名党员举手通过，由支部书记罐子旺代表喜鹊铺村党支部签名公布，时间是2017年4月1日。</p>""")  # fmt: skip
# 23
b = new(23, "Responsibility letter of a private company's branch; headings （一）, points 1. with sub-points ①② that tell how; several signers with different days; penalties and copies at the end.", pdf=True)  # fmt: skip
b.form("org", ref="2016-02-26", year=2016, sign="2016-02-26", org_name="铁砧机械有限公司党支部", member_count="17", head="钳少峰")  # fmt: skip
b.title("党组织服务承诺责任书", 22)
b.p("承诺单位：铁砧机械有限公司党支部（党员17人）")
b.p(
    "公司现有职工210人，去年受市场影响产值下降一成，但没有裁减一名职工。今年支部把稳岗、安全、技改放在前面，承诺如下：",
    ind=2,
)
b.p("{{1|（一）围绕生产经营}}", b=True)
b.p(
    "[[1.|成立党员攻关小组，10月底前把3号线换模时间从45分钟压到25分钟。\n①每两周开一次碰头会；②请设备厂的师傅来讲一课；③省下的费用拿出一成奖励小组。]]",
    ind=2,
)
b.p("[[2.|一年内零工亡、零重伤，轻伤不超过2起。]]", ind=2)
b.p("{{1|（二）围绕职工}}", b=True)
b.p("[[1.|宿舍楼5月底前装上热水器40台。]]", ind=2)
b.p("[[2.|职工书屋7月1日开放，先配书1000本，由工会采购、支部派人轮值。]]", ind=2)
b.p("[[3.|困难职工当月报、当月访，帮扶金三天内到手。]]", ind=2)
b.p("{{1|（三）围绕自身}}", b=True)
b.p("[[1.|每月25日下班后过一次组织生活，缺席两次的在会上说明。]]", ind=2)
b.p("[[2.|抓好党风廉政建设。]]", ind=2)
b.p("{{0|}}以上承诺未完成的，扣减支部年度活动经费的百分之十。本责任书一式三份，自双方签字之日起执行。", ind=2)
b.p("承诺方：铁砧机械有限公司党支部        书记：钳少峰        2016年2月26日")
b.p("监督方：职工代表  铆小红（2016年2月27日）  焊东来（2016年2月27日）")
b.p("见证方：公司总经理  镗百川")
# 25
b = new(25, "Clinic in two columns; promises numbered by Word with circled figures; unit and signature only in the page footer, date there too.", cols=2, size=12)  # fmt: skip
b.form("org", ref="2018-05-04", year=2018, sign="2018-05-04", org_name="杜鹃坡卫生院党支部", head="药碾清")
n = b.num("circle")
b.p("服务承诺", a="c", sz=22, b=True)
for words in ["[[~①|门诊早上7:40开诊，中午不关窗，急诊24小时有人。]]", "[[~②|挂号、缴费、取药三个窗口排队不超过10分钟，超过了加开一个窗口。]]", "[[~③|6月底前给辖区65岁以上老人免费体检，体检率不低于70%。]]", "[[~④|签约的180户慢病家庭，医生每季度上门一次，带药送到手里。]]", "[[~⑤|处方贵重药品当面讲清价格，不开大处方、不收红包。]]", "[[~⑥|收费项目全部公示，多收一分退十分。]]", "[[~⑦|态度和蔼，视病人如亲人。]]"]:  # fmt: skip
    b.p(words, num=n)
b.p("以上承诺请患者监督，意见箱在一楼大厅，启用三年来已答复意见63条。")
b.foot = b.px("杜鹃坡卫生院党支部    书记 药碾清（签名）    2018年5月4日", a="c", sz=10.5)
# 27
b = new(27, "Ledger (HTML to docx) with category cells merged over rows and one row of opinion with a date in Chinese numerals.", how="html", wide=True)  # fmt: skip
b.form("org", ref="2019-03-15", year=2019, sign="2019-03-15", approval="2019-03-22", org_name="布谷街道柳絮社区党支部", head="针线明", member_count="64", phone="55503310")  # fmt: skip


def cat(level_words: str, span: int, *rows: str) -> str:
    """Rows under a merged category cell, which stands in the first of them."""
    return rows[0].replace("<tr>", f'<tr><td rowspan="{span}">{level_words}</td>', 1) + "".join(rows[1:])


h = b.read("{{1|~民生实事}}")
one = cat("民生实事", 3, hrow(b, "加装电梯", "7号楼2、3单元", "业主出资六成，社区协调燃气移管", "10月31日", "针线明"), hrow(b, "建电动车充电棚", "4处，可停120辆", "与供电所合建", "6月底", "线轴子"), hrow(b, "便民缝补日", "每月1次", "党员轮流坐班", "全年", "顶针婶"))  # fmt: skip
h = b.read("{{1|~自身建设}}")
two = cat("自身建设", 2, hrow(b, "党员积分管理", "64名党员全部建册", "每季度晒分", "3月底启动", "支委会"), hrow(b, "提升党员素质", "明显提高", "加强学习", "长期", "支委会"))  # fmt: skip
html(b, f"""<h2 align="center">2019年度党支部承诺事项一览表</h2>
<table border="1" cellspacing="0" cellpadding="4"><tr><td>党组织</td><td colspan="3">布谷街道柳絮社区党支部</td><td>书记</td><td>针线明</td></tr>
<tr><td>党员人数</td><td colspan="3">64</td><td>电话</td><td>55503310</td></tr>
<tr><th>类别</th><th>承诺事项</th><th>目标</th><th>措施</th><th>完成时限</th><th>责任人</th></tr>{one}{two}
<tr><td>党支部</td><td colspan="5">以上承诺保证兑现。<br>（盖章）<br>二〇一九年三月十五日</td></tr>
<tr><td>街道党工委<br>审定意见</td><td colspan="5">同意。<br>二〇一九年三月二十二日</td></tr></table>""", "td{font-size:11pt}")  # fmt: skip
# 29
b = new(29, "Form with printed blanks (____), some filled and some left; date of signature left blank, the line of examination has one.", font="仿宋")  # fmt: skip
b.form("member", ref="2018-07-03", year=None, sign=None, approval="2018-07-03", name="秤平心", post="个体户", branch="麻雀市场党支部", education=None, phone=None)  # fmt: skip
b.title("个体私营党员承诺书")
b.p(
    "本人__秤平心__，职业__个体户__，文化程度________，联系电话____________，系__麻雀市场党支部__党员，现承诺如下：",
    ind=2,
)
b.p("[[1.|诚信经营，不短斤少两，缺一两赔__十__两。]]", ind=2)
b.p("[[2.|每月拿出__2__个半天到市场门口义务称秤。]]", ind=2)
b.p("[[3.|年内帮__1__名下岗工人学会卖菜的门道。]]", ind=2)
b.p("[[4.|按时交纳党费，遵纪守法。]]", ind=2)
b.p("5.________________________________________", ind=2)
b.p("承诺人（签字）：秤平心          ____年__月__日", a="r")
b.p("支部审查：老秤人品好，第1条要挂到摊位上。书记 篮春水 2018.7.3")
# 31
b = new(31, "Secretary's form as narrow table; each promise in lines 目标：/措施：/时限： under a bold name; telephone and term printed.")  # fmt: skip
b.form("secretary", ref="2021-01-20", year=2021, sign="2021-01-20", approval="2021-02-05", name="犁杖明", gender="男", birth="1974-11", post="翠鸟沟村党总支书记", tenure_start="2018-12", phone="0718-5552096", org_name="翠鸟沟村党总支")  # fmt: skip
b.title("村党组织书记公开承诺书")
b.table(
    [
        ["姓名", "犁杖明", "性别", "男", "出生年月", "1974.11"],
        ["职务", ("翠鸟沟村党总支书记", 3), "任职时间", "2018年12月"],
        ["党组织名称", ("翠鸟沟村党总支", 3), "联系方式", "0718-5552096"],
        ["公开承诺\n事　　项", ("[[一、|*[魔芋加工厂]*\v目标：建成年加工鲜魔芋800吨的车间一座。\v措施：引进翠鸟农业公司，村集体以厂房入股三成。\v时限：9月30日前投产。]]\n[[二、|*[通组公路]*\v目标：硬化四组至水井湾2.3公里。\v措施：申报以工代赈，村民投工。\v时限：6月底。]]\n"
         "[[三、|*[阳光村务]*\v目标：每月10日公开收支。\v措施：监委会主任签字后才上墙。\v时限：全年。]]\n[[四、|*[为民服务]*\v目标：让群众满意。\v措施：热情接待每一位来访群众。\v时限：任期内。]]\n承诺人（签字）：犁杖明　　2021年1月20日", 5)],
        ["乡镇党委\n审定意见", ("魔芋厂要把用地手续办在前头，其余同意。\n（盖章）　　2021年2月5日", 5)],
    ],
    [1400, 1900, 900, 1500, 1400, 2000],
)  # fmt: skip
# 33
b = new(33, "Branch of a kindergarten-school with ★ points, every point followed by an explanation paragraph and last year's result; closing pledge.", font="楷体", size=13)  # fmt: skip
b.form("org", ref="2017-09-12", year=2017, sign="2017-09-12", org_name="黄鹂小学党支部", head="粉笔长")
b.title("黄鹂小学党支部 2017—2018学年 承诺书")
b.p("尊敬的家长、老师：", b=True)
b.p("[[★ |本学期起一至六年级课后托管到17:30，每人每学期收费不超过300元，家庭困难的全免。]]")
b.p("说明：去年托管到16:30，有七成家长反映接孩子来不及，家委会9月1日讨论后决定延长。", ind=2, sz=10.5)
b.p("[[★ |十月底前换掉4间教室的旧灯，每间装护眼灯9盏。]]")
b.p("说明：去年已换8间，花了4万6千元，今年的钱由镇教育基金出。", ind=2, sz=10.5)
b.p("[[★ |每位党员教师结对1名留守学生，两周谈一次心，记在结对本上。]]")
b.p("说明：上学年结对的11名学生中有9名成绩有进步。", ind=2, sz=10.5)
b.p("[[★ |食堂账目每月上墙，家长代表每月来陪餐一次。]]")
b.p("说明：这是家长会上大家提得最多的一条。", ind=2, sz=10.5)
b.p("我们将以更加饱满的热情、更加扎实的作风，努力办好家门口的学校，不辜负家长的期望！", ind=2)
b.p("黄鹂小学党支部（印）        支部书记：粉笔长", a="r")
b.p("2017/9/12", a="r")
# 35
b = new(35, "Table whose columns are promises (件件 by columns), label column at the left; sign row and opinion row at the foot with the date pushed right by blanks.", wide=True, pdf=True)  # fmt: skip
b.form(
    "org",
    ref="2022-03-08",
    year=2022,
    sign="2022-03-08",
    approval="2022-03-16",
    org_name="戴胜社区党支部",
    head="簸箕兰",
)
b.title("戴胜社区党支部“我为群众办实事”承诺表")
cols = [("实事一", "老旧小区飞线充电整治", "新装充电桩30个，飞线清零", "物业出地，企业出桩", "5月底", "簸箕兰"), ("实事二", "“一老一小”午托", "解决25名小学生、18名老人午饭", "借用社区食堂，每餐补贴3元", "3月21日开餐", "漏勺安"), ("实事三", "社区小公园改造", "1800平方米完工开放", "居民投票选方案", "国庆节前", "簸箕兰"), ("实事四", "普法讲座", "多讲几次", "请律师", "有空就办", "罗盘正")]  # fmt: skip
for head, *cells in cols:
    b.item(head, "\n".join(cells))
names = ["", "项目名称", "目标", "做法", "时限", "责任人"]
b.table(
    [["党组织", ("戴胜社区党支部", 2), ("书记：簸箕兰", 2)]]
    + [[n, *[c[k] for c in cols]] for k, n in enumerate(names)]
    + [["承诺签署", ("（盖章）                                        2022年3月8日", 4)], ["街道意见", ("同意实施，实事四请另定时间。                    2022年3月16日", 4)]],
    [1500, 3000, 3000, 3000, 3000],
)  # fmt: skip
# 37
b = new(37, "Form in a one-celled outer table with an inner table for the facts; promises with ordinals 1) and an inner list that tells how; sign line inside the cell.")  # fmt: skip
b.form("member", ref="2020-03-02", year=2020, sign="2020-03-02", name="漆工巧", gender="女", ethnicity="土家族", birth="1988-02", education="大专", post="乡村医生", branch="石蛙村党支部")  # fmt: skip
inner = b.tx([["姓名", "漆工巧", "性别", "女", "民族", "土家族"], ["出生", "1988.2", "学历", "大专", "职业", "乡村医生"], [("所在支部", 1), ("石蛙村党支部", 5)]], [1200, 1700, 1000, 1400, 1000, 1600])  # fmt: skip
rest = b.px("我的承诺：\n[[1)|药房每天8点开门，晚上有人敲门就起床看病。]]\n[[2)|4月底前给全村136名高血压病人建好电子档案，做到：\n  a. 一人一页；\n  b. 每月随访一次；\n  c. 用药有变化的当天改。]]\n[[3)|外地回来的人14天内每天上门测两次体温，到疫情结束为止。]]\n[[4)|常用药不加价。]]")  # fmt: skip
sign = b.px("签名：漆工巧          日期：2020-03-02", a="r")
b.table([["<w:p/>" + b.px("共 产 党 员 承 诺 书", a="c", sz=20, b=True) + inner + rest + sign]], [9200])
# 39
b = new(39, "Copied from the village's web page (HTML to docx): source line with day, view counter, ordered list numbered by Word; no signature.", how="html")  # fmt: skip
b.form("org", ref="2024-03-12", year=2024, sign=None, org_name="白鹡鸰村党支部")
html(b, """<h1>白鹡鸰村党支部2024年公开承诺事项</h1><p style="color:gray">来源：村级公开平台&nbsp;&nbsp;发布时间：2024-03-12&nbsp;&nbsp;浏览次数：318&nbsp;&nbsp;字号：【大】【中】【小】</p><hr>
<p>&nbsp;&nbsp;&nbsp;&nbsp;经2月28日村党员大会和村民代表会议讨论，现将今年的承诺事项公布如下：</p>
<ol><li>[[~1.|流转撂荒地210亩种油茶，清明前完成整地，带动务工60人以上。]]</li><li>[[~2.|给全村水表换成智能表，共计372块，八月底换完。]]</li><li>[[~3.|村口垃圾中转房搬到砖厂旧址，不再熏着大家。]]</li><li>[[~4.|开通每周一、周四进城的便民小巴，票价五元。]]</li><li>[[~5.|重阳节为70岁以上老人办一次集体生日。]]</li></ol>
<p>&nbsp;&nbsp;&nbsp;&nbsp;监督电话：55508123（村监委会）</p><p>【打印本页】&nbsp;【关闭窗口】</p><p>上一篇：村卫生室搬迁通知&nbsp;&nbsp;下一篇：森林防火令</p>""")  # fmt: skip
# 41
b = new(41, "Label cells written downwards one sign a line; comment of the branch, opinion of the committee, and the year-end comment, each with a dotted date.", pdf=True)  # fmt: skip
b.form("member", ref="2018-04-02", year=2018, sign="2018-04-02", approval="2018-04-12", name="筛小谷", gender="男", post="粮站保管员", branch="粮站党支部", joined="1999-12")  # fmt: skip
b.title("2018年党员承诺、践诺、评诺表")
b.table(
    [
        ["姓名", "筛小谷", "性别", "男", "入党时间", "1999.12"],
        ["所在支部", ("粮站党支部", 2), "职务", ("粮站保管员", 2)],
        ["承\n诺\n内\n容", ("[[一．|3号仓虫情每三天查一次，全年虫粮率控制在千分之二以下。]]\n[[二．|夏粮收购期间早上6点到岗，农民卖粮等候不超过40分钟。]]\n[[三．|当好两名新保管员的师傅，国庆前让他们能单独看仓。]]\n[[四．|爱岗敬业，无私奉献。]]\n签名：筛小谷  2018.4.2", 5)],
        ["支\n部\n意\n见", ("第二条好，要写明白从哪天到哪天。书记：斗满金  2018.4.6", 5)],
        ["上\n级\n党\n委\n意\n见", ("同意。  2018.4.12", 5)],
        ["年\n终\n点\n评", ("三条做到，一条说不清。  2018.12.28", 5)],
    ],
    [900, 2000, 900, 1300, 1500, 2400],
)  # fmt: skip
b.p("填表说明：1.承诺内容一般3至5条；2.签名须本人手写；3.本表一式两份，党支部和本人各存一份。", sz=9)
# 43
b = new(43, "An old farmer's own words in long prose (flat ODT to docx); life story, promises with 第一、其次 in running text; witness and writer sign too.", how="fodt")  # fmt: skip
b.form(
    "member",
    ref="2016-02-22",
    year=2016,
    sign="2016-02-22",
    name="辘轳叔",
    joined="1974-08",
    branch="沙鸥滩村第一党支部",
)
odt(b, """b|我的话
我叫辘轳叔，今年六十九，一九七四年八月在部队入的党，现在是沙鸥滩村第一党支部的党员。年轻时修过水库，当过十一年队长，没给自家多要过一分地。如今老了，重活干不动了，可党员的牌子挂在门上，总要做点事。支部叫大家承诺，我就说几句实在话。
[[第一，|从正月十六起，我每天早晚在村小门口的公路上看着娃娃们过马路，下雨下雪也去。]][[第二，|我家的拖拉机谁家送粪拉砖都可以来开，只收油钱。]][[第三，|今年植树节我出苗子，把河堤上死掉的五十棵柳树补栽上。]]还有一件，[[|村里那本老水渠图只有我看得懂，上半年我教会两个年轻人。]]
别的本事没有，说大话也没有用，大家看着我就行。
\t\t\t\t\t说话人：辘轳叔（手印）
\t\t\t\t\t代笔：墨盒儿
\t\t\t\t\t见证人：木鱼生、锣天响
r|二〇一六年二月二十二日（正月十五）""")  # fmt: skip
# 45
b = new(45, "Joint pledge of a party group; the day stands in the line that asks for the signatures, a table of twelve names follows.", size=13)  # fmt: skip
b.form("org", ref="2020-02-03", year=2020, sign="2020-02-03", org_name="百灵社区第四党小组")
b.title("百灵社区第四党小组战“疫”承诺")
b.p("面对疫情，我们不退缩。第四党小组全体党员在此向全体居民承诺：", ind=2)
b.p("[[◆ |守好北门，二十四小时三班倒，每班两人，进出必测体温、必登记。]]")
b.p("[[◆ |居家观察的31户，买菜买药由我们代办，当天下单当天送到门口。]]")
b.p("[[◆ |每天上午、下午各消杀一次9个单元的楼道和扶手。]]")
b.p("[[◆ |不信谣，不传谣。]]")
b.p("疫情不退，我们不退！", b=True)
b.p("承诺人签名（2020年2月3日于社区北门）：")
names12 = ["钉大勇", "铃铛", "瓦刀", "梭子花", "绳结实", "桨有力", "锚定", "帆顺", "舵小白", "橹青", "篙长", "舱满"]
b.table([names12[k : k + 4] for k in range(0, 12, 4)], [2200] * 4)
# 47
b = new(47, "Letter paper: unit in the page header, telephone and day in the footer; bullets by Word; runs of blanks before the signature.", how="word", font="华文中宋")  # fmt: skip
b.form("org", ref="2023-03-31", year=2023, sign="2023-03-31", org_name="螺丝帽电子有限公司党支部")
n = b.num("bul")
b.head = b.px("螺丝帽电子有限公司党支部文件", a="c", sz=16, b=True)
b.p("公 开 承 诺", a="c", sz=24, b=True)
b.p("公司党支部成立三年来，先后获得园区先进支部两次，解决职工子女入学11人。新的一年，我们的打算是：", ind=2)
for words in ["[[~●|月底工资次月8日前发到卡上，晚一天按天补息。]]", "[[~●|车间噪音大的冲压班，4月底前每人配发隔音耳罩2副。]]", "[[~●|暑假开办职工子女托管班，收30个孩子，免费。]]", "[[~●|新进员工由党员带，一带三个月，出师率达到九成。]]", "[[~●|增强企业凝聚力。]]"]:  # fmt: skip
    b.p(words, num=n)
b.p("特此承诺，敬请监督。", ind=2)
b.foot = b.px("监督电话：55507788                                        2023年3月31日", sz=10)
# 49
b = new(49, "Three promise cards of a workshop in one file, a small table each; one card lacks the day.", size=11)
for who, post, promises, when, iso in (
    ("轴承义", "车工", ["[[1.|全年一次交检合格率99.5%以上。]]", "[[2.|带出徒弟1名，年底考过中级工。]]", "[[3.|班后清理铁屑，机床不过夜脏。]]"], "2015年5月25日", "2015-05-25"),
    ("阀小青", "库管员", ["[[1.|急用件10分钟内出库。]]", "[[2.|每月盘库一回，账物相符率100%。]]", "[[3.|文明礼貌，热情服务。]]"], "2015年5月26日", "2015-05-26"),
    ("垫片清", "检验员", ["[[1.|首件必检，当班件件有记录。]]", "[[2.|不合格品绝不放过一件，不讲情面。]]", "[[3.|9月底前编出《常见缺陷图册》一本，发到每个班组。]]"], "2015年5月  日", None),
):  # fmt: skip
    b.form("member", ref=iso, year=2015, sign=iso, name=who, post=post, branch="二车间党支部")
    b.table(
        [[("共产党员承诺卡", 4)], ["姓名", who, "工种", post], ["支部", ("二车间党支部", 3)], [("\n".join(promises), 4)], [("承诺人：" + who + "    " + when, 4)]],
        [1100, 3000, 1100, 3000],
    )  # fmt: skip

for one in books:
    one.save()
finish(books)
