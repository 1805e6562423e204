"""The test half of the forms a… (even numbers): not to be read by anybody who works on the code. Units, people and telephones are invented."""

import sys

from maker_a import Label, Page, xbox, xp, xrun

AT = "test"


def a002():
    L, P = Label("a002", "member", "Date of signing in Chinese numerals, each part in a cell of its own; approvals of two levels, their date parts each a cell; promises in a cell of two columns' width.", 2013), Page()
    P.title("党员干部作风建设公开承诺表")
    P.p("2013年度", al="center")
    its = "\n".join([L.i("本人分管的7项审批，能当场办的当场办，其余不过三个工作日。", "1、"), L.i("每月15日到联系点冬青镇坐诊半天，把农机补贴的账讲清楚。", "2、"), L.i("7月份以前跑完全县43个农机合作社，一社一张体检表；", "3、"), L.i("会议费比上年压减30%。", "4、"), L.i("工作日中午不饮酒。", "5、"), L.i("勤政务实，甘于奉献。", "6、")])
    P.t([["姓名", {"t": L.f("name", "石菖蒲"), "c": 3}, {"t": "职务", "c": 2}, {"t": L.f("post", "副局长"), "c": 3}],
         ["所在支部", {"t": L.f("branch", "樱桃县农机局党支部"), "c": 3}, {"t": "入党时间", "c": 2}, {"t": L.f("joined", "1999-07", "1999年7月"), "c": 3}],
         ["承诺事项", {"t": its, "c": 8}],
         ["本人签字", {"t": "石菖蒲", "c": 2}, "二〇一三", "年", "三", "月", "十九", "日"],
         ["支部意见", {"t": "同意", "c": 2}, "2013", "年", "3", "月", "20", "日"],
         ["局党组意见", {"t": "同意公示", "c": 2}, "2013", "年", "3", "月", "22", "日"]], [1300, 1500, 1000, 1300, 500, 700, 500, 900, 500])
    L.sign("2013-03-19")
    L.appr("2013-03-22")
    P.save(AT, "a002", "raw", L, pdf=True)


def a004():
    L, P = Label("a004", "org", "Unit, secretary and date in a text box beside the closing; the approval is in the page footer; lettered promises (A. B.)."), Page()
    P.title("玫瑰石采石机械厂工会党支部公开承诺")
    P.p("厂里今年订单紧、人手紧，但职工的事不能等。支部研究后，把下面的话说在前头：", ind=2)
    P.ps(L.i("浴室热水每天供到夜里11点半，夜班也能洗。", "A．"), L.i("与厂方谈成高温津贴每人每天12元，6月份进工资条；", "B．"), L.i("办电工、焊工夜校各一期，结业考试通过的报销学费。", "C．"), L.i("工伤职工住院，支委三天内必到床前。", "D．"), L.i("努力构建和谐劳动关系。", "E．"), ind=2)
    P.p("说到做到，不放空炮。", ind=2)
    P.x(xp("", extra=xbox([L.f("org_name", "玫瑰石采石机械厂工会党支部"), f"书记：{L.f('head', '檵木')}", f"{L.sign('2010-05-04', '2010年5月4日')}"])))
    P.foot = [f"厂党委审阅：同意张榜。  {L.appr('2010-05-06', '2010年5月6日')}"]
    P.save(AT, "a004", "raw", L)


def a006():
    L, P = Label("a006", "member", "Both levels of approval in one cell under each other, the branch's date before its name; the signer's name is beside a label that stands after it.", 2012), Page()
    P.title("2012年医务人员党员公开承诺书")
    P.t([["姓名", L.f("name", "白芷"), "性别", L.f("gender", "女"), "民族", L.f("ethnicity", "回族")], ["科室职务", {"t": L.f("post", "儿科主治医师"), "c": 2}, "出生年月", {"t": L.f("birth", "1979-02", "1979年2月"), "c": 2}], ["支部名称", {"t": L.f("branch", "香樟市第二人民医院儿科党支部"), "c": 5}],
         ["我的承诺", {"t": "\n".join(["在做好本职工作的同时，我郑重承诺：", L.i("门诊病人一律先看病后聊化验单，每人问诊不少于八分钟。", "一、"), L.i("药占比降到38%以下；", "二、"), L.i("到乡镇卫生院带教4次，每季度一次，教新生儿复苏。", "三、"), L.i("国庆节前把《家长发热手册》写好印出来，候诊区随便拿。", "四、"), L.i("拒收红包、回扣。", "五、"), L.i("加强政治理论学习，提高自身素质。", "六、"),
                                               ">白芷（承诺人）", f">{L.sign('2012-04-16', '2012.04.16')}"]), "c": 5}],
         ["组织\n审定\n意见", {"t": f"党支部：所列事项与岗位相符。\n>2012.04.18\n>儿科党支部\n\n党总支：同意。\n>{L.appr('2012-04-23', '2012.04.23')}\n>临床第一党总支（章）", "c": 5}]], [1100, 1500, 900, 1700, 900, 2900])
    P.save(AT, "a006", "pydocx", L, pdf=True)


def a008():
    L, P = Label("a008", "secretary", "ODT by LibreOffice; the signature stands in the first rows of the same table as the ledger; approval is the last row."), Page()
    P.title("冷杉市公路养护中心党总支书记承诺清单")
    P.t([["书记姓名", L.f("name", "石破晓"), "任职起始", L.f("tenure_start", "2012-11"), "本人签字", "石破晓"], ["党组织", {"t": L.f("org_name", "冷杉市公路养护中心党总支"), "c": 3}, "签字日期", L.sign("2014-03-17", "2014-03-17")],
         ["序", "承诺做的事", "怎样算做到", "怎么做", "几时", "谁配合"], L.r("道班房改造", "8个道班通自来水、通网络", "局里出料，道班出工", "10月15日前", "后勤科", o="1"), L.r("坑槽修补", "发现后48小时补上", "党员巡路员每日上路", "天天", "各工区", o="2"),
         L.r("外聘工工资", "每月8日前发到卡上，一天不拖", "财务双人复核", "每月", "财务科", o="3"), L.r("班子建设", "团结协作", "谈心", "", "班子成员", o="4"), L.r("发展党员", "一线养护工3名", "每名配两个介绍人", "12月底", "党办", o="5"), ["局党委\n审定", {"t": f"同意。   {L.appr('2014-03-24', '2014-03-24')}", "c": 5}]])
    P.save(AT, "a008", "odt", L)


def a010():
    L, P = Label("a010", "org", "RTF by LibreOffice; a hospital's service promises in paragraphs ①–⑦ under two heading lines; the seal line, then the date, then the director's signature."), Page()
    P.title("鸢尾县人民医院护理党支部优质服务公开承诺")
    h1, h2 = "（一）对住院病人", "（二）对我们自己"
    P.p(h1)
    P.ps(*["    " + L.i(t, o, [h1]) for o, t in [("①", "呼叫铃响3分钟内到床边。"), ("②", "六月份起取消陪护加床费，病区每层配陪护椅20把；"), ("③", "出院前护士当面讲一遍用药，发卡片，100%覆盖。")]])
    P.p(h2)
    P.ps(*["    " + L.i(t, o, [h2]) for o, t in [("④", "全院护士三基考试人人过85分，不过的补考、补训；"), ("⑤", "选送骨干6名外出进修。"), ("⑥", "语言文明，态度和蔼。"), ("⑦", "不在护士站玩手机、扎堆聊天")]])
    P.p("    投诉请打5550120，院长信箱设在一楼。")
    P.ps(f">{L.f('org_name', '鸢尾县人民医院护理党支部')}（盖章）", f">{L.sign('2011-05-12', '2011年5月12日')}", f">支部书记签名：{L.f('head', '石菊')}")
    P.save(AT, "a010", "rtf", L)


def a012():
    L, P = Label("a012", "org", "Two heads on one form: secretary and principal in two columns of fields; the promises in two columns too, each column one person's share, read column by column.", 2011), Page()
    P.title("木棉中学党总支、校长室联合承诺书（2011）")
    a, b = "党总支承诺", "校长室承诺"
    P.t([["党组织", {"t": L.f("org_name", "木棉中学党总支"), "c": 3}], ["党总支书记", L.f("head", "石楠红"), "校长", "枫香"], ["党员人数", L.f("member_count", "58", "58人"), "学校电话", L.f("phone", "0555-5550036")],
         [{"t": a, "c": 2}, {"t": b, "c": 2}],
         [{"t": "\n".join([L.i("每位党员教师联系两名学困生，期末不让一人掉队。", "1.", [a]), L.i("总支委员每周推门听课2节。", "2.", [a]), L.i("5月底完成校务公开栏改版，收费、评优全部上栏", "3.", [a])]), "c": 2},
          {"t": "\n".join([L.i("高考本科上线人数达到210人。", "1.", [b]), L.i("暑假把北楼216间学生宿舍的铁床换成新床；", "2.", [b]), L.i("食堂利润为零，每月账目交家长委员会看。", "3.", [b]), L.i("狠抓校园安全。", "4.", [b])]), "c": 2}],
         [{"t": "书记签名：石楠红", "c": 2}, {"t": "校长签名：枫香", "c": 2}], [{"t": f"=签署日期：{L.sign('2011-02-28', '2011年2月28日')}", "c": 4}], ["教育局党委意见", {"t": f"同意。（章）{L.appr('2011-03-04', '2011年3月4日')}", "c": 3}]], [1500, 3000, 1500, 3000])
    P.save(AT, "a012", "pydocx", L)


def a014():
    P = Page()
    L = Label("a014", "org", "Two forms of different kind in one file without page break: the branch's (table), then its secretary's (paragraphs); opinion only on the first.", 2010)
    P.p("附件1", b=True)
    P.title("2010年基层党组织公开承诺书", 18)
    P.t([["党组织名称", L.f("org_name", "龙舌兰酒厂包装车间党支部"), "党员人数", L.f("member_count", "23")], ["党组织负责人", L.f("head", "石榴红"), "联系电话", L.f("phone", "5556677")],
         ["公开承诺事项及完成时限", {"t": "\n".join([L.i("破瓶率由千分之九降到千分之六，12月份考核。", "1、"), L.i("年内装好2号线吊扇16台，车间不再蒸笼一样。", "2、"), L.i("开展“党员身边无次品”活动；", "3、"), ">（盖章）", f">{L.sign('2010-11-18', '2010年11月18日')}"]), "c": 3}],
         ["上一级党组织审定意见", {"t": f"同意承诺\n>（盖章）\n>{L.appr('2010-11-22', '2010年11月22日')}", "c": 3}]], [1700, 3000, 1500, 2800])
    M = Label("a014-2", "secretary", "Second form of the same file, without a table: fields in a line, numbered sentences, signature on the right.", 2010)
    P.p("附件2", b=True)
    P.title("2010年党组织书记公开承诺书", 18)
    P.p(f"姓名：{M.f('name', '石榴红')}，性别：{M.f('gender', '女')}，{M.f('birth', '1966-10', '1966年10月')}生，{M.f('tenure_start', '2007-03', '2007年3月')}任{M.f('post', '包装车间党支部书记', '包装车间党支部书记')}。", ind=2)
    P.ps(M.i("每天第一个到车间，开机前检查一遍安全挡板。", "（1）"), M.i("联系困难职工苍耳、半枝莲两家，每月上门一次，春节前帮他们把低保办下来。", "（2）"), M.i("到年底写出包装线节能小改小革建议三条。", "（3）"), M.i("廉洁自律，不以权谋私。", "（4）"), ind=2)
    P.ps(">承诺人：石榴红", f">{M.sign('2010-11-19', '2010年11月19日')}")
    P.save(AT, "a014", "pydocx", L, M)


def a016():
    L, P = Label("a016", "member", "HTML by LibreOffice; a letter to the branch with place and date at the top; promises are unnumbered paragraphs each opened by a bold catchword; signature alone at the end.", None), Page()
    P.title("给党支部的一份承诺")
    P.p(f"{L.sign('2009-06-28', '2009年6月28日')}于石榴井项目部", al="right")
    P.p(f"{L.f('branch', '云杉路桥三公司项目部党支部')}：")
    P.p(f"我叫{L.f('name', '石杨')}，{L.f('joined', '2004-12', '2004年12月')}入党，在项目部当{L.f('post', '质检员')}。“七一”快到了，我考虑了几天，向支部交一份实实在在的承诺，请同志们看我怎么做。")
    P.x('<p style="text-indent:2em"><b>质量。</b>' + L.i("质量。桥面铺装平整度合格率做到98%，不合格的地方我签字返工。")[3:] + "</p>")
    P.x('<p style="text-indent:2em"><b>带人。</b>' + L.i("带人。9月以前教会两名协议工看图纸。")[3:] + "</p>")
    P.x('<p style="text-indent:2em"><b>学习。</b>' + L.i("学习。坚持自学，年底拿下二级建造师。")[3:] + "</p>")
    P.x('<p style="text-indent:2em"><b>品行。</b>' + L.i("品行。不吃分包队一顿饭，不拿材料商一支烟。")[3:] + "</p>")
    P.p("工地离家远，一年回不了两次家，妻子支持我。这些话我会记住。")
    P.p("此致\v敬礼！")
    P.p(">石杨")
    P.save(AT, "a016", "html", L)


def a018():
    L, P = Label("a018", "org", "Calendar: the rows are quarters, in each cell several numbered promises; below it a row for the whole year; dates of two opinions, the higher left of the lower.", 2014), Page()
    P.title("2014年党建工作承诺日历")
    P.p(f"承诺单位：{L.f('org_name', '榕树港务局引航站党支部')}　　负责人：{L.f('head', '石帆')}　　党员：{L.f('member_count', '37', '37')}名")
    rows = [["时间", {"t": "承诺做好的工作", "c": 3}]]
    for q, its in [("第一季度", ["完成引航艇“白鹭一号”坞修并复航。", "党员引航员与码头结对6对。"]), ("第二季度", ["5月20日前开通引航计划短信，船方不用再打电话问。", "办雾航案例课2堂", "评出安全标兵5名，上榜。"]), ("第三季度", ["台风季值班室24小时双岗。"]), ("第四季度", ["引航员公寓热水改造完工。"]), ("全年", ["责任事故为零。", "弘扬正气，凝心聚力。"])]:
        rows.append([q, {"t": "\n".join(L.i(t, f"（{k}）", [q]) for k, t in enumerate(its, 1)), "c": 3}])
    rows += [[{"t": "局党委意见", "c": 2}, {"t": "机关党总支意见", "c": 2}], [{"t": f"同意\n{L.appr('2014-01-20', '2014年1月20日')}", "c": 2}, {"t": "建议同意\n2014年1月16日", "c": 2}]]
    P.t(rows, [1400, 3100, 1500, 3000])
    P.p(f"承诺单位签章：                负责人签字：石帆        {L.sign('2014-01-13', '2014年1月13日')}", al="right")
    P.save(AT, "a018", "raw", L, pdf=True)


def a020():
    L, P = Label("a020", "org", "The ledger goes on after a paragraph （接上页） in a second table that has no head row; the category cells are merged; 同上 in cells of time and person.", 2012), Page()
    P.title("百合区卫生监督所党支部为民承诺表")
    P.p(f"单位名称：{L.f('org_name', '百合区卫生监督所党支部')}　支部书记：{L.f('head', '石竹青')}　2012年", al="center")
    a, b = "便民", "监管"
    w = [900, 700, 3600, 1900, 1900]
    P.t([["类别", "项", "承诺内容", "期限", "落实人"], [{"t": a, "r": 2}, *L.r("健康证办理由5天缩短为2天，体检当天出结果", "4月1日起执行", "窗口 连翘", o="1", h=[a])], L.r("公共场所量化分级牌挂到店门口，共460家", "9月底前", "监督一科", o="2", h=[a])], w)
    P.p("（接上页）", brk=True)
    P.t([[{"t": b, "r": 3}, *L.r("学校饮水机抽检两轮，结果发家长", "开学后第一个月", "监督二科", o="3", h=[b])], L.r("牙科诊所消毒不过关的一律停业，限期改正", "同上", "同上", o="4", h=[b]), L.r("严格执法，热情服务", "", "全体", o="5", h=[b])], w)
    P.p("")
    P.t([["承诺人签字", "石竹青", "签字时间", L.sign("2012-03-19", "2012年3月19日")], ["局党委审核", "同意", "审核时间", L.appr("2012-03-26", "2012年3月26日")]], [1800, 2700, 1800, 2700])
    P.save(AT, "a020", "raw", L)


def a022():
    L, P = Label("a022", "org", "Contract style: parts, 第一条 to 第六条 running through, with (一)(二) inside a promise; 承诺方 and 监督方 sign opposite each other, three copies.", 2013), Page()
    P.title("诚信经营公开承诺书")
    P.p(f"承诺方：{L.f('org_name', '金桂商贸集团超市公司党委', '金桂商贸集团超市公司党委')}（党委书记{L.f('head', '石乳')}，党员{L.f('member_count', '146', '146人')}）")
    P.p("监督方：金桂区消费者协会")
    a, b = "第一部分　对顾客", "第二部分　对员工与供应商"
    P.p(a, al="center", b=True)
    P.ps(L.i("生鲜商品当日清，下午六点后一律半价，不卖隔夜肉。", "第一条", [a], gap="　"), L.i("十二家门店全部设公平秤：\v（一）每店不少于一台；\v（二）每月送检一次，证书贴在秤旁；\v（三）少一罚十。", "第二条", [a], gap="　"), L.i("顾客投诉，四十八小时内给答复。", "第三条", [a], gap="　"))
    P.p(b, al="center", b=True)
    P.ps(L.i("供应商货款30天账期到期即付，不收进场费。", "第四条", [b], gap="　"), L.i("2013年8月前为收银员配好座椅，站八小时的规矩作废。", "第五条", [b], gap="　"), L.i("关心员工成长，营造家的氛围。", "第六条", [b], gap="　"))
    P.p("附则　本承诺书一式三份，承诺方、监督方、主管部门各执一份。")
    P.t([[f"承诺方（章）：\n代表：石乳\n{L.sign('2013-03-14', '2013年3月14日')}", "监督方（章）：\n代表：山矾\n2013年3月15日"]], border=False)
    P.save(AT, "a022", "pydocx", L)


def a024():
    L, P = Label("a024", "member", "The date stands in brackets under the title, the name between title and text; opinion in a box of one cell at the end; promises with bracketed half numbers 1)."), Page()
    P.title("个人公开承诺书")
    P.p(f"（{L.sign('2011-04-06', '二○一一年四月六日')}）", al="center")
    P.p(f"承诺人　{L.f('name', '石斑木')}　　{L.f('branch', '芙蓉区国税局办税厅党支部')}　　{L.f('post', '办税员')}", al="center")
    P.ps(L.i("纳税人排队不超过20分钟，超过了我加开窗口。", "1)"), L.i("做台账，把每天退回的资料记下来，月底归纳一次，发到QQ群", "2)"), L.i("辅导小规模企业60户网上申报，二季度辅导完；", "3)"), L.i("微笑服务零投诉。", "4)"), L.i("自觉遵守税务人员“十五不准”。", "5)"), ind=2)
    P.t([[f"支部意见：承诺具体，可以公开。\n书记：石龙芮　　{L.appr('2011-04-08', '二○一一年四月八日')}"]], [8600])
    P.save(AT, "a024", "raw", L)


def a026():
    L, P = Label("a026", "member", "Three rows of opinions with the highest on top and the branch at the bottom; date of the signature before the signer; vertical label cells with text direction.", 2013), Page()
    P.title("国营石英玻璃厂党员岗位承诺呈批表")
    n = 4
    P.t([["姓名", L.f("name", "山茶"), "岗位", L.f("post", "窑炉工段值班长"), L.f("branch", "熔制车间党支部", "支部：熔制车间党支部")], [{"t": "承诺事项", "vert": True}, {"t": "\n".join([L.i("窑压波动控制在±2帕，换火记录一次不漏。", "1．"), L.i("夏天最热的7、8两个月，自己顶白班中段，让年纪大的师傅歇一歇。", "2．"), L.i("2013年内用技改省天然气4万立方。", "3．"), L.i("反对铺张浪费。", "4．"), L.i("参加义务献血一次", "5．"), f">{L.sign('2013-03-27', '2013年3月27日')}  承诺人：山茶"]), "c": n}],
         [{"t": "厂党委", "vert": True}, {"t": f"同意。\n>（印）{L.appr('2013-04-09', '2013年4月9日')}", "c": n}], [{"t": "党总支", "vert": True}, {"t": "报厂党委审批。\n>（印）2013年4月2日", "c": n}], [{"t": "党支部", "vert": True}, {"t": "经3月28日支部会讨论，同意上报。\n>书记：石见穿  2013年3月29日", "c": n}]], [900, 1700, 900, 2500, 3000])
    P.save(AT, "a026", "raw", L)


def a028():
    L, P = Label("a028", "org", "A table of signatures with a row each for witness, promiser, supervisor and superior, in this order, each with its date; promises marked with stars."), Page()
    P.title("石榴坳村民委员会为民办实事公开承诺书")
    P.p("全体村民：经村民代表会议通过，今年村委会办好下列实事——", ind=2)
    P.ps(L.i("8月15日前给竹篙岭自然村通上自来水，64户户户装表。", "★"), L.i("村道装太阳能路灯45盏，入冬以前亮灯。", "★"), L.i("请县里农艺师来讲脐橙修剪，一年两场，管午饭。", "★"), L.i("改善村容村貌；", "★"), L.i("村务每季度公开一回，票据由理财小组先看。", "★"))
    P.p(f">{L.f('org_name', '石榴坳村民委员会')}（盖章）")
    P.t([["身份", "姓名（签名、手印）", "日期"], ["见证人", "村民代表 石斛花、芒萁", "2012年2月6日"], ["承诺人", f"村委会主任 {L.f('head', '樟木生')}", L.sign("2012-02-08", "2012年2月8日")], ["监督人", "村监会 石韦草", "2012年2月9日"], ["镇政府", "同意（章）", L.appr("2012-02-13", "2012年2月13日")]], [1800, 4200, 2800])
    P.save(AT, "a028", "raw", L)


def a030():
    L, P = Label("a030", "org", "A grid of two by two cells, a promise a cell with labelled lines; fields above the grid in header-like row; signature row merged below.", 2015), Page()
    P.title("丁香街道石门社区服务承诺墙")
    cards = [["承诺1", "内容：加装电梯协调7部", "办法：一楼住户一户一谈", "时限：2015年11月底"], ["承诺2", "内容：老年食堂开张，一餐8元", "办法：老党员轮流帮厨", "时限：清明节后第一个星期一"], ["承诺3", "内容：楼道杂物清零", "办法：贴通知三天，逾期代清", "时限：每月最后一个周六"], ["承诺4", "内容：维护社区和谐稳定", "办法：加强领导", "时限：长期"]]
    for c in cards:
        L.i("\n".join(c[1:]), c[0])
    P.t([[f"单位：{L.f('org_name', '石门社区党委')}", f"书记：{L.f('head', '石长生')}　电话：{L.f('phone', '5553090')}"], ["\n".join(cards[0]), "\n".join(cards[1])], ["\n".join(cards[2]), "\n".join(cards[3])], [{"t": f">社区党委（盖章）　承诺日期：{L.sign('2015-03-26', '2015年3月26日')}", "c": 2}]], [4400, 4400])
    P.save(AT, "a030", "pydocx", L, pdf=True)


def a032():
    L, P = Label("a032", "member", "The date of signing is impossible (2月30日), the approval has no day; the third copy's note; both labels of signature stand below a ruled line.", 2011), Page()
    P.title("2011年度党员公开承诺书")
    P.p(f"姓名«  {L.f('name', '石蕴玉')}  »性别«  {L.f('gender', '男')}  »入党时间«  {L.f('joined', '1988-06', '1988年6月')}  »文化程度«  {L.f('education', '大专')}  »")
    P.p(f"所在支部«  {L.f('branch', '梧桐铁路工务段线路车间第一党支部')}  »工种«  {L.f('post', '探伤工')}  »")
    P.p("承诺内容：")
    P.ps(L.i("全年探伤走行不少于900公里，不漏一处重伤。", "㈠", gap=" "), L.i("4月底前给每台探伤仪建好电子履历。", "㈡", gap=" "), L.i("春运期间不请假。", "㈢", gap=" "), L.i("做一名合格的共产党员。", "㈣", gap=" "))
    P.t([["«　石蕴玉　»\n承诺人（签名）", "«　同意　»\n党支部（盖章）"], ["2011年2月30日", "2011年3月"]], [4400, 4400], border=False)
    P.p("一式三份：党支部、本人、公示栏各一份。")
    P.save(AT, "a032", "raw", L)


def a034():
    L, P = Label("a034", "org", "Ledger whose number column is numbered by Word (the cells hold no text); head row of two levels with merged cells; a row 小计 that is no promise.", 2013), Page()
    P.num = [[("decimal", "%1")]]
    P.title("2013年党支部承诺任务分解表")
    P.p(f"支部：{L.f('org_name', '银杏海关监管科党支部')}    书记：{L.f('head', '石南藤')}    人数：{L.f('member_count', '17')}")
    rows = [[{"t": "序号", "r": 2}, {"t": "承诺事项", "r": 2}, {"t": "质量与时间要求", "c": 2}, {"t": "责任", "c": 2}], ["质量", "时间", "牵头", "监督"]]
    for k, c in enumerate([("通关“一站式”窗口", "三窗并一窗，群众只跑一趟", "4月8日挂牌", "物流组", "石松"), ("AA类企业预约查验", "周末随约随查", "常态", "查验组", "石松"), ("缉私案件线索移交", "移交率100%", "2个工作日内", "风控组", "石柏"), ("关员业务考核", "人均85分以上", "6月、11月各一次", "人教", "石柏"), ("党性修养", "进一步增强", "全年", "全体", "")], 1):
        L.i("\n".join(x for x in c if x), str(k))
        rows.append([{"t": "", "num": (1, 0)}, *c])
    rows.append([{"t": "小计", "c": 2}, {"t": "5项", "c": 4}])
    P.t(rows, [700, 2400, 2300, 1700, 1000, 900], head=True)
    P.ps(f"签发：石南藤　　{L.sign('2013-03-08', '2013年3月8日')}", f"关党组审批：同意　　{L.appr('2013-03-15', '2013年3月15日')}")
    P.save(AT, "a034", "raw", L)


def a036():
    L, P = Label("a036", "member", "HTML by LibreOffice; fields in columns: a row of labels above a row of values, twice; promises in a row across; three signature columns with labels above.", 2016), Page()
    P.title("合格党员公开承诺登记表（2016年）")
    P.t([["姓名", "性别", "民族", "出生年月"], [L.f("name", "石莼"), L.f("gender", "女"), L.f("ethnicity", "侗族"), L.f("birth", "1985-09", "1985.09")], ["入党时间", "学历", "职务", "联系方式"], [L.f("joined", "2009-05", "2009.05"), L.f("education", "硕士研究生"), L.f("post", "测试中心实验师"), L.f("phone", "13600550077")],
         [{"t": f"所属支部：{L.f('branch', '水晶石大学测试中心党支部')}", "c": 4}],
         [{"t": "\n".join(["围绕“两学一做”，本人承诺：", L.i("大型仪器开机时数不低于1400小时；", "⑴"), L.i("样品送来五个工作日出报告，急样次日出。", "⑵"), L.i("12月10日前写好电镜操作微课8节并挂上校园网。", "⑶"), L.i("带一名本科生做大创。", "⑷"), L.i("讲政治、有信念，讲规矩、有纪律。", "⑸")]), "c": 4}],
         [{"t": "承诺人签名", "c": 1}, {"t": "党小组长签名", "c": 1}, {"t": "支部书记签名", "c": 2}], ["石莼", "石衣", {"t": "石发", "c": 2}], [L.sign("2016-06-20", "2016.06.20"), "2016.06.21", {"t": L.appr("2016-06-24", "2016.06.24"), "c": 2}]])
    P.save(AT, "a036", "html", L)


def a038():
    L, P = Label("a038", "secretary", "Signature table without lines: names in one row, seals in the second, dates in the third; promises in paragraphs with the deadline in brackets and a photograph caption between.", 2009), Page()
    P.title("中共杨梅岭乡委员会书记2009年公开承诺")
    P.p(f"承诺人：{L.f('name', '石盘松')}，{L.f('post', '乡党委书记')}，任职时间{L.f('tenure_start', '2006-09', '2006年9月')}。联系方式{L.f('phone', '13900550023')}。")
    P.ps(L.i("修通杨梅岭到石臼坪的公路9.4公里（年底通车）", "1、"), L.i("杨梅冷库建成投用，容量300吨（6月杨梅下树前）", "2、"))
    P.p("图：冷库工地（乡文化站摄）", al="center")
    P.ps(L.i("每名乡干部包两户特困户，建房、看病、上学一包到底（两年）", "3、"), L.i("本人电话24小时开机，群众来电必接必回", "4、"), L.i("全面提升执政能力", "5、"))
    P.t([["乡党委书记", "县委组织部", "群众代表"], ["石盘松", "（盖章）", "石老三、石阿婆"], [L.sign("2009-02-20", "2009年2月20日"), L.appr("2009-03-02", "2009年3月2日"), "2009年2月20日"]], border=False)
    P.save(AT, "a038", "pydocx", L)


def a040():
    L, P = Label("a040", "org", "Clauses divided by ； without any number in one cell; a second cell adds two more sentences; date before the unit; approval says only the month.", 2011), Page()
    P.title("机关党支部公开承诺")
    its = [L.i("清理本部门文件，废止过期收费文件11个"), L.i("推行预算公开，部门预算4月底前上网"), L.i("为蕨菜沟村协调打井资金8万元"), L.i("干部下访每人每月不少于2天"), L.i("提高机关效能")]
    two = [L.i("评审项目，5个工作日出结论。"), L.i("对评审中介，一律摇号选取，过程录像。")]
    P.t([["单位", L.f("org_name", "樱花市财政评审中心党支部"), "书记", L.f("head", "石翠")], ["承诺内容", {"t": "2011年，我们承诺：" + "；".join(its) + "。", "c": 3}], ["窗口承诺", {"t": "\n".join(two), "c": 3}], ["落款", {"t": f">{L.sign('2011-03-11', '2011年3月11日')}\n>樱花市财政评审中心党支部", "c": 3}], ["局党组意见", {"t": "同意    2011年3月", "c": 3}]], [1300, 3700, 1000, 3000])
    for it in L.d["items"][5:]:
        it["headings"] = ["窗口承诺"]
    P.save(AT, "a040", "raw", L)


def field(text):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>' + mark.format("separate") + xrun(text, True) + mark.format("end")


def a042():
    L, P = Label("a042", "member", "Old Word form fields (FORMTEXT) hold every value and promise; year, month and day of the date are three fields.", 2008), Page()
    P.title("2008年党员先锋工程承诺书")
    P.x(xp("姓  名：", extra=field(L.f("name", "石蒜红")) + xrun("    单位职务：") + field(L.f("post", "给排水公司管网所副所长"))))
    P.x(xp("支  部：", extra=field(L.f("branch", "凤凰木市给排水公司第三党支部")) + xrun("    电话：") + field(L.f("phone", "5557741"))))
    P.p("本人自愿承诺：")
    for n, t in enumerate(["爆管抢修两小时内止水，市民不断水过夜。", "6月底前普查完老城区铸铁管37公里，坏的列单。", "帮扶下岗职工家庭一户，替孩子交一学期书费。", "服从安排，任劳任怨。"], 1):
        L.i(t, f"{n}.")
        P.x(xp(f"{n}.", extra=field(t)))
    P.x(xp("承诺人：", extra=field("石蒜红") + xrun("  日期：") + field("2008") + xrun("年") + field("3") + xrun("月") + field("25") + xrun("日")))
    P.x(xp("支部审核意见：", extra=field("同意") + xrun("  书记：") + field("石葛") + xrun("  日期：") + field("2008") + xrun("年") + field("3") + xrun("月") + field("28") + xrun("日")))
    L.sign("2008-03-25")
    L.appr("2008-03-28")
    P.save(AT, "a042", "raw", L)


def a044():
    L, P = Label("a044", "org", "Unusual labels (承诺主体, 领头人, 队伍规模, 值班热线); the label column on the right of the values; signature row before the promises.", 2014), Page()
    P.title("2014年向市民公开承诺")
    P.t([[L.f("org_name", "石头城公交集团二分公司党支部"), "承诺主体"], [L.f("head", "石拱桥"), "领头人（书记）"], [L.f("member_count", "64", "党员64人"), "队伍规模"], [L.f("phone", "5550100"), "值班热线"], [f"石拱桥  {L.sign('2014-04-18', '2014年4月18日')}", "签字画押"],
         ["\n".join([L.i("早高峰33路间隔压到6分钟以内；", "1/"), L.i("80台车全部装上投币口照明，五一节前装完。", "2/"), L.i("每季度请10名乘客坐进调度室看一天，当场提意见。", "3/"), L.i("丢在车上的东西，登记满48小时就上网招领", "4/"), L.i("司机不闯红灯、不甩站。", "5/"), L.i("创一流服务。", "6/")]), "我们承诺"], [f"同意公开。集团党委  {L.appr('2014-04-22', '2014年4月22日')}", "上级意见"]], [7000, 2000])
    P.save(AT, "a044", "raw", L)


def a046():
    L, P = Label("a046", "org", "One long table: a row across counts each promise (承诺一), under it rows 事项/目标/措施/时限/责任人; fields in the first row, signature in the last.", 2012), Page()
    P.title("柠檬镇供销社党支部2012年承诺事项表")
    rows = [["党组织", L.f("org_name", "柠檬镇供销社党支部"), "书记", L.f("head", "石蟹")]]
    for n, name, a, b, c, d in [("一", "农资直供", "化肥直供率90%，每袋比市价低2元", "县社统一配送，村级店不加价", "春耕前（3月20日）", "石花菜"), ("二", "收购柠檬", "收购一千吨，现款现结不打白条", "与加工厂签保底合同", "2012年10月—11月", "石斛兰"), ("三", "改造老门店", "翻修3间", "自筹", "7月", "石斛兰"), ("四", "支部建设", "过硬", "落实三会一课", "全年", "石蟹")]:
        rows += [[{"t": f"承诺{n}", "c": 4}]] + [[k, {"t": v, "c": 3}] for k, v in (("事项", name), ("目标", a), ("措施", b), ("时限", c), ("责任人", d))]
        L.i("\n".join([name, a, b, c, d]), f"承诺{n}")
    rows += [["签名盖章", {"t": f"石蟹  （章）  {L.sign('2012-02-15', '2012年2月15日')}", "c": 3}], ["镇党委审批", {"t": f"同意  {L.appr('2012-02-21', '2012年2月21日')}", "c": 3}]]
    P.t(rows, [1300, 4200, 900, 2500])
    P.save(AT, "a046", "pydocx", L, pdf=True)


def a048():
    L, P = Label("a048", "org", "A poster: the promises are in two text boxes, fields and signature in the body; slogan lines above and below are no promises.", 2015), Page()
    P.title("百合花开  为您而来")
    P.p("茉莉市社保局服务大厅党支部公开承诺", al="center", b=True)
    P.x(xp("", extra=xbox([L.i("办退休手续，材料齐的15分钟办完。", "1.", gap=" "), L.i("老年证照年审上门，每月第二个周三出车；", "2.", gap=" "), L.i("六月底前把26种表格减到9种。", "3.", gap=" ")], x=0, width=2600000, height=1500000)))
    P.x(xp("", extra=xbox([L.i("大厅装无障碍通道，10月完工", "4.", gap=" "), L.i("“最多问两句”：问两句问不明白的，由领班接手。", "5.", gap=" "), L.i("用心服务。", "6.", gap=" ")], x=2800000, width=2600000, height=1500000)))
    P.ps("群众满意是我们永远的追求！", f"承诺支部：{L.f('org_name', '茉莉市社保局服务大厅党支部')}   支书：{L.f('head', '石耳')}   党员：{L.f('member_count', '26', '26人')}", f"公布日期：{L.sign('2015-05-25', '2015年5月25日')}    监督电话：12333")
    P.save(AT, "a048", "raw", L)


def a050():
    L, P = Label("a050", "secretary", "Last year's promises and their results stand in a table first and are no promises; this year's follow in paragraphs with a date at the head of each; both years' dates printed.", 2014), Page()
    P.title("石花村党支部书记2013年践诺情况及2014年承诺书")
    P.p(f"姓名：{L.f('name', '石耳香')}    职务：{L.f('post', '石花村党支部书记')}    党龄：18年")
    P.p("一、2013年践诺情况", b=True)
    P.t([["2013年承诺", "完成情况"], ["硬化晒谷场2处", "已完成，2013年9月验收"], ["种植黄精200亩", "完成160亩，受旱未足数"], ["安装广播", "已完成"]], [4500, 4500])
    h = "二、2014年公开承诺"
    P.p(h, b=True)
    P.ps(L.i("3月底：补种黄精40亩，兑现去年的欠账。", "①", [h]), L.i("6月：村级活动室铺好地面，书柜进屋，藏书800册。", "②", [h]), L.i("9月：送新考上大学的孩子每人500元路费，一个不漏。", "③", [h]), L.i("全年：村集体收入达到5万元；", "④", [h]), L.i("平时：带头孝老爱亲。", "⑤", [h]))
    P.ps(f"承诺人：石耳香（2014年元月22日）    {L.sign('2014-01-22', '')}".rstrip(), f"乡党委意见：上年欠账说清楚了，同意今年承诺。    {L.appr('2014-01-27', '2014年1月27日')}")
    P.save(AT, "a050", "raw", L)


if __name__ == "__main__":
    names = sys.argv[1:] or [n for n in sorted(globals()) if n[0] == "a" and n[1:].isdigit()]
    for name in names:
        globals()[name]()
