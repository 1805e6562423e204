"""The tune half of the forms a… (odd numbers): python make_a_tune.py [a001 …]. Units, people and telephones are invented."""

import sys

from maker_a import Label, Page, xbox, xp, xrun, xsdt

AT = "tune"


def a001():
    L, P = Label("a001", "org", "Word table; the date of signing and of approval each in six cells of their own (2013|年|3|月|5|日); promises in one cell.", 2013), Page()
    P.title("石楠县直机关党组织2013年公开承诺书")
    items = "\n".join([
        "围绕“五个好”目标，我支部承诺如下：",
        L.i("6月底前完成1949年至1966年土地证档案4200卷的扫描挂接，群众查地权当场能出图。", "一、"),
        L.i("查档窗口中午不关门，查档费一律免收。", "二、"),
        L.i("为联系村梓树坪村整理村级档案12年，装订成册，9月底移交。", "三、"),
        L.i("建立库房温湿度每日两次登记制度，4月1日起执行。", "四、"),
        L.i("进一步加强机关作风建设，树立良好形象。", "五、"),
        "以上承诺请社会监督。"])
    rows = [["党组织名称", {"t": L.f("org_name", "石楠县档案局机关党支部"), "c": 4}, {"t": "党员数", "c": 2}, {"t": L.f("member_count", "14", "14人"), "c": 2}],
            ["书 记", {"t": L.f("head", "柏石坚"), "c": 4}, {"t": "办公电话", "c": 2}, {"t": L.f("phone", "5550321"), "c": 2}],
            ["承\n诺\n内\n容", {"t": items, "c": 8}],
            ["承诺单位\n（盖章）", "", "2013", "年", "3", "月", "5", "日", ""],
            ["县直工委\n审核意见", {"t": "内容具体，同意公示。", "c": 8}],
            ["（公章）", "", "2013", "年", "3", "月", "12", "日", ""]]
    L.sign("2013-03-05")
    L.appr("2013-03-12")
    P.t(rows, [1400, 1700, 900, 500, 500, 500, 500, 500, 2500])
    P.p("本表一式两份，县直机关工委、本单位各存一份。")
    P.save(AT, "a001", "pydocx", L, pdf=True)


def a003():
    L, P = Label("a003", "member", "No table; fields in one sentence; signature and date stand in the page footer, the opinion in the body; numbering of four kinds mixed."), Page()
    P.title("共产党员公开承诺书")
    P.p(f"我是{L.f('branch', '香樟市第二人民医院内科第三党支部', '香樟市第二人民医院内科第三党支部')}党员{L.f('name', '茜草')}，{L.f('joined', '2006-07', '2006年7月')}入党，现任{L.f('post', '呼吸内科护士长')}。在创先争优活动中，我向病友和同事作出如下承诺：", ind=2)
    P.ps(L.i("全年压疮、坠床发生数为零。", "1、"), L.i("每月第一周给出院的慢阻肺病人打一遍回访电话，全年不少于200人次；", "2．"),
         L.i("带教新护士二名，到10月份她们能独立值夜班。", "（3）"), L.i("不收红包，不吃请", "④"), L.i("把“假如我是病人”这句话记在心上，对每一位病人都好。", "5", gap=" "), ind=2)
    P.p("若有做不到的地方，请大家当面提出来。", ind=2)
    P.ps("支部意见：", "    茜草同志的承诺符合岗位实际，同意。", f">内科三支部   {L.appr('2012-03-20', '2012.3.20')}")
    P.foot = [f">承诺人签名：茜草    日期：{L.sign('2012-03-16', '2012年3月16日')}"]
    P.save(AT, "a003", "raw", L)


def a005():
    L, P = Label("a005", "member", "Approval form of a mine: opinions of three levels side by side in columns, each with its date; promises split into 共性 and 岗位 rows.", 2011), Page()
    P.title("云母矿业集团党员承诺践诺审批表")
    P.p("（2011年度）", al="center")
    g, w = "共性承诺", "岗位承诺"
    rows = [["姓 名", L.f("name", "铁凌石"), "性 别", L.f("gender", "男"), "出生年月", L.f("birth", "1974-11", "1974.11")],
            ["工种职务", L.f("post", "综采一队检修班班长"), "学 历", L.f("education", "中技"), "入党时间", L.f("joined", "2003-06", "2003年6月")],
            ["所在支部", {"t": L.f("branch", "综采一队党支部"), "c": 5}],
            [g, {"t": "\n".join([L.i("按时参加组织生活，按月交纳党费。", "1.", [g]), L.i("干部带班下井时，服从统一指挥，不说怪话。", "2.", [g])]), "c": 5}],
            [w, {"t": "\n".join([L.i("采煤机、刮板机检修后24小时内不返修，返修率控制在3%以内。", "1.", [w]), L.i("二季度把液压支架漏液点查一遍，建卡86张，一架一卡。", "2.", [w]),
                                 L.i("今年修旧利废折合8万元以上。", "3.", [w]), L.i("做到班前会上讲一条规程，现场抓一个“三违”，月底在班里念一遍。", "4.", [w])]), "c": 5}],
            ["承诺人", {"t": f"签字：铁凌石        {L.sign('2011-03-08', '2011年3月8日')}", "c": 5}],
            [{"t": "党支部意见", "c": 2}, {"t": "党总支审核", "c": 2}, {"t": "矿党委审批", "c": 2}],
            [{"t": "同意。\n签字：石大青\n2011年3月10日", "c": 2}, {"t": "同意支部意见\n（章）\n2011年3月14日", "c": 2}, {"t": f"同意公示\n（章）\n{L.appr('2011-03-21', '2011年3月21日')}", "c": 2}]]
    P.t(rows, [1200, 1800, 1200, 1800, 1300, 1700])
    P.save(AT, "a005", "raw", L, pdf=True)


def a007():
    L, P = Label("a007", "secretary", "Each promise is three rows 目标/措施/时限 beside a merged name cell; signature and date in a text box (shape and VML fallback).", 2012), Page()
    P.title("紫藤大学分党委书记2012年公开承诺书")
    P.p(f"姓名：«{L.f('name', '卫矛川')}»   职务：«{L.f('post', '材料学院分党委书记')}»   任现职时间：«{L.f('tenure_start', '2009-12', '2009年12月')}»   电话：«{L.f('phone', '8855012')}»")
    rows = [["序号", "承诺事项", "要素", "内容"]]
    for o, name, a, b, c in [("1", "学生党支部进公寓", "在桂园3、4、5号公寓建立党员工作站3个", "每站配书架、意见箱，辅导员轮流值晚班", "2012年5月"),
                             ("2", "青年教师过教学关", "45岁以下教师人人上一次校内公开课", "请退休老教授8人随堂听课，一课一评", "12月20日前"),
                             ("3", "就业", "毕业生初次就业率达到88%", "班子成员分片跑企业，每人不少于6家", "8月31日"),
                             ("4", "廉洁", "带头执行各项规定", "接受监督", "长期")]:
        L.i("\n".join([name, a, b, c]), o)
        rows += [[{"t": o, "r": 3}, {"t": name, "r": 3}, "目标", a], ["措施", b], ["时限", c]]
    P.t(rows, [700, 2000, 900, 5400])
    P.x(xp("", extra=xbox(["承诺人（签字）：卫矛川", f">{L.sign('2012-03-13', '2012年3月13日')}"])))
    P.ps("校党委审定意见：同意。", f">（盖章）{L.appr('2012-03-15', '2012年3月15日')}")
    P.save(AT, "a007", "raw", L)


def a009():
    L, P = Label("a009", "org", "HTML by LibreOffice; promises are the columns of a table (承诺一 to 承诺四), rows are content, measure, time and person.", 2010), Page()
    P.title("海棠县中医院2010年为民服务公开承诺")
    P.t([["承诺科室", {"t": L.f("org_name", "海棠县中医院门诊党支部"), "c": 2}, "负责人", L.f("head", "杜仲平")]])
    cols = [("开设周末专家门诊，每周六上午4个诊室", "专家轮班，停诊提前两天贴告示", "5月8日起", "医务科"), ("中药代煎当天取走", "新增煎药机两台", "2010年4月底前", "药剂科 丁香"),
            ("门诊大厅设老花镜、轮椅、热水处", "导医台专人管", "常年", "导医台"), ("提高医疗质量", "加强学习", "——", "各科室")]
    L.d["items"] = []
    for n, c in zip("一二三四", cols, strict=True):
        L.i("\n".join(c), f"承诺{n}")
    P.t([["项目"] + [f"承诺{n}" for n in "一二三四"]] + [[k, *[c[j] for c in cols]] for j, k in enumerate(["承诺内容", "办法", "什么时候做到", "谁来做"])])
    P.t([["承诺单位（公章）", f"海棠县中医院门诊党支部\n{L.sign('2010-03-26', '2010年3月26日')}", "医院党委意见", f"同意承诺，挂在门诊大厅。\n{L.appr('2010-03-29', '2010年3月29日')}"]])
    P.save(AT, "a009", "html", L)


def a011():
    L, P = Label("a011", "member", "Master and apprentice on one sheet: only the apprentice promises; the master signs as witness with an earlier and a later date; label cells in pairs.", 2014), Page()
    P.title("“党员带徒”承诺协议书")
    rows = [["承诺人（徒弟）", L.f("name", "苏铁光"), "证明人（师傅）", "银桦"], ["岗位", L.f("post", "钻探工"), "岗位", "机长、高级技师"],
            ["所属支部", L.f("branch", "玛瑙地质队机台党支部"), "带徒起止", "2014年1月至2014年12月"]]
    P.t(rows, [1700, 2800, 1700, 2800])
    P.p("为早日出师，徒弟作出如下承诺：", b=True)
    P.ps(L.i("上半年独立完成三个班次的泥浆配比，合格率不低于95％。", "第一，"), L.i("9月前考下中级工证；", "第二，"), L.i("记机台日志365天不缺页，师傅每周签一次字。", "第三，"), L.i("尊敬师傅，虚心好学。", "第四，"), ind=2)
    P.p("师傅寄语：苏铁光同志肯吃苦，我会把手艺教给他。（2014年1月4日）", ind=2)
    P.t([["承诺人签字", "苏铁光", f"时间：{L.sign('2014-01-06', '2014年1月6日')}"], ["证明人签字", "银桦", "时间：2014年1月7日"], ["支部书记签字", "石英生", f"时间：{L.appr('2014-01-10', '2014年1月10日')}"]], border=False)
    L.d["year"] = 2014
    P.save(AT, "a011", "pydocx", L)


def a013():
    P, labels = Page(), []
    people = [("木槿", "女", "2008-06", "2008年6月", "收费窗口", ["每笔业务3分钟办结，高峰期加开一个窗口。", "唱收唱付，零差错。", "8月前学会手语常用语60句，方便聋哑人办事。"], "2012-02-27", "2012年2月27日"),
              ("青冈", "男", "1996-12", "1996年12月", "抄表员", ["每月25日前抄完城东片1130块水表，误抄率低于千分之一。", "帮片区里的孤老户关窗、换灯泡，随叫随到。", "爱岗敬业。"], "2012-02-28", "2012年2月28日"),
              ("石竹", "女", "2010-07", "2010年7月", "化验员", ["水质42项每周化验一次，结果当天上网。", "五月份请居民代表20名进水厂看一次化验", "写一篇余氯控制的小论文，年底前交给技术科。"], "2012-02-28", "2012年2月28日")]
    for n, (name, sex, j, jp, post, its, s, sp) in enumerate(people):
        L = Label("a013" + (f"-{n + 1}" if n else ""), "member", "Three members' forms in one file, a table each, page break between; approval dated once for each." if not n else "Another form of the same file.", 2012)
        P.p("2012年党员公开承诺书", al="center", b=True, sz=18, brk=bool(n))
        P.t([["姓名", L.f("name", name), "性别", L.f("gender", sex), "入党时间", L.f("joined", j, jp)], ["岗位", {"t": L.f("post", post), "c": 2}, "支部", {"t": L.f("branch", "水杉市自来水公司营业党支部"), "c": 2}],
             ["公开承诺事项", {"t": "\n".join([L.i(t, f"{k}、") for k, t in enumerate(its, 1)] + [f">承诺人：{name}", f">{L.sign(s, sp)}"]), "c": 5}],
             ["支部意见", {"t": f"同意\n>（章）\n>{L.appr('2012-03-02', '2012年3月2日')}", "c": 5}]], [1300, 1500, 1100, 1500, 1300, 2300])
        labels.append(L)
    P.save(AT, "a013", "pydocx", *labels)


def a015():
    L, P = Label("a015", "org", "An open letter in ODT by LibreOffice: greeting, reasons, a table of promises in the middle, closing with signature; date before the unit's name.", 2015), Page()
    P.title("致全镇父老乡亲的公开信")
    P.p("乡亲们：")
    P.p("去年我镇遭了两次大水，有的承诺没有兑现，我们心里不安。今年，镇党委把大家在“夜谈”中提的137条意见归并，定下几件事，列在下表，请大家看着我们办。", ind=2)
    P.t([["序号", "办什么", "办到什么程度", "哪天办完", "找谁问"],
         L.r("修复水毁河堤", "石燕河左岸1.8公里，浆砌石护坡", "汛期前（5月31日）", "水利站 河柳", o="1"),
         L.r("改造卫生院", "新建门诊楼封顶", "11月", "卫生院 榆钱", o="2"),
         L.r("发补贴", "一卡通，零截留，名单张榜七天", "到账后3天内", "财政所", o="3"),
         L.r("便民大厅", "周六照常上班", "即日起", "党政办", o="4"),
         L.r("环境整治", "大力改善人居环境", "", "各村", o="5")])
    P.p("表里没有列的事，我们也会量力而行。哪一件没有办好，年底我们在广场向大家作检讨。", ind=2)
    P.ps(f">{L.sign('2015-02-10', '2015年2月10日')}", f">中共{L.f('org_name', '中共白蜡县石燕镇委员会', '白蜡县石燕镇委员会')}", f">党委书记：{L.f('head', '槐序')}")
    P.save(AT, "a015", "odt", L)


def a017():
    L, P = Label("a017", "org", "Landscape matrix: a row a promise, four columns of quarters with what is done in each; the row of signatures is part of the same table.", 2013), Page()
    P.land = True
    P.title("鹅掌楸工具厂党委2013年承诺事项分季推进表")
    P.p(f"单位：{L.f('org_name', '鹅掌楸工具厂党委')}    书记：{L.f('head', '石决明')}    党员：{L.f('member_count', '212', '212名')}")
    rows = [["序号", "承诺事项", "一季度", "二季度", "三季度", "四季度"],
            L.r("单身宿舍改造（96间）", "招标", "改水改电32间", "改水改电64间", "住进职工", o="1"),
            L.r("困难职工“一对一”帮扶41户", "入户摸底", "送技术、送岗位", "助学12名", "回访，脱困率80%", o="2"),
            L.r("党员责任区", "划区挂牌", "无三违检查", "同二季度", "评星", o="3"),
            L.r("产品一次交检合格率98.6%", "98.2%", "98.4%", "98.5%", "98.6%", o="4"),
            [{"t": "承诺人（签字）", "c": 2}, {"t": f"石决明   {L.sign('2013-01-18', '2013年1月18日')}", "c": 2}, "集团党委意见", f"同意  {L.appr('2013-01-25', '2013年1月25日')}"]]
    P.t(rows, [800, 3200, 2400, 2400, 2400, 2800])
    P.save(AT, "a017", "pydocx", L, pdf=True)


def a019():
    L, P = Label("a019", "org", "Ledger broken into a table and a 续表 with the head repeated and the numbers going on; signature only under the second.", 2009), Page()
    P.title("蔷薇区教育局党委2009年度公开承诺一览表")
    P.p(f"填报单位（章）：{L.f('org_name', '蔷薇区教育局党委')}        联系电话：{L.f('phone', '3550108')}")
    head = ["编号", "承诺事项", "完成标准", "完成时间", "责任科室", "备注"]
    w = [700, 2200, 2500, 1300, 1300, 1000]
    P.t([head, L.r("中小学校舍安全排查", "61所学校逐栋鉴定，D级危房停用", "4月30日前", "基建办", o="01", last=[""]), L.r("农村学校食堂改造", "9所，通过卫生许可", "秋季开学前", "后勤科", o="02", last=[""]),
         L.r("招生“阳光分班”", "请家长代表现场抽签，100%电脑派位", "8月28日", "基教科", o="03", last=[""])], w, head=True)
    P.p("续表", brk=True)
    P.t([head, L.r("教师职称评审", "评前评后各公示五天", "11月", "人事科", o="04", last=[""]), L.r("治理乱收费", "坚决纠正", "全年", "监察室", o="05", last=[""]),
         L.r("送教下乡", "24场次，听课教师千人以上", "每月2场", "教研室", "不含暑假", o="06")], w)
    P.p(f"分管领导签字：石莲       主要领导签字：{L.f('head', '楠榆')}       填报日期：{L.sign('2009-03-06', '2009年3月6日')}")
    P.save(AT, "a019", "raw", L)


def a021():
    L, P = Label("a021", "org", "Word's own multilevel numbering: 一、dimension, 1. promise, (1) details that belong to the promise; no number is text.", 2014), Page()
    P.num = [[("chineseCountingThousand", "%1、"), ("decimal", "%2."), ("decimal", "（%3）")]]
    P.title("绿松石勘察设计院党总支2014年公开承诺书")
    P.p("根据集团党委部署，经支委会讨论，院党总支公开承诺：", ind=2)
    for no, (head, its) in zip("一二三", [("创建“五个好”班子", [("每季度召开一次民主生活会征求意见会，提出的意见十天内答复。", []), ("班子成员联系项目部：", ["每人联系2个项目部；", "每月到现场不少于1天；", "解决问题记在本子上。"])]),
                      ("打造过硬队伍", [("今年从一线技术骨干中发展党员5名。", []), ("组织党员学习规范。", [])]),
                      ("为职工办实事", [("6月底前建成职工小食堂并开伙。", []), ("为野外作业的132名职工每人配一个急救包，3月发齐。", [])])], strict=True):
        P.p(head, num=(1, 0), b=True)
        for k, (t, subs) in enumerate(its, 1):
            L.i("\n".join([t, *[f"（{j}）{s}" for j, s in enumerate(subs, 1)]]), f"{k}.", [f"{no}、{head}"])
            P.p(t, num=(1, 1))
            for s in subs:
                P.p(s, num=(1, 2))
    P.p("请职工群众监督，监督电话：5550088。")
    P.ps(f">{L.f('org_name', '绿松石勘察设计院党总支')}（盖章）", f">总支书记：{L.f('head', '石头花')}", f">{L.sign('2014-03-03', '2014年3月3日')}")
    P.save(AT, "a021", "raw", L, pdf=True)


def a023():
    L, P = Label("a023", "org", "RTF by LibreOffice; village; the date in Chinese numerals stands before the names; three signers and a seal line; promises numbered (一)(二).", 2014), Page()
    P.title("刺桐乡石斛村“两委”班子公开承诺书")
    P.p("    本届“两委”班子任期内（2014年）向全体村民郑重承诺：")
    P.ps(*["    " + L.i(t, o) for o, t in [("（一）", "硬化一组至四组入户路，共1800米，国庆节前完工。"), ("（二）", "争取项目资金，把村小学旱厕改成水厕。"), ("（三）", "低保评议一律开大会、投豆子，结果张贴七天。"),
                                        ("（四）", "村级招待费全年不超过三千元，逐笔上墙；"), ("（五）", "团结干事，不搞内耗。"), ("（六）", "每月逢五为村干部坐班日，坐班干部的手机号写在门上。")]])
    P.p("    以上几条，言出必行。")
    P.ps(f">{L.sign('2014-02-16', '二〇一四年二月十六日')}", f">{L.f('org_name', '石斛村党支部')}（盖章）  石斛村村民委员会（盖章）", f">支部书记：{L.f('head', '石上松')}    村主任：楝树根    监督委员会主任：黄连木")
    P.save(AT, "a023", "rtf", L)


def a025():
    L, P = Label("a025", "member", "Approval form with labels set vertically and merged cells of every kind; two promise boxes (承诺内容, 整改承诺); 主管领导 and 主要领导 sign below each other.", 2016), Page()
    P.title("碧玉市国土资源局党员干部岗位承诺审批表")
    P.p(f"填表日期：{L.sign('2016-04-11', '2016-04-11')}", al="right")
    a, b = "岗位承诺", "整改承诺"
    P.t([["单位", {"t": L.f("branch", "执法监察支队党支部"), "c": 3}, "姓名", L.f("name", "麦饭石")],
         ["现任职务", {"t": L.f("post", "副支队长"), "c": 1}, "文化程度", L.f("education", "本科"), "政治面貌", "中共党员"],
         [{"t": "承\n诺\n内\n容", "r": 2}, {"t": a}, {"t": "\n".join([L.i("违法用地线索48小时内到场，制止率100％。", "①", [a]), L.i("上半年办结积案7件。", "②", [a]), L.i("组织卫片执法培训3期，覆盖全部国土所；", "③", [a])]), "c": 4}],
         [{"t": b}, {"t": "\n".join([L.i("开会发言不超过十分钟。", "①", [b]), L.i("下乡不吃老板饭，自带饭盒。", "②", [b])]), "c": 4}],
         [{"t": "主管领导\n意    见", "c": 2}, {"t": "同意上述承诺。\n>签字：石蒜    2016年4月12日", "c": 4}],
         [{"t": "主要领导\n意    见", "c": 2}, {"t": f"同意，请政工科备案。\n>签字：紫杉    {L.appr('2016-04-15', '2016年4月15日')}", "c": 4}]], [1100, 1500, 1400, 1600, 1400, 2000])
    L.d["year"] = 2016
    P.save(AT, "a025", "pydocx", L, pdf=True)


def a027():
    L, P = Label("a027", "org", "Collective promise: the members of the committee each sign on a line with the date; a supervisor signs with a date of his own below.", 2011), Page()
    P.title("珙桐街道石板坡社区党委班子集体承诺书")
    P.p(f"为兑现“三有一化”要求，{L.f('org_name', '石板坡社区党委')}班子全体成员集体承诺：")
    P.ps(L.i("3月底前把空巢老人114户的紧急呼叫铃装好，铃响十分钟内有人到。", "●"), L.i("社区办公用房压缩两间，腾给“四点半课堂”，暑假前开课。", "●"), L.i("党委会每月1次，议题提前三天贴出来，居民可以旁听。", "●"),
         L.i("对居民的诉求件件有回音。", "●"), L.i("“两委”成员及配偶不在辖区承揽工程。", "●"))
    P.p("承诺人签名：", b=True)
    P.ps(*[f"{role}\t«{name}»\t{L.sign('2011-01-20', '2011年1月20日')}" for role, name in [("书  记", L.f("head", "朴石")), ("副书记", "乌桕红"), ("委  员", "枳木"), ("委  员", "苦楝"), ("委  员", "石兰")]], tabs=(1600, 4200))
    P.ps("监督人签名：", "居民代表\t«老榕»\t2011年1月22日", "街道党工委\t同意（章）\t" + L.appr("2011-01-24", "2011年1月24日"), tabs=(1600, 4200))
    P.save(AT, "a027", "raw", L)


def a029():
    L, P = Label("a029", "org", "Ledger with a category cell merged over rows, a signature of the responsible person in the last column, approval in paragraphs below.", 2013), Page()
    P.land = True
    P.title("玄武岩水泥有限公司党委2013年创先争优承诺台账")
    c1, c2, c3 = "生产经营", "职工生活", "党的建设"
    rows = [["类别", "承诺事项", "具体目标", "完成时限", "责任领导", "责任部门", "责任人签名"],
            [{"t": c1, "r": 3}, *L.r("吨熟料标准煤耗下降", "由118千克降到114千克以下", "2013年12月", "榉木", "制造部", "石棉", h=[c1])],
            L.r("余热发电并网", "并网发电", "二季度末", "榉木", "电气部", "石灰", h=[c1]),
            L.r("设备大修", "大修两次，比计划各提前1天", "2月、8月", "栾树", "设备部", "石膏", h=[c1]),
            [{"t": c2, "r": 2}, *L.r("职工体检", "在册职工一人不漏", "9月底", "柳杉", "工会", "石榴", h=[c2])],
            L.r("倒班宿舍装空调", "70台", "入夏以前", "柳杉", "后勤部", "石花", h=[c2]),
            [{"t": c3, "r": 1}, *L.r("加强党风廉政建设", "不发生违纪案件", "全年", "云杉", "纪委", "石韦", h=[c3])]]
    P.t(rows, [1300, 2500, 3000, 1800, 1300, 1500, 1600])
    P.ps(f"公司党委（印）：{L.f('org_name', '玄武岩水泥有限公司党委')}      党委书记（签字）：{L.f('head', '云杉')}      {L.sign('2013-02-20', '2013年02月20日')}", "集团党委批复：", f"    同意。请抓好落实。   {L.appr('2013-03-01', '2013年03月01日')}（印）")
    P.save(AT, "a029", "raw", L)


def a031():
    L, P = Label("a031", "member", "The date of signing is printed but half filled (2012年  月  日); two opinions in one cell, the higher one dated; label of the signature below the name.", 2012), Page()
    P.title("2012年度学生党员公开承诺书")
    P.t([["姓名", L.f("name", "含笑"), "民族", L.f("ethnicity", "土家族"), "年级", L.f("grade", "2010级"), "班级", L.f("class", "酿酒1002班")],
         ["所在党支部", {"t": L.f("branch", "紫藤大学生物学院本科生第二党支部"), "c": 3}, "入党时间", {"t": L.f("joined", None, ""), "c": 3}],
         ["承诺事项及完成时限", {"t": "\n".join([L.i("本学期通过英语六级。", "1．"), L.i("挂钩帮助同寝室的挂科同学一名，补考前每周陪自习三次。", "2．"), L.i("全年做志愿服务60小时，地点在学校附近的石门敬老院。", "3．"), L.i("不迟到、不早退、不旷课。", "4．"), L.i("积极参加科技竞赛，争取获省级奖一项。", "5．"),
                                               ">含 笑", ">（承诺人签名）", ">2012年   月   日"]), "c": 7}],
         ["审核意见", {"t": f"支部：该同志承诺切合实际。   书记：石松子\n学院党委：同意。（章）   {L.appr('2012-03-30', '2012年3月30日')}", "c": 7}]], [1300, 1100, 800, 1100, 1100, 1100, 900, 1600])
    P.p("此表一式两份，一份公示、一份存支部。")
    P.save(AT, "a031", "pydocx", L)


def a033():
    L, P = Label("a033", "secretary", "Signature and date in the head row of a narrow table at the top; promises follow as records of labelled lines with a blank line between.", 2015), Page()
    P.title("国有青檀林场党支部书记承诺事项")
    P.t([["承诺人签名", L.f("name", "桉叶"), "承诺日期", L.sign("2015-03-02", "2015.3.2"), "监督电话", "5550017"]])
    P.p(f"所在党组织：{L.f('org_name', '青檀林场石门工区党支部')}    担任书记时间：{L.f('tenure_start', '2011-08', '2011.08')}")
    for o, a, b, c, d in [("事项一", "护林防火", "火情发现后30分钟内第一支扑火队到达", "高火险期24小时值守，瞭望台每两小时报一次", "2015年3月至5月"), ("事项二", "危旧房改造", "58户职工搬进新房", "场里出基础，职工出门窗", "腊八节前"),
                          ("事项三", "营造林", "造林1200亩，成活率85%以上", "包山头到党员", "3月底栽完，10月验收"), ("事项四", "自身建设", "当好表率", "多下工区", "无")]:
        lines = [f"承诺事项：{a}", f"目标要求：{b}", f"推进措施：{c}", f"完成时限：{d}"]
        L.i("\n".join(lines), o)
        P.p(o, b=True)
        P.ps(*lines, "")
    P.p(f"林场党委意见：同意      {L.appr('2015-03-09', '2015.3.9')}")
    P.save(AT, "a033", "raw", L)


def a035():
    L, P = Label("a035", "org", "A table within a cell: the ledger of promises is nested in the cell 承诺内容; signature in the cell under it.", 2012), Page()
    P.title("窗口单位为民服务公开承诺书")
    sub = [["顺序", "服务事项", "承诺时限", "比法定提前"], L.r("企业名称预核准", "当场", "1天", o="1"), L.r("有限公司设立登记", "2个工作日", "13天", o="2"), L.r("个体户开业登记，送照到村", "随到随办", "——", o="3"), L.r("年检提醒", "到期前20天发短信", "", o="4")]
    P.t([["窗口名称", L.f("org_name", "翡翠县工商局注册窗口党支部"), "首席代表（支部书记）", L.f("head", "玉兰清")], ["党员人数", L.f("member_count", "9", "九名"), "咨询电话", L.f("phone", "5558315")],
         ["承诺内容", {"t": "我窗口向办事群众承诺：", "c": 3, "sub": sub, "subw": [700, 3200, 1800, 1300]}], ["落款", {"t": f">翡翠县工商局注册窗口党支部（章）\n>{L.sign('2012-04-05', '2012年4月5日')}", "c": 3}],
         ["政务中心\n意见", {"t": f"同意挂牌公示\n>{L.appr('2012-04-09', '2012年4月9日')}", "c": 3}]], [1300, 3300, 1500, 2900])
    P.save(AT, "a035", "raw", L)


def a037():
    L, P = Label("a037", "member", "ODT by LibreOffice; the row of signature and date stands in the middle of the table, between the 共性 and the 个性 promises; witness below.", 2010), Page()
    P.title("杜鹃花供电公司党员承诺卡")
    a, b = "共性承诺", "个性承诺"
    P.t([["姓名", L.f("name", "石决云"), "职务", L.f("post", "配电抢修班班长")], ["党支部", L.f("branch", "配电运检党支部"), "电话", L.f("phone", "13800550061")],
         [a, {"t": "\n".join([L.i("佩戴党徽上岗。", "1.", [a]), L.i("遵守《供电服务“十项承诺”》，不以电谋私。", "2.", [a])]), "c": 3}], ["承诺人签字", "石决云", "承诺时间", L.sign("2010-08-10", "2010年8月10日")],
         [b, {"t": "\n".join([L.i("城区抢修45分钟到现场，全年无一起超时投诉。", "1.", [b]), L.i("迎峰度夏期间每天夜巡重载台区一遍", "2.", [b]), L.i("帮桔梗社区三位独居老人检查线路，每季一次，换下的插座不收钱。", "3.", [b])]), "c": 3}],
         ["证明人", "夏枯草", "日期", "2010年8月11日"], ["审诺意见", {"t": f"予以公示\n>支部书记：朱砂   {L.appr('2010-08-13', '2010年8月13日')}", "c": 3}]])
    P.save(AT, "a037", "odt", L)


def a039():
    L, P = Label("a039", "secretary", "One running paragraph: 一是…；二是…；fields in the opening sentence, date and place in the closing sentence, signature in a table of two cells without lines.", 2009), Page()
    P.title("公开承诺书")
    its = [L.i("抓班子，每周一早上开碰头会，会上定的事当周办完", "一是"), L.i("抓收入，把茶叶加工厂租出去，年租金不低于六万元，6月底签合同", "二是"), L.i("抓水利，清淤山塘三口", "三是"), L.i("抓作风，本人及亲属不承包村里任何工程，欢迎举报", "四是")]
    P.p(f"我叫{L.f('name', '梭罗木')}，{L.f('tenure_start', '2008-11', '2008年11月')}起任{L.f('post', '辛夷镇石坳村党支部书记', '辛夷镇石坳村党支部书记')}。全村党员大会推我上来，我向大家表个态：{'；'.join(its)}。这四条要是有一条落空，我自己在年底的党员大会上提出处理意见。本承诺于{L.sign('2009-01-08', '2009年元月8日')}在村部宣读，并贴在公开栏。", ind=2)
    P.t([["承诺人：梭罗木（手印）", "见证人：石楠花、铁杉"]], border=False)
    P.save(AT, "a039", "raw", L)


def a041():
    L, P = Label("a041", "member", "Content controls (text, list, date picker) hold the fields and the promises; the placeholder of an empty control is no promise.", 2016), Page()
    P.title("“两学一做”党员公开承诺书（电子表单）")
    for lab, key, v, p, k in [("姓名", "name", "瑞香", None, ""), ("性别", "gender", "女", None, "list"), ("党内支部", "branch", "琥珀市图书馆采编党支部", None, "list"), ("岗位", "post", "编目员", None, ""), ("入党日期", "joined", "2013-05", "2013年5月", "date")]:
        P.x(xp(f"{lab}：", extra=xsdt(L.f(key, v, p), k, lab)))
    P.p("承诺事项（最多五条）", b=True)
    for n, t in enumerate(["11月底前把积压的地方志1600册编目上架。", "每月给盲人阅览室录一本有声书。", "带头学党章，做笔记不少于一万字。", "认真完成领导交办的工作。"], 1):
        L.i(t, f"第{n}条：")
        P.x(xp(f"第{n}条：", extra=xsdt(t, "", f"承诺{n}")))
    P.x(xp("第5条：", extra=xsdt("单击此处输入文字。", "", "承诺5")))
    P.x(xp("本人签名：", extra=xsdt("瑞香", "", "签名") + xrun("    签名日期：") + xsdt(L.sign("2016-05-09", "2016年5月9日"), "date", "日期")))
    P.x(xp("支部审核：", extra=xsdt("通过", "list", "审核") + xrun("    审核人：石蕊    审核日期：") + xsdt(L.appr("2016-05-12", "2016年5月12日"), "date", "日期")))
    P.save(AT, "a041", "raw", L)


def a043():
    L, P = Label("a043", "member", "Everything in one table like a spreadsheet: title, fields, notes, ledger, sum row, signature and seal lines are rows merged across.", 2011), Page()
    n = 6
    P.t([[{"t": "=红豆杉制药公司党员先锋岗承诺登记表", "c": n, "b": True}], [{"t": f"部门支部：{L.f('branch', '固体制剂车间党支部')}   姓名：{L.f('name', '茵陈')}   岗位：{L.f('post', '压片操作工')}   填表时间：{L.sign('2011-05-16', '2011/5/16')}", "c": n}],
         [{"t": "说明：每人3至5条，完成时限要写清。", "c": n}], ["№", "承诺内容", "完成目标", "起止时间", "自查", "支部核查"],
         L.r("片重差异控制", "超限批次为0", "2011年5月—12月", o="1", last=["", ""]), L.r("提合理化建议", "2条被采纳", "四季度前", o="2", last=["", ""]), L.r("清场", "换批清场一次合格，QA签字", "每批", o="3", last=["", ""]), L.r("搞好团结", "与同事和睦相处", "一直", o="4", last=["", ""]),
         [{"t": "合计：4条", "c": n}], [{"t": f">车间支部（章）：同意   {L.appr('2011-05-18', '2011/5/18')}", "c": n}]], [600, 2400, 2200, 1800, 800, 1200])
    L.d["year"] = 2011
    P.save(AT, "a043", "pydocx", L)


def a045():
    L, P = Label("a045", "org", "One small table a promise (承诺卡), floating, each with its own number, person and date of posting; the unit signs once at the end.", 2012), Page()
    P.title("月季区行政服务中心党支部承诺卡（2012）")
    for k, (a, b, c, d) in enumerate([("窗口延时服务", "下班前进门的群众，办完才走", "2012年3月1日起", "督查科"), ("设立“办不成事”接待台", "每天一名支委坐台，登记后三个工作日回复", "3月15日前挂牌", "业务科"), ("代办下乡", "14个村每村一名代办员，代办费零元", "6月", "党建办"), ("优化环境", "优化政务环境", "不限", "全体")], 1):
        L.i("\n".join([a, b, c, d]), f"承诺卡第{k}号")
        P.t([[{"t": f"承诺卡第{k}号", "c": 2}], ["承诺事项", a], ["具体标准", b], ["时间", c], ["责任人", d]], [2000, 6800], float_=True)
        P.p("")
    P.ps(f"承诺党组织：{L.f('org_name', '月季区行政服务中心党支部')}", f"支部书记：{L.f('head', '合欢')}    党员总数：{L.f('member_count', '31')}", f"{L.sign('2012-02-24', '二〇一二年二月二十四日')}", f"区直机关工委（盖章）  同意  {L.appr('2012-02-28', '二〇一二年二月二十八日')}")
    P.save(AT, "a045", "raw", L)


def a047():
    L, P = Label("a047", "member", "Blanks underlined and held by tabs; promises in paragraphs each followed by an explanation in brackets or a reason that is no promise; a line 领导签字 at the end.", 2010), Page()
    P.title("教师党员师德公开承诺书")
    P.p(f"学校 «  蜡梅县石门中学  »  姓名 «  {L.f('name', '文竹')}  »  任教 «  {L.f('post', '高二物理')}  »  支部 «  {L.f('branch', '理科组党支部')}  »")
    P.p("当老师十九年，我最怕的是误人子弟。趁这次公开承诺的机会，说几句实在话：")
    P.p(L.i("每周给物理薄弱的学生义务补课一次，这学期补完电学。", "一、"))
    P.p("（说明：已有15名学生报名，地点在实验楼二楼。）")
    P.p(L.i("作业全批全改，当天发回。", "二、"))
    P.p("为什么写这一条？因为去年学生评教时这一项得分最低。")
    P.p(L.i("不搞有偿家教，不向学生推销资料；", "三、"))
    P.p(L.i("12月以前开出自制教具实验课3节，请全组来听。", "四、"))
    P.p(L.i("为人师表。", "五、"))
    P.ps("承诺教师（签字）  «  文竹  »      " + L.sign("2010-09-07", "2010年9月7日"), "支部书记（签字）  «  雪松  »      2010年9月8日", "学校党总支领导（签字）  «  石青  »      " + L.appr("2010-09-10", "2010年9月10日"))
    L.d["year"] = 2010
    P.save(AT, "a047", "pydocx", L)


def a049():
    L, P = Label("a049", "member", "Boxes ticked (☑) and empty (□) plus free lines; who proposed, who supervises and who approves stand in one row of three signature cells.", 2013), Page()
    P.title("2013年无职党员设岗定责承诺书")
    h1, h2 = "认领岗位（打√）", "自选承诺"
    P.t([["姓名", L.f("name", "皂荚"), "性别", L.f("gender", "男"), "出生年月", L.f("birth", "1951-03", "1951年3月")], ["支部", {"t": L.f("branch", "栀子社区第四党支部"), "c": 3}, "文化程度", L.f("education", "初中")],
         [h1, {"t": "\n".join([L.i("义务巡逻岗：每周二、四晚上7点到9点巡逻", "☑", [h1]), "□政策宣传岗：每月宣讲一次", L.i("环境卫生岗：包干8栋楼道，一天一扫", "☑", [h1]), "□矛盾调解岗：调解邻里纠纷"]), "c": 5}],
         [h2, {"t": "\n".join([L.i("教小区孩子写毛笔字，暑假办一个班，不收费；", "1、", [h2]), L.i("年底以前把院里的老照片收齐一百张，办个小展览。", "2、", [h2])]), "c": 5}],
         [{"t": f"承诺人：皂荚\n{L.sign('2013-03-11', '2013年3月11日')}", "c": 2}, {"t": "监督人：辛夷\n2013年3月12日", "c": 2}, {"t": f"支部书记：石莼\n{L.appr('2013-03-15', '2013年3月15日')}", "c": 2}]], [1500, 1600, 900, 1300, 1300, 2400])
    P.save(AT, "a049", "pydocx", L)


if __name__ == "__main__":
    names = sys.argv[1:] or [n for n in sorted(globals()) if n[0] == "a" and n[1:].isdigit()]
    for name in names:
        globals()[name]()
