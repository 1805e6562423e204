"""The half `test/` (even numbers): `python tests/layouts/fresh2/make_b_test.py`."""
# fmt: off

from __future__ import annotations

import io

from maker_b import Book, finish, hrow, html, odt, orow, rtf, runs
from PIL import Image, ImageDraw

T = "test"
books: list[Book] = []


def new(n: int, layout: str, **kw: object) -> Book:
    """A book of this half."""
    books.append(Book(T, f"b{n:03}", layout, **kw))  # type: ignore[arg-type]
    return books[-1]


# 2
b = new(2, "Facts on underlined lines without a table (raw package); date with blanks between its parts; the higher opinion left without a date.", how="raw", split=7)
b.form("org", ref="2016-02-18", year=2016, sign="2016-02-18", approval=None, org_name="大雁坪村党支部", head="锄头福", member_count="29", phone="13700003456")
b.title("大雁坪村 2016 年公开承诺书")
b.p("党组织名称：_[  大雁坪村党支部      ]_  党员人数：_[  29  ]_")
b.p("负责人：_[  锄头福  ]_            联系电话：_[ 13700003456 ]_")
b.p("承诺事项：")
for words in ["[[1.|把3.6公里的毛路铺成水泥路，宽4.5米，入冬前通车。]]", "[[2.|争取电力局给六组换一台200千伏安的变压器，上半年挂上杆。]]", "[[3.|村干部轮流坐班，周一到周五每天至少一人在办公室，不在的贴条子写明去向。]]", "[[4.|给11户贫困户每户送仔猪2头、鸡苗30只，端午节前送到圈里。]]", "[[5.|讲学习、讲政治、讲正气。]]"]:
    b.p(words, left=420)
b.p("大雁坪村党支部（盖章）        书记（签名）：锄头福          2016 年 2 月 18 日")
b.p("镇党委审核意见：")
b.p("                    （盖章）          年    月    日")
b.p("备注：1.本承诺书于2月底前在村务公开栏公示。2.一式两份，村、镇各存一份。", sz=9)

# 4
b = new(4, "Letter of a primary school to parents (HTML to docx); 其一 其二 in prose; the day stands above the unit.", how="html")
b.form("org", ref="2021-08-30", year=2021, sign="2021-08-30", org_name="棋盘街小学党支部")
html(b, """<p align="center" style="font-size:20pt"><b>开学前，我们想对家长说</b></p><p>亲爱的家长朋友：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;暑假里，学校收到家委会转来的意见四十多条，每一条我们都读了。新学年，党支部和全体教师向您承诺：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;[[其一，|一、二年级不留书面家庭作业，三至六年级每天不超过一小时，谁超了由年级组长当天向家长说明；]][[其二，|九月十五日前把后操场的煤渣地换成塑胶，验收报告贴在校门口；]][[其三，|课后服务每周五天，开设剪纸、竹笛等社团18个，每个孩子至少参加1个；]][[其四，|中午饭菜由家长代表轮流试吃，每周公布一次菜价。]]</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;教师的师德是家长最看重的，[[|每名教师开学第一天都在支部签一份“不补课、不收礼、不体罚”的保证，谁违反，年度考核一律不合格。]]</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;我们深知，教育不是一个人的事。让我们携起手来，共同守护孩子的笑脸！</p>
<p align="right">2021年8月30日</p><p align="right">棋盘街小学党支部</p>""")

# 6
b = new(6, "Member's table with label cells 签字日期, 审核人, 审核日期 and ISO days; promises sorted by label rows.", pdf=True)
b.form("member", ref="2018-05-11", year=2018, sign="2018-05-11", approval="2018-05-20", name="熨斗平", gender="女", birth="1985-07", joined="2010-06", education="中专", post="裁剪班班长", branch="蝈蝈服装厂党支部")
b.p("附件3")
b.title("非公企业党员承诺登记表")
b.table([
    ["姓名", "熨斗平", "性别", "女", "出生年月", "1985年7月"],
    ["入党时间", "2010年6月", "文化程度", "中专", "职务", "裁剪班班长"],
    ["所在支部", ("蝈蝈服装厂党支部", 5)],
    ["{{1|岗位承诺}}", ("[[1、|裁片返工率从百分之四降到百分之二以下，下半年起每月公布。]]\n[[2、|新样衣两天内排好料单，省布5%。]]", 5)],
    ["{{1|服务承诺}}", ("[[3、|义务教工友用缝纫机修补衣裳，每周三晚上7点在宿舍活动室。]]\n[[4、|班里谁家有急事，我顶班，一年不少于6次。]]", 5)],
    ["{{1|自律承诺}}", ("[[5、|不拿厂里一寸布。]]", 5)],
    ["签字日期", ("2018-05-11", 2), "签字", ("熨斗平", 2)],
    ["审核人", ("顶针明", 2), "审核日期", ("2018-05-20", 2)],
], [1400, 1600, 1200, 1500, 1400, 1900])
b.p("填写说明：\n1、承诺内容由本人填写，不得代写。\n2、每类承诺不少于1条，要有时间、有数量。\n3、本表6月1日前交工业园区党工委。", sz=9)

# 8
b = new(8, "Agreement between a member and his branch, 承诺方 and 接诺方 (flat ODT to docx); rights and final clauses beside promises; both signatures on lines with tabs.", how="fodt")
b.form("member", ref="2017-06-28", year=2017, sign="2017-06-28", name="风箱旺", post="农机合作社理事长", branch="蜻蜓湖村党总支第二支部")
odt(b, """b|共产党员承诺协议
承诺方：风箱旺，农机合作社理事长（以下简称乙方）
接诺方：蜻蜓湖村党总支第二支部（以下简称甲方）
为发挥党员带富作用，双方约定如下：
{{1|第一部分  乙方承诺}}
[[（一）|今年“双抢”期间，合作社的12台收割机优先给困难户和军属收割，每亩比市价少收20元。]]
[[（二）|从合作社盈余中拿出2万元，8月底前修好村西的两座机耕桥。]]
[[（三）|吸收本村5名残疾人或者低保户家里的劳力到合作社做工，月工资不低于1800元。]]
[[（四）|每年10月办一次农机手培训，村里人来学不收学费。]]
[[（五）|合作社的账按季度给社员看。]]
{{1|第二部分  甲方责任}}
（六）甲方负责联系镇农机站，帮助办理补贴手续。
（七）甲方每半年对乙方履诺情况讲评一次。
{{0|}}
{{1|第三部分  附则}}
（八）乙方因天灾不能兑现的，应当向党员大会说明。
（九）本协议双方签字后生效，村务监督委员会存一份。
乙方（签字）：风箱旺\t\t\t2017年6月28日
甲方（签字）：独轮车\t\t\t2017年7月1日""")

# 10
b = new(10, "List of members and their promises set with tabs instead of a table; unit and day in the last line.", size=11)
b.form("org", ref="2019-04-20", year=2019, sign="2019-04-20", org_name="柴胡巷社区第一党支部", head="葫芦生")
b.title("柴胡巷社区第一党支部党员微承诺榜")
b.p("姓名\t我的微承诺\t完成时间", tabs=(1500, 7200), b=True)
for words in ["[[|壶大嫂\t认养门前花坛一个，死一棵补一棵\t全年]]", "[[|盏灯明\t给6、7号楼的声控灯换灯泡，坏了第二天修好\t4月30日前]]", "[[|碗筷香\t教8位老人用手机挂号、付水电费\t6月底]]", "[[|勺大壮\t把楼道里自家的旧柜子搬走，再动员3户邻居搬\t五一前]]", "[[|盆小青\t做文明居民\t一贯]]", "[[|瓢有才\t写春联送邻居，不少于100副\t春节前]]"]:
    b.p(words, tabs=(1500, 7200))
b.p("")
b.p("柴胡巷社区第一党支部  书记葫芦生\t2019年4月20日公布", tabs=(6200,))

# 12
b = new(12, "Member's form and then the branch's form in one file (RTF to docx); both short, the second with an opinion line.", how="rtf")
b.form("member", ref="2022-03-18", year=2022, sign="2022-03-18", name="石碾宽", post="保安队长", branch="蜂鸟商场党支部")
first = ["c|个人承诺", "本人石碾宽，蜂鸟商场党支部党员，任保安队长。", "[[1、|每天闭店后带队把五个楼层走一遍，查火、查水、查门。]]", "[[2、|捡到顾客的东西24小时内登记、广播、上交服务台。]]", "[[3、|年内考取建（构）筑物消防员证。]]", "[[4、|对人有礼貌。]]", "r|承诺人：石碾宽", "r|2022年3月18日", ""]
first = [b.read(x) for x in first]
b.form("org", ref="2022-03-18", year=2022, sign="2022-03-18", approval="2022-03-25", org_name="蜂鸟商场党支部", head="石磨圆")
rtf(b, [*first, "c|支部承诺", "[[1、|3月底前在一楼设母婴室1间、休息椅20把。]]", "[[2、|每月15日为环卫工、快递员免费供应午餐一次。]]", "[[3、|商户投诉两个工作日答复，租金、电费标准全部公示。]]", "r|蜂鸟商场党支部  负责人：石磨圆", "r|2022年3月18日", "上级党组织意见：同意。园区党委 2022年3月25日"])

# 14
b = new(14, "Promises numbered by Word in the text; facts, signature and opinion in three text boxes (DrawingML with fallback).", pdf=True)
b.form("secretary", ref="2019-02-25", year=2019, sign="2019-02-25", approval="2019-03-04", name="火镰红", post="党支部书记兼村主任", org_name="野鸽岭村党支部", tenure_start="2017-12")
n = b.num("cnp")
b.p("村书记公开承诺书", a="c", sz=22, b=True)
b.box(b.px("姓名：火镰红\n职务：党支部书记兼村主任\n任职时间：2017年12月\n党组织：野鸽岭村党支部", after=0), 230, 78)
for _ in range(5):
    b.p("")
for words in ["[[~（一）|带着两委干部把全村196户走一遍，5月底前走完，每户留一张联系卡。]]", "[[~（二）|引进一家食用菌企业，建大棚40个，带动30户种菇。]]", "[[~（三）|学校旧址改成养老院，9月开工，年底封顶。]]", "[[~（四）|个人重大事项先向支部报告，亲属不承包村里的工程。]]", "[[~（五）|团结班子成员。]]"]:
    b.p(words, num=n)
b.box(b.px("承诺人：火镰红\n2019年2月25日", after=0), 150, 46, x=300)
b.p("")
b.p("")
b.p("")
b.box(b.px("乡党委审定意见：\n同意承诺，乡包村干部负责督办。\n2019年3月4日", after=0), 300, 60)

# 16
b = new(16, "Rhymed promises 一诺…六诺 in a one-column table (HTML to docx), refrain lines between; signed by the unit only.", how="html")
b.form("org", ref="2018-07-01", year=2018, sign="2018-07-01", org_name="蝉鸣街道团结里社区党委")
rows = "".join(f"<tr><td>{w}</td></tr>" for w in ["红旗飘，歌声响，党员承诺记心上。", "[[一诺|路灯坏了三天亮，报修单子贴墙上；]]", "[[二诺|下水道里不冒汤，雨季以前掏八趟；]]", "[[三诺|空巢老人四十双，每周上门问安康；]]", "[[四诺|楼院添座晾衣场，八月交付大家忙；]]", "[[五诺|办事不拖不推让，当天能办不隔晌；]]", "[[六诺|为民服务热心肠，群众满意美名扬。]]", "说得好，不如干得响，年底请你来打榜！"])
html(b, f'<h1 align="center">六诺歌</h1><table border="1" align="center" cellpadding="6">{b.read(rows)}</table><p align="right">蝉鸣街道团结里社区党委</p><p align="right">二〇一八年七月一日</p>')

# 18
b = new(18, "Menu table with a column of ticks; only ticked rows are promises; report line with the community's confirmation.", size=11)
b.form("member", ref="2023-03-20", year=2023, sign="2023-03-20", name="滑轮顺", post="供水公司抄表员", branch="供水公司第三党支部", phone="13600004567")
b.title("在职党员“双报到”服务项目认领单")
b.p("姓名：滑轮顺      单位职务：供水公司抄表员      联系电话：13600004567")
b.p("所属党支部：供水公司第三党支部      报到社区：蟋蟀园社区")
b.table([
    ["选择", "服务项目", "具体内容", "时间和次数"],
    ["", "文明劝导", "早晚高峰路口执勤", "每周1次"],
    b.led("水管维修", "免费给孤寡老人换龙头、通水池", "每月2次", no="√"),
    ["", "助学辅导", "", ""],
    b.led("水费查询", "教居民用手机查水量，发现漏水提醒住户", "长期", no="√"),
    ["", "心理疏导", "", ""],
    b.led("微心愿", "认领张家小女孩的心愿：自行车一辆", "六一前", no="√"),
], [900, 2000, 4200, 1900])
b.p("本人郑重承诺按时完成以上认领项目。")
b.p("认领人：滑轮顺                认领日期：2023.03.20")
b.p("社区确认：已登记    经办人：算珠儿")

# 20
b = new(20, "A company's 军令状: full-width figures １．, centred slogan, signer, two witnesses and a supervisor on tabbed lines.", font="黑体", size=13)
b.form("org", ref="2015-01-12", year=2015, sign="2015-01-12", org_name="云锄肥料有限公司党支部", head="铧犁雄")
b.title("军  令  状", 28)
b.p("安全第一  质量为天  说到做到", a="c")
b.p("云锄肥料有限公司党支部全体党员，向公司董事会和３１２名职工立下军令状：", ind=2)
for words in ["[[１．|复合肥二车间技术改造４月２０日投料试车，日产量由１８０吨提高到２３０吨。]]", "[[２．|除尘器换新布袋，厂界粉尘浓度全年达标。]]", "[[３．|职工食堂每餐不少于６个菜，价格两年不涨。]]", "[[４．|下岗返岗的１５名老工人，一个月内全部安排上岗。]]", "[[５．|狠抓管理，向管理要效益。]]"]:
    b.p(words, ind=2)
b.p("如果完不成，支部委员集体辞职。本军令状从立状之日起生效。", ind=2)
b.p("立状人：云锄肥料有限公司党支部书记\t铧犁雄\t（手印）", tabs=(5200, 6600))
b.p("见证人：工会\t耧斗生\t团委\t木锨芳", tabs=(2600, 4000, 5200))
b.p("监督人：董事会\t铜锣响", tabs=(2600,))
b.p("立状日期：\t２０１５年１月１２日", tabs=(2600,))

# 22
b = new(22, "Headings and points both numbered by Word, two lists restarted under each heading; signature at the right of one line, opinion of the street at the left of the next.")
b.form("org", ref="2020-03-30", year=2020, sign="2020-03-30", approval="2020-04-07", org_name="玉簪花社区卫生服务站党支部", head="听诊明")
b.title("2020年党支部公开承诺")
h = b.num("cn")
for head, points in (("{{1|疫情防控}}", ["[[~1.|发热患者一人一诊室，预检登记一个不漏。]]", "[[~2.|每周给辖区4个小区的门岗培训一次测温和消毒，共办8期。]]"]), ("{{1|公共卫生}}", ["[[~1.|儿童预防接种改为手机预约，等候不超过20分钟。]]", "[[~2.|年内完成2600份健康档案的核对更新，合格率98%。]]", "[[~3.|高血压、糖尿病随访每季度一次，随访本放在居民家里。]]"]), ("{{1|行风建设}}", ["[[~1.|全站人员廉洁行医。]]"])):
    b.p(head, num=h, b=True)
    k = b.num("dec")
    for words in points:
        b.p(words, num=k, left=420)
b.p("玉簪花社区卫生服务站党支部（章）　支部书记：听诊明　2020年3月30日", a="r")
b.p("街道党工委意见：同意公示　经办：棉签白　2020年4月7日")

# 24
b = new(24, "Table of residents' complaints against promises (问题 – 承诺 – 何时办好 – 找谁); no number column; day in the heading row of the table.", pdf=True)
b.form("org", ref="2021-06-25", year=2021, sign="2021-06-25", org_name="海棠里社区党总支")
b.title("群众点单  支部接单")
b.table([
    [("海棠里社区党总支承诺清单", 2), ("承诺日期：2021年6月25日", 2)],
    ["大家反映的问题", "我们的承诺", "何时办好", "找谁"],
    b.led("菜市场门口积水，雨天没法走", "垫高路面18厘米，新做雨水口4个", "7月20日", "社区副书记 顶针绣"),
    b.led("夜里广场舞太吵", "与6支舞队签约，晚8点半关音响，音量不超过60分贝", "即日起", "文体委员 铃鼓欢"),
    b.led("办居住证要跑三趟", "材料一次说清，一趟办成，社区代跑派出所", "7月1日起", "窗口 印泥红"),
    b.led("楼道小广告多", "加大清理力度", "逐步解决", "物业"),
    b.led("没有地方给孩子放学后写作业", "腾出会议室办“四点半课堂”，请退休教师3人轮流看护，可坐24人", "9月1日开课", "妇联主席 毽子飞"),
], [2500, 3900, 1300, 1700])
b.p("凡未按期办好的，我们在公告栏说明原因。社区值班电话55504321。")

# 26
b = new(26, "Ledger (HTML to docx) whose last row holds three opinions of three levels side by side, each with its day.", how="html", wide=True)
b.form("org", ref="2017-03-10", year=2017, sign="2017-03-10", approval="2017-03-24", org_name="鹧鸪中心小学党支部", head="圆规正", phone="0739-5550808")
html(b, f"""<p align="center"><font size="5">鹧鸪中心小学党支部2017年承诺台账</font></p>
<table border="1" cellspacing="0" width="100%"><tr><td>序号</td><td>承诺项目</td><td>目标任务</td><td>完成时间</td><td>责任人</td></tr>
{hrow(b, "留守儿童之家", "添置视频电话3部、床铺24张，周末有人值守", "4月底", "圆规正", no="1")}{hrow(b, "教学质量", "语文、数学合格率比去年提高3个百分点", "6月底", "三角板", no="2")}{hrow(b, "教师宿舍维修", "12间换门窗、通自来水", "暑假", "橡皮净", no="3")}{hrow(b, "校园安全", "不出事", "全年", "全体教师", no="4")}{hrow(b, "《学校财务公开办法》", "教代会通过，每学期公布两次", "3月31日", "卷尺长", no="5")}
<tr><td colspan="2">支部（盖章）<br>负责人：圆规正<br>电话：0739-5550808<br>2017年3月10日</td><td>学区党总支意见<br>同意<br>2017年3月15日</td><td colspan="2">镇党委意见<br>同意，第4项应写明措施<br>2017年3月24日</td></tr></table>""", "td{font-family:宋体}")

# 28
b = new(28, "Blanks filled in over underlines in a paragraph form; approval told in a sentence with its day; several lines left empty.", font="仿宋", size=14)
b.form("member", ref="2020-05-06", year=2020, sign="2020-05-06", approval="2020-05-08", name="水桶清", branch="河蚌湾村党支部", post=None, phone=None)
b.title("党 员 承 诺 书")
b.p("承诺人_[ 水桶清 ]_  所在支部_[ 河蚌湾村党支部 ]_  职务_[          ]_  电话_[              ]_")
b.p("一年来，我在支部的帮助下完成了去年承诺的清塘、修闸两件事。今年继续作如下承诺：", ind=2)
b.p("[[1、|负责_[ 二 ]_号河段的保洁，每天打捞一次漂浮物，到12月31日为止。]]", ind=2)
b.p("[[2、|帮助_[ 蓑衣老伯 ]_家种好_[ 1.5 ]_亩莲藕，开春送种，霜降前帮着挖。]]", ind=2)
b.p("[[3、|发动_[ 10 ]_户村民把旱厕改成水厕，国庆节前改完。]]", ind=2)
b.p("[[4、|自觉参加组织生活，缺席不超过_[   ]_次。]]", ind=2)
b.p("5、_[                                          ]_", ind=2)
b.p("承诺人：水桶清（签章）  _[2020]_年_[5]_月_[6]_日", a="r")
b.p("以上承诺经河蚌湾村党支部2020年5月8日支委会审核同意，予以公示。")

# 30
b = new(30, "A street secretary's speech: catch-line headings 关于…, a paragraph of talk under each with the promise in its midst; earlier results; signed at the end.", size=13)
b.form("secretary", ref="2022-02-16", year=2022, sign="2022-02-16", name="铁锚稳", post="码头街道党工委书记")
b.title("在全体党员大会上的承诺")
b.p("码头街道党工委书记    铁锚稳", a="c")
b.p("同志们：去年我承诺了四件事，拆违、亮灯、建公园都办成了，老码头停车楼因为手续没有下来，今年接着办。今天当着大家的面，我再把新一年的事说清楚。", ind=2)
b.p("{{1|关于停车}}", b=True)
b.p("手续上个月已经办齐。[[|停车楼3月份动工，国庆节前交付车位420个。]]周边居民包月的价钱由听证会说了算。", ind=2)
b.p("{{1|关于养老}}", b=True)
b.p("街道有六十岁以上老人九千多，床位只有八十张。[[|我们要在年内再办两家社区养老院，新增床位120张，]]请大家帮忙找房子。", ind=2)
b.p("{{1|关于作风}}", b=True)
b.p("有人说街道的门难进。[[|从下周起，党工委七名成员轮流在信访大厅接待，每个工作日上午有一人坐班，]][[|群众来信五个工作日内回复，]]回没回，纪工委每月通报。", ind=2)
b.p("{{1|关于我自己}}", b=True)
b.p("[[|我的手机24小时不关机。]][[|我和家里人不插手辖区任何工程。]]", ind=2)
b.p("{{0|}}大家监督我，就是爱护我。谢谢！", ind=2)
b.p("2022年2月16日", a="r")

# 32
b = new(32, "Form in flat ODT to docx; the promise cell is told by role labels 带头学习 … as headings; signature row with day in Chinese numerals; branch opinion without a day of its own.", how="fodt")
b.form("member", ref="2016-03-05", year=2016, sign="2016-03-05", approval=None, name="墨斗直", gender="男", ethnicity="苗族", post="木器厂技师", branch="山雀木器厂党支部")
odt(b, """b|争做“五带头”党员承诺书
<table:table table:name="f"><table:table-column table:number-columns-repeated="6"/>""" + orow("姓名", "墨斗直", "性别", "男", "民族", "苗族") + """</table:table>
<table:table table:name="g"><table:table-column table:number-columns-repeated="2"/>""" + orow("职务或职业", "木器厂技师") + orow("所在党支部", "山雀木器厂党支部") + orow("承诺事项", b.read("{{1|带头学习提高}}\n[[|国庆前自学完《家具制图》，能用电脑画三视图。]]\n{{1|带头争创佳绩}}\n[[|把榫头合格率提到98%以上，每月自己统计一次贴在机台上。]]\n[[|收两名学徒，一年内教会他们看图、开料、刮磨。]]\n{{1|带头服务群众}}\n[[|给厂区附近的小学修课桌椅，全年修好50套，不收钱。]]\n{{1|带头遵纪守法}}\n[[|车间里不抽烟，谁抽我管谁。]]\n{{1|带头弘扬正气}}\n[[|弘扬工匠精神。]]\n{{0|}}")) + orow("承诺人签名", "墨斗直      二〇一六年三月五日") + orow("党支部意见", "同意\n年   月   日") + "</table:table>")

# 34
b = new(34, "One small table a promise (承诺事项1 …) with label cells; signature table with place, signer and day; second signer of the residents.", pdf=True)
b.form("org", ref="2023-04-14", year=2023, sign="2023-04-14", org_name="雨燕社区第五网格党支部", head="鼓楼安")
b.title("网格党支部承诺事项")
b.p("党支部名称：雨燕社区第五网格党支部        书记：鼓楼安")
for k, (what, goal, how, when, who) in enumerate((
    ("拆除占道旧花坛", "11处全部拆完，恢复人行道260米", "网格党员周末义务劳动，街道出车", "4月30日", "鼓楼安"),
    ("独居老人“一键呼”", "为19户装呼叫器，试呼成功率100%", "爱心企业捐设备", "五月中旬", "钟摆勤"),
    ("网格议事会", "每月5日晚上开会一次，议定的事三天内贴出来", "业主代表轮流主持", "坚持全年", "鼓楼安"),
    ("创建和谐网格", "居民关系融洽", "广泛宣传", "", "全体党员"),
), 1):
    b.item(f"承诺事项{k}", "\n".join(x for x in (what, goal, how, when, who) if x))
    b.table([[f"承诺事项{k}", (what, 3)], ["目标", (goal, 3)], ["办法", (how, 3)], ["时限", when, "责任人", who]], [1500, 3000, 1200, 3000])
b.table([["承诺地点", "雨燕社区小广场", "承诺时间", "2023年4月14日"], ["书记签名", "鼓楼安", "居民代表签名", "秋千荡"]], [1500, 3000, 1500, 3000])

# 36
b = new(36, "Cover page with unit and month, the promises on the second page in paragraphs without numbers; no signature at the end.", size=14)
b.form("org", ref=None, year=2023, sign=None, org_name="算盘山镇中心卫生院党总支")
for _ in range(5):
    b.p("")
b.p("创先进  作承诺  办实事", a="c", sz=26, b=True)
b.p("承 诺 书", a="c", sz=36, b=True)
for _ in range(8):
    b.p("")
b.p("算盘山镇中心卫生院党总支\n二〇二三年三月", a="c", sz=16)
b.body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
b.p("医者仁心，重在行动。我们向全镇群众承诺：", ind=2)
for words in ["[[|住院病人出院后七天内电话回访一次，回访率达到百分之百。]]", "[[|彩超室周六、周日照常开，检查当天出报告。]]", "[[|六月底前把门诊楼的旱厕改成水冲式，装上扶手和呼叫铃。]]", "[[|每个月派一支三人小分队，到最远的五个村巡诊。]]", "[[|合理检查，合理用药，合理收费。]]"]:
    b.p(words, ind=2)
b.p("言必信，行必果，请广大患者监督！", ind=2)

# 38
b = new(38, "Electronic form of content controls (raw package): facts, promises and day stand in controls, an empty one shows its prompt.", how="raw")
b.form("member", ref="2024-05-09", year=2024, sign="2024-05-09", approval="2024-05-13", name="扳手灵", post="公交车队维修工", branch="飞鸿公交二车队党支部", joined="2013-11", phone=None)


def sdt(words: str, extra: str = "") -> str:
    """A content control around words."""
    return f"<w:sdt><w:sdtPr>{extra}</w:sdtPr><w:sdtContent>{runs(b.read(words))}</w:sdtContent></w:sdt>"


def line(*parts: str) -> None:
    """A paragraph of plain words and controls."""
    b.body.append("<w:p>" + "".join(x if x.startswith("<") else runs(b.read(x)) for x in parts) + "</w:p>")


b.title("党员电子承诺书（2024年）")
line("姓名：", sdt("扳手灵"), "    岗位：", sdt("公交车队维修工"))
line("党支部：", sdt("飞鸿公交二车队党支部"), "    入党时间：", sdt("2013年11月"))
line("联系电话：", sdt("单击此处输入文字。", "<w:showingPlcHdr/>"))
line("承诺一：", sdt("[[|早班车6点出库前，36辆车刹车、灯光、灭火器逐车检查签字。]]"))
line("承诺二：", sdt("[[|半年内把空调滤网全部清洗两遍，夏天车里不超过26度。]]"))
line("承诺三：", sdt("[[|司机路上报修，半小时内赶到。]]"))
line("承诺四：", sdt("[[|钻研技术。]]"))
line("承诺五：", sdt("单击此处输入文字。", "<w:showingPlcHdr/>"))
for one, words in zip(b.forms[-1]["items"], ["承诺一：", "承诺二：", "承诺三：", "承诺四："], strict=True):
    one["ordinal"] = words
line("承诺人：", sdt("扳手灵"), "    承诺日期：", sdt("2024年5月9日", '<w:date w:fullDate="2024-05-09T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date>'))
line("支部审核：", sdt("通过", '<w:dropDownList><w:listItem w:displayText="通过" w:value="1"/><w:listItem w:displayText="退回" w:value="2"/></w:dropDownList>'), "    审核日期：", sdt("2024年5月13日"))

# 40
b = new(40, "Article of a social account (HTML to docx): div blocks, bold catch lines with talk below, editor's lines at the foot; month without day.", how="html")
b.form("org", ref=None, year=2022, sign=None, org_name="稻草人文旅公司党支部", member_count="9")
html(b, """<div style="font-size:18pt"><b>民宿里的党员怎么说？稻草人文旅公司党支部亮诺了！</b></div><div style="color:#888">原创&nbsp;&nbsp;稻草人文旅</div>
<div><br>我们支部有9名党员，管着31间客房和一座小茶场。旺季快到了，我们说到做到——</div>
<div><br><b>[[❶ |客人退房随时查，查出床单没换的，当晚房费全退。]]</b></div><div>（去年黄金周有客人在留言本上提过，我们脸红了。）</div>
<div><br><b>[[❷ |6月1日前为村里45岁以上的妇女安排客房、茶叶包装岗位22个。]]</b></div><div>（家门口挣钱，不用再去县城。）</div>
<div><br><b>[[❸ |收购村民的土鸡蛋、笋干不压价，比镇上收购价高一成，当天付现。]]</b></div>
<div><br><b>[[❹ |每月第一个周日，党员带游客沿溪捡垃圾一次。]]</b></div>
<div><br><b>[[❺ |讲好乡村故事，传播正能量。]]</b></div>
<div><br>稻草人文旅公司党支部</div><div>2022年4月</div><div><br>编辑：竹蜻蜓&nbsp;&nbsp;审核：麦芽糖</div><div>点分享&nbsp;点收藏&nbsp;点在看</div>""")

# 42
b = new(42, "Responsibility letter (RTF to docx): each point ends with （责任人：…；完成时限：…）; the promiser's and the supervisor's lines with tabs and days.", how="rtf", pdf=True)
b.form("org", ref="2019-01-18", year=2019, sign="2019-01-18", org_name="芦笙寨村党总支", head="唢呐高")
rtf(b, ["c|2019年度为民办实事责任书", "责任单位：芦笙寨村党总支", "为落实乡村振兴部署，村党总支对下列事项负总责：",
        "[[1.|寨门到鼓楼的青石板路修复680米。（责任人：唢呐高；完成时限：4月30日）]]", "[[2.|办苗绣合作社，吸收绣娘50人，第一批订单6月交货。（责任人：银梳妹；完成时限：6月30日）]]",
        "[[3.|木房消防：128栋木房每栋配灭火器2只，电线全部穿管。（责任人：水龙头；完成时限：10月底）]]", "[[4.|辍学学生劝返，九年义务教育阶段零辍学。（责任人：包村干部、村小校长；完成时限：春季开学）]]",
        "[[5.|村规民约修订上墙。（责任人：唢呐高；完成时限：三月三歌节前）]]", "未完成的，年终报酬扣减相应比例。",
        "责任人签字：\t唢呐高\t\t2019年1月18日", "监督单位：\t乡纪委\t\t2019年1月21日", "本责任书自2019年2月1日起施行。"])

# 44
b = new(44, "Nursing station: promises as ✓ lines in a shaded box of one cell, service and visiting hours below are no promises; seal line with day before the name.", size=13)
b.form("org", ref="2025-05-12", year=2025, sign="2025-05-12", org_name="荷叶医院内科护理党小组", head="棉球柔")
b.title("天使在身边——内科护理党小组承诺")
b.table([[("[[✓ |输液呼叫铃响，2分钟内到床边。]]\n[[✓ |夜间巡视每小时一次，脚步轻、说话轻、关门轻。]]\n[[✓ |出院病人三天内电话回访，全年回访不少于900人次。]]\n[[✓ |6月底前推出“陪检员”服务，80岁以上老人检查全程有人陪。]]\n[[✓ |以病人为中心，提供优质护理。]]", 1)]], [8600])
b.p("服务时间：24小时　　探视时间：下午3点至5点　　投诉信箱：一楼电梯口", sz=11)
b.p("2025年5月12日　　荷叶医院内科护理党小组　　组长：棉球柔", a="r")

# 46
b = new(46, "Commitment in the form of an appeal; calls to others first, the members' own promises after 我们承诺：; names of signers in running order with the day after the last.")
b.form("org", ref="2019-11-08", year=2019, sign="2019-11-08", org_name="黄莺小区业委会党支部")
b.title("关于垃圾分类的倡议与承诺")
b.p("各位业主：", b=True)
b.p("垃圾分类就是新时尚。我们倡议：从自己家做起，厨余垃圾破袋投放；教育孩子爱护环境；发现乱扔及时劝阻。", ind=2)
b.p("作为党员，我们承诺：", ind=2, b=True)
b.p("[[第一，|11月18日起，每天早晚7点到9点有两名党员在投放点值守，守满100天。]]", ind=2)
b.p("[[第二，|给全小区860户每户送分类桶1只、图册1本，月底前送完。]]", ind=2)
b.p("[[第三，|党员家庭分类准确率百分之百，每周公布抽查结果。]]", ind=2)
b.p("[[第四，|撤掉的19个老桶点，两周内种上花。]]", ind=2)
b.p("[[第五，|一如既往支持物业工作。]]", ind=2)
b.p("让我们共同行动，做绿色生活的践行者！", ind=2)
b.p("黄莺小区业委会党支部", a="r")
b.p("签名：簸谷、筛糠、扬场、碾米、舂臼        二〇一九年十一月八日", a="r")

# 48
b = new(48, "Letterhead picture above and a red seal picture over the signature; promises 1）…2）… run on in one paragraph; day in slashes.", size=12)
b.form("org", ref="2021-04-06", year=2021, sign="2021-04-06", org_name="孔雀蓝家政公司党支部", head="拖把净")


def drawing(seal: bool) -> bytes:
    """A letterhead of three bars, or a seal without words."""
    image = Image.new("RGB", (300, 300) if seal else (900, 80), "white")
    pen = ImageDraw.Draw(image)
    if seal:
        pen.ellipse((10, 10, 290, 290), outline=(200, 0, 0), width=10)
        pen.regular_polygon((150, 150, 60), 5, fill=(200, 0, 0))
    else:
        for k in range(3):
            pen.rectangle((0, 10 + 24 * k, 900, 18 + 24 * k), fill=(180 - 40 * k, 20, 30))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


b.picture(drawing(False), 16)
b.title("党 员 亮 诺 书", 24)
b.p("家政进万家，诚信是根本。公司党支部代表71名家政员向客户承诺：[[1）|持证上岗，上门先出示健康证和工牌，缺一样当次免费；]][[2）|说好几点到就几点到，迟到10分钟以上扣当次工钱一成给客户；]][[3）|打坏东西照价赔，三天之内赔清；]][[4）|每季度为辖区10户失独老人免费擦窗一次；]][[5）|5月15日前为全体家政员办理意外险，保单编号公布。]]承诺人人有责，欢迎扫码评价。", ind=2)
b.p("孔雀蓝家政公司党支部        书记：拖把净", a="r")
b.p("2021/4/6", a="r")
b.picture(drawing(True), 3)

# 50
b = new(50, "Four members' cards two by two in the cells of one table, each with name, promises and day; one day is impossible.", size=10.5)
cards = []
for who, post, promises, when, iso in (
    ("瓦罐汤", "食堂管理员", "[[①|每天六点验菜，烂叶子菜不进厨房。]]\n[[②|每周换一次菜谱，周日晚上贴出来。]]\n[[③|厉行节约。]]", "2024年3月4日", "2024-03-04"),
    ("竹篙稳", "渡口船工", "[[①|早上头班船5:30准时开，风大停航提前两小时通知。]]\n[[②|救生衣人人穿，不穿不开船。]]\n[[③|学生过河不要钱。]]", "2024年3月4日", "2024-03-04"),
    ("绣绷圆", "妇女小组长", "[[①|六月前教会12名妇女做香包，帮她们卖到镇上。]]\n[[②|婆媳吵架劝到和好为止。]]\n[[③|每月5号打扫一次五保户的屋子。]]", "2024年2月30日", None),
    ("石臼沉", "退休教师", "[[①|暑假办一个月免费书法班，收学生15名。]]\n[[②|给村里写村史一本，年底交稿，不少于3万字。]]\n[[③|发挥余热。]]", "2024年3月5日", "2024-03-05"),
):
    b.form("member", ref=iso, year=2024, sign=iso, name=who, post=post, branch="鲤鱼洲村党支部")
    cards.append(b.px("承诺卡", a="c", sz=14, b=True) + b.px(f"姓名：{who}    职务：{post}\n支部：鲤鱼洲村党支部\n" + promises + f"\n承诺人：{who}  {when}"))
b.table([cards[:2], cards[2:]], [4600, 4600])

for one in books:
    one.save()
finish(books)
