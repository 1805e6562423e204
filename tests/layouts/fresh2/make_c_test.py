"""The test half of the forms c…: even numbers. Nobody who works on the code reads this."""
from maker_c import C, P, T, build, label

FORMS = []


def form(fid, how, blocks, *labels, foot=""):
    FORMS.append((fid, how, blocks, list(labels), foot))


def lines(its):
    return "\n".join((i[0] or "") + i[1] for i in its)


# c002: tax bureau, promises over two pages in a cell, fields at the end
its = [("（一）", "办税大厅实行“一窗通办”，5月31日前完成4个综合窗口的改造。\n1. 由征收科提出方案；\n2. 由信息中心负责布线；\n3. 由办公室采购设备。"),
       ("（二）", "全年组织税法宣讲进企业30场，服务企业不少于400户次。\n1. 一、二季度各7场；\n2. 三、四季度各8场。"),
       ("（三）", "出台《分局公务接待管理细则》，自2013年4月1日起施行。"), ("（四）", "支部委员每人联系一个管理组，每月至少参加一次组务会。"),
       ("（五）", "落实首问责任制，凡服务对象投诉一律在3个工作日内反馈处理结果。"), ("（六）", "安排专人每天巡查自助办税区，设备故障当天修复。"),
       ("（七）", "全年发展党员2名，培养入党积极分子4名，重点向一线青年倾斜。"), ("（八）", "深入开展文明创建，全面提升队伍形象。")]
form("c002", "xml", [P("党支部公开承诺书", "c", True), P("（2013年）", "c"), *[P("")] * 44,
     T([[C("公开承诺事项", rows=9, v=True), C("经支部党员大会讨论通过，我们公开承诺：", 3)], *[[C(o + t, 3)] for o, t in its], [C("审 核 意 见", v=True), C("分局党总支：同意。\n2013年3月11日", 3)],
        ["党组织名称", "仙女座县税务局城区分局党支部", "党员数", "31人"], ["负责人", "金石开", "联系方式", "0999-2020202"], ["落款时间", C("2013年3月6日", 3)]], [2, 6, 2, 3])],
     label("org", "Promises in rows beside an upright label, with inner numbered lines; unit, head and date stand at the bottom, below the opinion; the merged label goes over two pages.", "2013-03-06", 2013,
           {"org_name": "仙女座县税务局城区分局党支部", "member_count": "31", "head": "金石开", "phone": "0999-2020202"}, "2013-03-06", "2013-03-11", its))

# c004: bank, rows across the table sort the promises, numbers by Word's list style
A = [("业绩承诺", [("全年新增个人存款1200万元，其中定期占六成", "2018年12月31日"), ("清收逾期小额贷款18笔", "2018年9月底")]), ("服务承诺", [("为辖内4个村安装助农取款机并教会代办员操作", "2018年7月1日前"), ("客户排队超过15分钟，由本人出面疏导", "即时")]),
     ("廉洁承诺", [("不向贷款户借钱借物，不参与民间借贷", "全年")])]
body, lab, n = [], [], 0
for h, group in A:
    body.append([C([P(h, "c", True)], 3)])
    for t, d in group:
        n += 1
        body.append([C([P("", num="dec:1")]), t, d])
        lab.append((f"{n}.", f"{t}\n{d}", [h]))
form("c004", "docx", [P("行员公开承诺表", "c", True), T([["立诺人", "秦水星", "任职", "信贷部副主任"], ["党支部", C("猎户农商银行汞桥支行党支部", 3)]]), P(""),
     T([["序", "承诺什么", "何时兑现"], *body], [1, 6, 3]), P("立诺时间：2018年1月15日            见证人：玄土星"), P("支委会意见：真实可行。  组织委员：白矮星  2018年1月17日")],
     label("member", "Ledger whose number cells are numbered by Word; rows across the table sort the promises; witness without date.", "2018-01-15", 2018,
           {"name": "秦水星", "post": "信贷部副主任", "org_name": "猎户农商银行汞桥支行党支部"}, "2018-01-15", "2018-01-17", lab))

# c006: student branch, list of Word, signature first, month only
ts = ["4月份走进敬老院和聋哑学校各一次，为老人、孩子做活动。", "在系馆一楼设“失物招领角”，由党员轮流值班，期限到毕业离校为止。", "每两周出一期党员学习简报，年内出满15期。", "党员全部报名参加无偿献血登记。",
      "带动全班同学养成良好的学习习惯。", "大四党员做到诚信考试、诚信求职，不毁约。"]
form("c006", "fodt", [P("我们的承诺", "c", True), P("承诺主体：天琴学院物理系2009级学生党支部", "r"), P("支部书记：韦织女", "r"), P("2012年3月", "r"),
     P("老师们、同学们，按照系党总支的部署，我们支部开会商量，决定今年做好下面这些事："), *[P(t, num="dec:1") for t in ts], P("以上事项欢迎拨打0999-8080808监督，做不到请批评。"),
     P("践诺情况："), P("群众评议：")],
     label("org", "Signature block stands before the promises, date without a day; list numbered by Word; empty prompts at the end.", None, 2012,
           {"org_name": "天琴学院物理系2009级学生党支部", "head": "韦织女"}, None, None, [(f"{k}.", t) for k, t in enumerate(ts, 1)]))

# c008: secretary of a court, a ledger nested in the cell
rows = [("1", "9月底前建成诉前调解中心，入驻调解员8名", "与司法局、妇联、工会联合选聘", "9月底"), ("2", "长期未结案件清零", "一案一策，院长、庭长包案", "12月20日"), ("3", "法官每人每年下乡普法不少于2次", "编印普法口袋书3000册", "全年"), ("4", "院机关食堂、车辆开支每月上墙公开", "由纪检组核对后张贴", "每月5日")]
form("c008", "html", [P("党组织书记公开承诺书", "c", True),
     T([["姓名", "毕宿五", "现任职务", "党组书记、院长"], ["承诺期限", "2011年度", "联系方式", "0999-1414141"], ["党组织名称", C("毕宿县人民法院党组", 3)],
        ["公开承诺事项", C([P("围绕公正司法，本人承诺如下："), T([["号", "目标", "办法", "时限"], *[list(r) for r in rows]], [1, 5, 5, 2]), P("（签字）毕宿五　　2011年1月18日")], 3)],
        ["上一级党组织审定意见", C("（盖章）\n2011年1月　日", 3)]], [2, 4, 2, 4]), P("注：承诺书一式四份。")],
     label("secretary", "Secretary's form with a ledger nested in the cell; opinion with a date without a day.", "2011-01-18", 2011,
           {"name": "毕宿五", "post": "党组书记、院长", "phone": "0999-1414141", "org_name": "毕宿县人民法院党组"}, "2011-01-18", None, [(r[0], "\n".join(r[1:])) for r in rows]))

# c010: old member, a letter dictated
its = [("第一，", "村口的老槐树和碑亭我来照看，每天扫一遍，碑上的字年底前描红一次。"), ("第二，", "村里两户闹了六年的地界纠纷，我出面说和，国庆节以前给个结果。"), ("第三，", "教孙辈和邻家娃娃写毛笔字，每个礼拜天上午，纸墨我出。"),
       ("第四，", "一辈子听党话、跟党走，活一天干一天。")]
form("c010", "docx", [P("一个老党员的心里话", "c", True), P("    我叫石铝生，今年七十八岁，1966年入的党，当过十九年生产队长，现在是铝矿乡退休干部支部的一名普通党员。支部号召我们亮承诺，我不识几个字，请人代笔，说四条："),
     *[P("    " + o + t) for o, t in its], P("    我要是偷懒，请支部在大喇叭上点我的名。"), P("石铝生（手印）", "r"), P("二〇二〇年六月二十日", "r"), P("代笔人：小学教师  石英", "r"), P("2020年6月21日", "r")],
     label("member", "A dictated letter; the writer's own line and date stand after the promiser's.", "2020-06-20", 2020,
           {"name": "石铝生", "org_name": "铝矿乡退休干部支部"}, "2020-06-20", None, its))

# c012: ward, RTF, labels of the left column count
its = [("实事一", "在候诊区设饮水点1处、儿童角1处，4月15日前投入使用"), ("实事二", "出院病人一周内电话随访，随访率100%"), ("实事三", "开设周末专家门诊，五月起每周六上午坐诊2人"), ("制度一", "制定《儿科夜间急诊分诊办法》，3月底前张贴到各诊室")]
form("c012", "rtf", [P("为民办实事承诺表", "c", True), P("所在党组织：牛郎市妇幼保健院儿科党支部    现有党员：拾贰名"),
     T([["条目", "内容", "责任人"], [its[0][0], its[0][1], "护士长 锆小芬"], [its[1][0], its[1][1], "全体责任护士"], [its[2][0], its[2][1], "铌文博"], [its[3][0], its[3][1], "铌文博、钼安然"], ["备注", C("本表张贴于候诊区，请家长监督", 2)]], [2, 8, 3]),
     P("支部负责人：铌文博"), P("填表时间：2014.03.10"), P("党总支审核意见：同意      日期：2014.03.14"), P("完成情况（2014年12月填）：实事一、二、三均已完成，随访率100%，坐诊88人次；制度一已张贴。")],
     label("org", "The left column counts (实事一, 制度一); person in charge in the last column; results below; figure of members in capital characters.", "2014-03-10", 2014,
           {"org_name": "牛郎市妇幼保健院儿科党支部", "member_count": "12", "head": "铌文博"}, "2014-03-10", "2014-03-14",
           [(its[k][0], f"{its[k][1]}\n{who}") for k, who in enumerate(("护士长 锆小芬", "全体责任护士", "铌文博", "铌文博、钼安然"))]))

# c014: two cards side by side
a = [("1.", "每天早上7点半到岗，给大厅开门通风。"), ("2.", "半年内学会手语日常用语100句，接待聋哑群众。"), ("3.", "不在窗口玩手机。")]
b = [("◇", "三月底前把积压的212份卷宗扫描归档。"), ("◇", "每季度给新同事讲一次归档规范。"), ("◇", "对查档群众做到来有迎声、走有送声。")]


def card(name, post, day, its):
    return C([P("党员承诺卡", "c", True), P(f"姓名：{name}"), P(f"岗位：{post}"), P("我承诺："), *[P(o + t) for o, t in its], P(f"签名：{name}　{day}")])


form("c014", "xml", [P("（沿中线剪开，一人一张，摆放于桌面）"), T([[card("钫小满", "行政服务大厅引导员", "2021.3.1", a), card("镭立夏", "档案室管理员", "2021.3.2", b)]]), P("织女街道机关党支部印制")],
     label("member", "Two cards side by side in the two cells of a table; the left one.", "2021-03-01", 2021, {"name": "钫小满", "post": "行政服务大厅引导员"}, "2021-03-01", None, a),
     label("member", "Two cards side by side in the two cells of a table; the right one.", "2021-03-02", 2021, {"name": "镭立夏", "post": "档案室管理员"}, "2021-03-02", None, b))

# c016: copier, placeholders and the example row left over
rows = [("1", "修复水毁灌渠3.4公里", "县水利局出料、村民投工", "2011年4月底", "铀长庚"), ("2", "为6个村各建农家书屋1间，每间图书不少于1000册", "向县新华书店争取捐赠", "2011年10月1日前", "钍春生"), ("3", "开展树新风活动", "加强宣传，营造氛围", "长期", "党委一班人"), ("4", "逢集日安排法律顾问在司法所坐诊", "和县律师协会签协议", "每逢农历三、六、九", "镤大川")]
form("c016", "docx", [P("XX学校党支部承诺事项登记表", "c", True), P("学校名称：铀岭镇党委          校长（书记）：铀长庚          教职工党员：58人"),
     T([["序号", "承诺事项", "推进举措", "完成时间", "具体负责"], ["例", "改善办学条件，新建教室××间", "多方筹资", "××××年××月", "×××"], *[list(r) for r in rows], ["5", "", "", "", ""], ["6", "", "", "", ""]], [1, 5, 4, 3, 2]),
     P("注：每校填报3—6项，请删除示例行。"), P("填报日期：2011-2-16"), P("教育局党委意见：              年    月    日")],
     label("org", "A school's template refilled by a township: wrong labels, the example row and empty rows are left.", "2011-02-16", 2011,
           {"org_name": "铀岭镇党委", "head": "铀长庚", "member_count": "58"}, "2011-02-16", None, [(r[0], "\n".join(r[1:])) for r in rows]))

# c018: labelled lines, instructions after the form
its = [("承诺一：", "开好一门新课\n目标：把“稀有金属冶炼”建成院级精品课，学生评教90分以上\n措施：更新教案，录制微课12段\n时限：2016年秋季学期结束前"), ("承诺二：", "带好一支队伍\n目标：指导本科生团队2支参加省节能减排竞赛，获奖1项\n措施：每周三晚实验室开放\n时限：2016年8月"),
       ("承诺三：", "转好一次作风\n目标：对学生来信做到有问必答\n措施：公布个人邮箱\n时限：长期坚持")]
blk = [P(x) for o, t in its for x in (o + t).split("\n")]
form("c018", "docx", [P("教师党员公开承诺践诺表（2016年）", "c", True), T([["承诺人", "铷开元", "职称职务", "副教授、教研室主任"], ["所在支部", "冶金系教工党支部", "办公电话", "0999-4545454"]]), *blk,
     P("本人签名：铷开元    2016年3月15日"), T([["支部审核意见", "同意公开。    2016.3.18"], ["学院党委意见", "同意。    2016.3.22"], ["践诺情况（自评）", ""], ["群众评议结果", "好（  ）一般（  ）差（  ）"]], [2, 6]),
     P("填表说明", "c", True, brk=True), P("一、承诺事项要结合本职岗位，不少于3条。"), P("二、每条承诺须写明目标、措施和时限，于3月20日前交支部。"), P("三、“践诺情况”栏于12月10日前由本人如实填写。")],
     label("member", "Labelled lines (目标, 措施, 时限) under each promise; instructions on the page after the form, with numbers and days of their own.", "2016-03-15", 2016,
           {"name": "铷开元", "post": "副教授、教研室主任", "org_name": "冶金系教工党支部", "phone": "0999-4545454"}, "2016-03-15", "2016-03-22", its))

# c020: notice, then the form of a court under the five headings
A = [("（一）领导班子好", ["党组成员每人领办1件疑难信访案件，6月底前全部化解。"]), ("（二）党员队伍好", ["每季度评选党员示范岗3个，照片上墙。", "组织青年干警跟班锻炼，全年轮岗10人。"]), ("（三）工作机制好", ["制定《案件繁简分流操作规程》，二季度末印发。"]),
     ("（四）工作业绩好", ["民商事案件调撤率达到65%。", "执行标的到位率比上年提高5个百分点。"]), ("（五）群众反映好", ["立案大厅配备轮椅2辆、雨伞30把，随借随还。"])]
blk, lab, n = [], [], 0
for h, group in A:
    blk.append(P(h, b=True))
    for t in group:
        n += 1
        blk.append(P(f"{n}．{t}"))
        lab.append((f"{n}．", t, [h]))
form("c020", "fodt", [P("中共轸宿县委政法委员会", "c", True), P("轸政法委〔2012〕7号", "c"), P("关于报送2012年公开承诺书的通知", "c", True), P("县法院、县检察院、县公安局党组："), P("现将有关要求通知如下："), P("1．各单位承诺不得少于5项，要紧扣“五个好”。"), P("2．3月9日前将承诺书一式两份报政法委办公室，联系电话：0999-9191919。"),
     P("3．建立督办机制，每半年通报一次。"), P("轸宿县委政法委员会办公室", "r"), P("2012年2月27日", "r"), P("轸宿县人民法院党组承诺书", "c", True, brk=True), P("填报单位：轸宿县人民法院党组"), P("主要负责人：钇明山"),
     *blk, P("轸宿县人民法院党组（印）", "r"), P("2012年3月7日", "r"), P("县委政法委审定意见：同意。2012年3月9日")],
     label("org", "A notice with number, points, telephone and date stands before; the five headings, numbers go on through them.", "2012-03-07", 2012,
           {"org_name": "轸宿县人民法院党组", "head": "钇明山"}, "2012-03-07", "2012-03-09", lab))

# c022: student, a promise over two rows
rows = [("雅思考到6.5分", "每天背单词50个，报名6月场次"), ("组织班级读书会4次", "每月一本，轮流领读"), ("带本宿舍拿到“五星寝室”", "排值日表，周日大扫除"), ("不沉迷网络游戏", "手机晚上11点交给舍长")]
tab = [[C("姓 名"), "镥一帆", "党内身份", "预备党员"], ["支部", C("外国语系学生第三党支部", 3)]]
for k, (x, y) in enumerate(rows, 1):
    tab += [[C(f"{k:d}", rows=2), "承诺", C(x, 2)], ["措施", C(y, 2)]]
form("c022", "xml", [P("学生党员承诺践诺计划", "c", True), P("践诺期限：2015年3月1日至2015年12月31日", "c"), T([*tab, ["介绍人意见", C("该同志承诺切合实际。 2015年3月4日", 3)], ["支部意见", C("同意  2015年3月9日", 3)]], [1, 2, 3, 4]), P("本人：镥一帆　2015年3月2日")],
     label("member", "Each promise takes two rows beside a merged number; the term for all stands under the title; the sponsor's date before the branch's.", "2015-03-02", 2015,
           {"name": "镥一帆", "org_name": "外国语系学生第三党支部"}, "2015-03-02", "2015-03-09", [(str(k), "\n".join(r)) for k, r in enumerate(rows, 1)]))

# c024: bank, unnumbered lines in one cell
ts = ["存取款业务每笔不超过3分钟，开户不超过20分钟", "雨天借伞，急病送医，营业厅常备药品10种", "汛期前把4台离行自助机全部加装防雨棚", "残损币当场兑换，不推不拖", "员工家访每人每年一次，帮助解决实际困难", "树立良好形象，争创一流业绩"]
form("c024", "html", [P("亮 诺 书", "c", True), T([["承诺窗口", C("天鹅银行锗城支行营业部党支部", 2)], ["窗口负责人", "锗文华", "党员人数：8名"], ["承诺内容", C([P("\n".join(ts))], 2)], ["亮诺日期", C("2013/7/1", 2)], ["上级行党委", C("审核人：砷建国\n审核日期：2013/7/3\n公示日期：2013/7/5", 2)]], [2, 5, 4])],
     label("org", "Unnumbered lines with line breaks in one paragraph of one cell; wrong-looking labels of a window.", "2013-07-01", 2013,
           {"org_name": "天鹅银行锗城支行营业部党支部", "head": "锗文华", "member_count": "8"}, "2013-07-01", "2013-07-03", [(None, t) for t in ts]))

# c026: secretary of a retired branch, numbers inside one paragraph
its = [("1、", "每月15日组织一次学习，病号送学上门；"), ("2、", "年内走访慰问80岁以上老党员26人；"), ("3、", "“七一”前建起老党员活动室，配齐桌椅、报架和投影；"), ("4、", "替老同志向学校反映意见，每条都有回音；"), ("5、", "带头参加劳动，老骥伏枥，发挥余热。")]
form("c026", "fodt", [P("支部书记承诺", "c", True), P("本人硒长河，离休前任硒山大学教务处处长，现任离休第一党支部书记。我向全支部老同志承诺：" + "".join(o + t for o, t in its) + "请同志们监督，也请党委老干部处检查。"),
     P("硒长河"), P("2010.12.8"), P("老干部处党总支意见：老书记带了好头，同意。　2010.12.10")],
     label("secretary", "Numbers stand inside one paragraph; two posts told in a sentence, the present one counts.", "2010-12-08", 2010,
           {"name": "硒长河", "post": "离休第一党支部书记"}, "2010-12-08", "2010-12-10", its))

# c028: university department, RTF ledger, "the same" and merged categories
rows = [("师生服务", "“一站式”办事大厅开通，进驻事项26项", "2019年6月30日", "锑卫东"), ("师生服务", "成绩单、在读证明实现自助打印，两校区各设机1台", "同上", "铋晓月"), ("内部管理", "修订教学事故认定办法，提交校长办公会审议", "2019年5月", "锑卫东"), ("内部管理", "处内会议压减三分之一", "全年", "碲明远"), ("支部建设", "与附属中学党支部结对，联合开展党日活动3次", "分别于4月、7月、10月", "碲明远")]
tab = [["类别", "编号", "事项", "时限", "牵头人", "配合"]]
for k, r in enumerate(rows, 1):
    head = [C(r[0], rows=1 if k == 5 else 2)] if k in (1, 3, 5) else []
    tab.append([*head, f"{k}", *r[1:], ""])
form("c028", "rtf", [P("教务处党总支公开承诺责任清单", "c", True), P("编制单位：锑湖大学教务处党总支　　联系电话：0999-6262626"), T(tab, [2, 1, 6, 3, 2, 2]), P("总支书记签字：锑卫东　　　二〇一九年三月十二日"), P("校党委组织部意见：同意备案　二〇一九年三月二十日"), P("公示结果：公示5天，收到建议1条，已采纳。")],
     label("org", "Ledger with the category before the number, merged over rows; 同上; an empty column; dates in Chinese figures.", "2019-03-12", 2019,
           {"org_name": "锑湖大学教务处党总支", "phone": "0999-6262626", "head": "锑卫东"}, "2019-03-12", "2019-03-20", [(str(k), "\n".join(r[1:]), [r[0]]) for k, r in enumerate(rows, 1)]))

# c030: court clerk, columns by tabs
rows = [("[1]", "归档案卷合格率100%", "每周五自查一次", "全年"), ("[2]", "庭审笔录当庭交当事人核对签字", "打印机搬进法庭", "4月1日起"), ("[3]", "通过司法考试", "下班后学习两小时", "9月"), ("[4]", "为外地当事人邮寄材料", "三日内寄出", "长期")]
form("c030", "xml", [P("书 记 员 党 员 承 诺", "c", True), P("填表人：氩小北\t岗位：刑庭书记员\t支部：刑庭党支部"), P("编号\t办什么\t怎么办\t几时办"), *[P("\t".join(r)) for r in rows], P("承诺日期：2017-02-20"), P("庭长意见：\t同意\t2017-02-21")],
     label("member", "Columns set with tabs, no table; numbers in square brackets.", "2017-02-20", 2017,
           {"name": "氩小北", "post": "刑庭书记员", "org_name": "刑庭党支部"}, "2017-02-20", "2017-02-21", [(r[0], " ".join(r[1:])) for r in rows]))

# c032: teacher, the five 带头 as rows
A = [("带头学习提高", [("", "11月前读完教育学著作4本，在教研组作读书报告1次")]), ("带头争创佳绩", [("1.", "所带两个班期末平均分进入年级前三"), ("2.", "主持校级课题一项，年底结题")]), ("带头服务群众", [("", "每周二、四放学后给学困生免费补课一小时")]),
     ("带头遵纪守法", [("1.", "不从事有偿家教"), ("2.", "不体罚、不讽刺学生")]), ("带头弘扬正气", [("", "言传身教，为人师表")])]
lab = [(o or None, t, [h]) for h, g in A for o, t in g]
form("c032", "docx", [P("2012年度党员公开承诺书", "c", True), T([["姓名", "硼如兰", "职务或职业", "附中化学教师"], ["所在党支部", C("硼城师大附中高二党支部", 3)], [C("公开承诺事项及完成时限", rows=5, v=True), A[0][0], C(A[0][1][0][1], 2)],
     *[[h, C(lines(g), 2)] for h, g in A[1:]], ["签名", "硼如兰", "日期", "2012.2.29"], ["党支部审定意见", C("同意\n（盖章）\n2012年3月2日", 3)]], [2, 3, 3, 5])],
     label("member", "Rows of the five 带头 beside an upright label; some cells with two numbered promises, some with one.", "2012-02-29", 2012,
           {"name": "硼如兰", "post": "附中化学教师", "org_name": "硼城师大附中高二党支部"}, "2012-02-29", "2012-03-02", lab))

# c034: township, table goes on after a page, impossible day
r1 = [("甲", "8个村全部通上自来水", "9月30日前", "武镍山"), ("乙", "乡敬老院扩建床位40张", "11月底", "武镍山、杨铬")]
r2 = [("丙", "外出务工人员技能培训500人次", "春节前、农闲各办一批", "杨铬"), ("丁", "干部驻村每月不少于10天", "每月", "各驻村干部"), ("戊", "努力维护社会和谐稳定", "", "全体")]
head = ["项", "承诺内容", "期限", "责任人"]
form("c034", "xml", [P("铬石乡党委二〇一三年公开承诺书", "c", True), T([head, *[list(r) for r in r1]], [1, 6, 3, 3]), P("（转下页）", "r"), P("（续表）", brk=True), T([head, *[list(r) for r in r2]], [1, 6, 3, 3]),
     P("承诺单位：铬石乡党委　　书记：武镍山　　2013年2月30日"), P("县委组织部审核意见：同意　　2013年3月6日")],
     label("org", "Table goes on in a second one after a page; heavenly stems as numbers; the day of signing is impossible.", "2013-03-06", 2013,
           {"org_name": "铬石乡党委", "head": "武镍山"}, None, "2013-03-06", [(r[0], "\n".join(x for x in r[1:] if x)) for r in r1 + r2]), foot="铬石乡党政办 2013年3月印")

# c036: bank guard, rows 'what its will do' and 'what its will not do'
A = [("我要做的", [("a)", "押运车辆每天出车前检查一遍，全年责任事故为零"), ("b)", "6月安全生产月给大家演示灭火器使用2次"), ("c)", "帮环卫工在值班室设一个热饭点，配微波炉一台，5月1日启用")]), ("我不做的", [("a)", "不酒后上岗"), ("b)", "不把枪弹交给他人保管")])]
lab = [(o, t, [h]) for h, g in A for o, t in g]
form("c036", "html", [P("共产党员承诺卡", "c", True), P("年度：2024", "c"), T([["我是谁", "锇铁柱，押运二组组长"], *[[h, C([P(o + t) for o, t in g])] for h, g in A], ["请您监督", "拨打0999-7575757或告诉我的支部书记钯大姐"], ["支部评价", "优秀（☑）　良好（　）　一般（　）"]], [2, 8]), P("签名：________　　____年__月__日", "r")],
     label("member", "Prompts as row heads (我是谁, 我要做的, 我不做的); signature and date left blank.", None, 2024,
           {"name": "锇铁柱", "post": "押运二组组长"}, None, None, lab))

if __name__ == "__main__":
    build("test", FORMS)
