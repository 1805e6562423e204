"""Single mechanisms: amounts and their exclusions, labels and columns, doers, headings, sets of a pack, copies."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from extractors.language import annotate, shingles
from extractors.language.numerals import value
from extractors.model import (
    Annotation,
    CommitmentItem,
    DimensionSet,
    FormKind,
    Part,
    Passage,
    ReadingContext,
    Span,
    TargetKind,
    Topic,
)

CONTEXT = ReadingContext(year=2012, reference_date=date(2012, 3, 10))


def read(text: str, kind: FormKind = FormKind.ORG, context: ReadingContext = CONTEXT, **item: object) -> Annotation:
    return annotate([CommitmentItem(0, Passage(text), **item)], kind, context)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(("numeral", "number"), [
    ("一百二十", 120), ("两", 2), ("半", 0.5), ("1.5万", 15000), ("1,200", 1200), ("三千五百", 3500), ("十", 10),
    ("二十", 20), ("二零一二", 2012), ("2万", 20000), ("数十", None), ("万", 10000), ("三万五千", 35000),
])
def test_numerals(numeral: str, number: float | None) -> None:
    assert value(numeral) == number


@pytest.mark.parametrize(("text", "number", "unit", "relation"), [
    ("走访困难户不少于12户", 12, "户", "≥"),
    ("培训农民１２０人次", 120, "人次", "="),
    ("毕业生就业率达到90%以上", 90, "%", "≥"),
    ("万元产值能耗下降百分之五", 5, "%", "-"),
    ("新栽行道树三百五十棵", 350, "棵", "="),
    ("出差费用压缩到20万元以内", 200_000, "元", "≤"),
    ("全年实现零投诉", 0, "投诉", "="),
    ("修复机井10余眼", 10, "眼", "≥"),
    ("考试通过率百分之百", 100, "%", "="),
    ("与农户签订合同30～50份", 50, "份", "~"),
    ("全年至少撰写简报十二篇", 12, "篇", "≥"),
    ("每月至少安排三天到河边值守", 3, "天", "≥"),
])
def test_amounts(text: str, number: float, unit: str, relation: str) -> None:
    target = read(text).target
    assert target.kind is TargetKind.QUANTIFIED
    first = target.values[0]
    assert (first.number, first.unit, first.relation) == (number, unit, relation)


def test_a_word_that_ends_in_about_is_no_estimate() -> None:
    assert [s.end - s.start for s in read("完成棚改签约420户").target.spans] == [len("420户")]


def test_from_to_keeps_its_baseline() -> None:
    first = read("合格率由85%提高到92%").target.values[0]
    assert (first.number, first.baseline) == (92, 85)


@pytest.mark.parametrize("text", [
    "按照“五个好”要求加强支部建设", "坚持三会一课", "争创四型机关", "贯彻党的十七大精神", "落实八项规定", "创建国家3A级景区形象",
    "学习党发〔2012〕12号文件", "学习十八届三中全会精神", "一个支部一面旗帜", "服务群众零距离", "做一名合格党员", "干一行爱一行",
    "第十八次党代会精神的学习", "投入5万元维修教室", "每天7:30开门", "关爱60岁以上老人", "近年来共修路12公里，今后继续努力", "进一步提高一线职工待遇",
    "每晚七点到九点轮流值班", "托管孩子到晚上六点", "每月最后一个星期五开放课堂", "排名后五位的由系主任约谈", "抓好入院、出院三个环节", "从创收中列支2万元作补贴",
    "重写教案，请两位老教授把关", "把讲义请两位研究生编好目录", "汛期24小时不离人",
    "做到四个服务", "对照六个严禁查摆", "十一前挂出横幅", "打通服务群众最后一公里", "推行一户一表", "严格执行三重一大制度", "开展一系列活动",
])
def test_no_amounts(text: str) -> None:
    assert read(text).target.kind is not TargetKind.QUANTIFIED


@pytest.mark.parametrize("text", [
    "延长下午看护时间至18时", "早餐供应提前到6:20开始", "服务窗口延时到晚上八点", "每天锻炼一小时", "编一本便民手册", "广播接通五个自然村", "建三个大棚", "换上两个不锈钢水箱", "资助十一名学生", "每周住夜不少于3晚", "更换滤料4格", "下企业实践两个月",
    "请专家来校作一次讲座", "立一块公示牌", "分成三组入户走访", "安装五组光伏板", "科研经费报销一周办完",
    "秋收时借出农机，不收一分钱", "机房运行零宕机", "收发报纸差漏零", "火灾、溺水双零", "每月上街义诊一回", "听老教师的课每周不少于两节", "符合条件的当场登记立案", "确保不发生一起责任事故",
])
def test_amounts_of_other_kinds(text: str) -> None:
    assert read(text).target.kind is TargetKind.QUANTIFIED


@pytest.mark.parametrize(("text", "kind"), [
    ("修订请假办法，让组织生活有章可循", TargetKind.NONE), ("5月底前修订请假办法", TargetKind.CLEAR), ("6月底前把组织关系转接好", TargetKind.CLEAR),
    ("签订《文明养犬公约》", TargetKind.CLEAR), ("确保不发生交通责任事故", TargetKind.CLEAR), ("汛期前成立抢修队", TargetKind.CLEAR), ("成立抢修队并挂牌", TargetKind.CLEAR),
    ("综合楼年底前封顶", TargetKind.CLEAR), ("5月底前组建青年突击队", TargetKind.CLEAR), ("组建青年突击队", TargetKind.NONE), ("印发《考勤办法》", TargetKind.CLEAR),
    ("窗口人员一律佩戴工作牌", TargetKind.CLEAR), ("健全监督机制", TargetKind.NONE), ("实施素质教育", TargetKind.NONE),
    # what decides without a figure
    ("收费单对不上的，当班查清", TargetKind.CLEAR), ("哪天的账都不过夜", TargetKind.CLEAR), ("借条一张不少", TargetKind.CLEAR), ("点名册一格也不空", TargetKind.CLEAR),
    ("旧被褥凑满一车捐给牧民", TargetKind.CLEAR), ("大小开支张榜，一月一榜", TargetKind.CLEAR), ("端午节当天看望老人", TargetKind.NONE),
    # a verb with its result by a named day, a change that is over, a grade that is won
    ("霜降前把育苗棚的膜换好", TargetKind.CLEAR), ("东门的断头路9月底前打通", TargetKind.CLEAR), ("6月底前把阅览室搬到一楼", TargetKind.CLEAR),
    ("县志年底前定稿", TargetKind.CLEAR), ("国庆前撤销北门收费亭", TargetKind.CLEAR), ("考上执业药师", TargetKind.CLEAR), ("作文竞赛进入市级决赛", TargetKind.CLEAR),
    ("力争评上校级优秀班干部", TargetKind.CLEAR), ("试行弹性上班", TargetKind.NONE), ("把医院建成患者信赖的现代化医院", TargetKind.NONE),
    ("接送孩子过马路，一个不落", TargetKind.CLEAR), ("疏通三组、四组排水沟", TargetKind.NONE), ("修好十字路口的红绿灯", TargetKind.NONE), ("办公用品采购货比三家", TargetKind.NONE),
    ("不收礼，不大办婚宴", TargetKind.NONE), ("完善考核制度", TargetKind.NONE), ("提高服务质量", TargetKind.NONE),
])
def test_end_states(text: str, kind: TargetKind) -> None:
    assert read(text).target.kind is kind


def test_hedge_is_kept() -> None:
    target = read("力争新建校舍2栋").target
    assert target.kind is TargetKind.QUANTIFIED
    assert target.hedged


@pytest.mark.parametrize(("text", "hedged"), [
    ("计划新建校舍2栋", True), ("遇计划停电提前24小时贴告示", False), ("班车按计划时刻发车，晚点不超过3分钟", False),
    ("计划性检修安排在夜里，2小时内做完", False), ("今年计划给老人装扶手20处", True),
])
def test_a_plan_that_is_there_hedges_nothing(text: str, hedged: bool) -> None:
    assert read(text).target.hedged is hedged


@pytest.mark.parametrize(("text", "floor"), [
    ("年底前发表论文2篇，争取获省级奖1项。", True), ("争取在核心期刊发表论文2篇。", False), ("力争合格率达到95%，全年讲课4次。", False),
])  # fmt: skip
def test_what_is_promised_before_a_hedge_is_a_floor(text: str, floor: bool) -> None:
    target = read(text).target
    assert (target.hedged, target.floor) == (True, floor)


def test_labelled_lines_are_taken_as_given() -> None:
    text = "食堂改造\n目标：增加座位200个。\n措施：加装隔断，更换桌椅。\n责任人：张三、李四。"
    found = read(text)
    assert [text[s.start : s.end] for s in found.measures.spans] == ["加装隔断", "更换桌椅"]
    assert found.responsible.names == ("张三", "李四")
    assert found.target.values[0].number == 200
    assert text[found.project.spans[0].start : found.project.spans[0].end] == "食堂改造"


def test_columns_are_taken_as_given() -> None:
    text = "楼道亮化\n更换灯具60盏\n无\n年底\n王 芳"
    columns = MappingProxyType({
        "project": (Span(0, 4),), "target": (Span(5, 12),), "measures": (Span(13, 14),), "deadline": (Span(15, 17),),
        "responsible": (Span(18, 21),),
    })
    found = read(text, columns=columns)
    assert found.project.spans == (Span(0, 4),)
    assert found.target.values[0].number == 60
    assert found.measures.spans == ()
    assert found.responsible.names == ("王芳",)


@pytest.mark.parametrize(("text", "names"), [
    ("清理河道3公里，由村建办负责。", ("村建办",)), ("清理河道3公里，由镇工办负责考核。", ()), ("责任单位：后勤处 保卫处", ("后勤处", "保卫处")),
    ("全年听课40节（责任人：周洁）", ("周洁",)), ("本人讲党课2次。", ("本人",)), ("认真负责地做好工作。", ()),
    ("坚持首诊负责，不推诿病人。", ()), ("坚持谁主管谁负责。", ()), ("分工负责，各司其职。", ()),
    # the person behind an office or a unit
    ("修通断头路\n责任人：向德茂、村主任田光辉", ("向德茂", "田光辉")), ("培养后备力量\n责任人：组织委员彭秀兰", ("彭秀兰",)),
    ("拿出产业规划，由农业服务中心主任岑有福牵头。", ("岑有福",)), ("建成数据平台，技术处卞超牵头。", ("卞超",)), ("实验室6月完工，由实验员欧阳立负责。", ("欧阳立",)),
    ("增购彩超2台\n责任人：超声科（何立群）", ("超声科", "何立群")), ("更换饮水机\n责任人：后勤处", ("后勤处",)), ("整理档案\n责任人：办公室文书", ("办公室文书",)),
    ("巡河\n责任人：各组组长", ("各组组长",)), ("巡河\n责任人：党支部全体", ("党支部全体",)), ("清欠\n责任人：财务科成本组", ("财务科成本组",)),
    ("由邢树林、倪维和两位老工程师牵头整理水利志。", ("邢树林", "倪维和")), ("讲党课四次（支部书记王春牵头）。", ("王春",)),
    # nobody yet
    ("物资采购公开\n责任人：待定", ()), ("修水渠\n责任人：×××", ()), ("修水渠\n责任人：——", ()), ("修水渠\n责任人：同上", ("同上",)),
    # classes of people and rotas
    ("成立由党员牵头的技术小组。", ()), ("建成开放实验室，由党员教师排班值守。", ()), ("离校较远的村由行政人员开车带队。", ()), ("由骨干轮流主讲。", ()),
    ("推行集体备课，每周三由教研组长主持。", ("教研组长",)), ("结果由合伙人会议考核。", ()),
    # units at work in a clause of their own
    ("推行临床路径，信息科负责把表单嵌入病历。", ("信息科",)), ("党员突击队轮流值守取水口。", ("党员突击队",)), ("抓好防汛，水利站负责备足沙袋。", ("水利站",)),
    # any act after 由 and an office; labels of another word; who only looks on is none
    ("给四个支部各配书柜一个，由组织员孙小梭采购。", ("孙小梭",)), ("清扫主路，带班人：甄小丝。", ("甄小丝",)), ("清扫主路，监督人：甄小丝。", ()),
    ("供餐由一日两次增到三次。", ()), ("旧书分类，由党员志愿者整理。", ()),
    ("解决空白村卫生室3个，由规财股每月督办。", ("规财股",)), ("排查管网，由水务股定期牵头。", ("水务股",)),
    ("本人不插手基建和物资采购。", ("本人",)), ("本人作为党员，认真学习。", ()), ("新门诊楼10月竣工，我每周到工地现场办公。", ()),
])
def test_responsible(text: str, names: tuple[str, ...]) -> None:
    assert read(text).responsible.names == names


def test_whoever_is_named_once_is_known_in_the_other_promises() -> None:
    texts = ("清扫主路，带班人：甄小丝。", "责任区挂牌，甄小丝统一编号。", "添置书架，甄小丝监督。")
    found = annotate([CommitmentItem(n, Passage(text)) for n, text in enumerate(texts)], FormKind.ORG, CONTEXT)
    assert [one.responsible.names for one in found] == [("甄小丝",), ("甄小丝",), ()]


def test_a_printed_heading_names_the_dimension() -> None:
    found = read("为学生宿舍安装空调", headings=("二、工作机制好：",))
    assert [d.label for d in found.dimensions] == ["工作机制好"]


def test_a_packs_own_set_goes_by_headings_and_aliases() -> None:
    own = DimensionSet("四优", ("服务优", "业绩优"), MappingProxyType({"优质服务": "服务优"}))
    context = ReadingContext(dimensions=own)
    assert [d.label for d in read("安装空调", context=context, headings=("优质服务",)).dimensions] == ["服务优"]
    assert read("安装空调", context=context).dimensions == ()


def test_parts_by_heading() -> None:
    assert read("遵守纪律", headings=("共性承诺",)).part is Part.COMMON
    assert read("每周例会一次", headings=("创新承诺",)).part is Part.NOVEL
    assert read("为困难职工发放慰问品30份", headings=("岗位承诺",)).part is Part.DEED


def test_topics() -> None:
    context = ReadingContext(topics=(Topic("学风", ("早读", "晚自习")), Topic("就业", ("双选会",))))
    assert read("组织早读检查", context=context).topics == ("学风",)


def test_copied_sentences_are_found_through_hashes_alone() -> None:
    notice = "各单位要把公开承诺与推动本单位中心工作紧密结合起来，切实做到两手抓两促进。"
    context = ReadingContext(copied_shingles=shingles.of_notice([notice]))
    copied = read("要把公开承诺与推动本单位中心工作紧密结合起来，切实做到两手抓", context=context)
    assert copied.wording.copied
    assert copied.wording.copied_evidence
    assert not read("为学生公寓安装饮水机六台，五月底前投入使用，请各班派人领取钥匙", context=context).wording.copied


def test_hashes_are_the_same_in_every_run() -> None:
    assert shingles.hashes("公开承诺书样式一") == [357724128]
    assert shingles.hashes("公开 承诺，书样式一") == shingles.hashes("公开承诺书样式一")


def test_the_pipeline_declares_what_each_component_needs() -> None:
    from extractors.language.pipeline import language

    assert not [p for problems in language().analyze_pipes(keys=["assigns", "requires"])["problems"].values() for p in problems]


def test_nothing_heavy_is_imported_with_the_package() -> None:
    import subprocess
    import sys

    code = "import sys, extractors.language; sys.exit(any(m in sys.modules for m in ('spacy', 'rjieba', 'yaml')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_items_give_no_annotations() -> None:
    assert annotate([], FormKind.ORG, CONTEXT) == ()


@pytest.mark.parametrize(("text", "project"), [
    ("把学习抓在平时：给各班组征订技术报两份，每周读一篇。", "给各班组征订技术报两份"),
    ("抓教学、惠学生：建成精品课程3门。", "建成精品课程3门"),
    ("讲道德有品行：每周日义务清扫文化广场一次。", "义务清扫文化广场一次"),
    ("认领微心愿2个：给低保户小周送一台旧电脑。", "认领微心愿2个：给低保户小周送一台旧电脑"),
    ("旅客列车正点率：始发99.5%。", "旅客列车正点率：始发99.5%"),
])  # fmt: skip
def test_a_project_begins_behind_its_catchword(text: str, project: str) -> None:
    assert [text[s.start : s.end] for s in read(text).project.spans[:1]] == [project]


@pytest.mark.parametrize(("text", "projects"), [
    ("2010年底前，在辖区新建老年人日间照料室一间，购置床位8张。", ["在辖区新建老年人日间照料室一间", "购置床位8张"]),
    ("每月第一周的星期六为“义务劳动日”，清扫楼道。", ["每月第一周的星期六为“义务劳动日”", "清扫楼道"]),
    ("6月30日前评出先锋岗10个；12月底前发展党员60名。", ["评出先锋岗10个", "发展党员60名"]),
])  # fmt: skip
def test_limits_are_no_part_of_a_project(text: str, projects: list[str]) -> None:
    assert [text[s.start : s.end] for s in read(text).project.spans] == projects


def test_a_rule_is_named_whole() -> None:
    text = "4月底前制定《学院党务公开实施办法》，印发各系。"
    assert "制定《学院党务公开实施办法》" in [text[s.start : s.end] for s in read(text).target.spans]


def test_a_limit_that_bounds_an_amount_is_left_in_the_project() -> None:
    text = "客户平均等候时间不超过15分钟。"
    (span,) = read(text).project.spans
    assert text[span.start : span.end] == text[:-1]


@pytest.mark.parametrize(("text", "over"), [
    ("帮扶贫困户12户，年底前全部脱贫。", False), ("两年内让全镇贫困户全部脱贫。", True),
])  # fmt: skip
def test_all_of_a_counted_number_is_no_exaggeration(text: str, over: bool) -> None:
    assert read(text).wording.overpromise is over


def test_nothing_is_left_of_a_limit_in_brackets() -> None:
    text = "药品让利5万元；（2011年12月底前）"
    assert [text[s.start : s.end] for s in read(text).project.spans] == ["药品让利5万元"]


def test_a_bound_keeps_what_it_bounds() -> None:
    text = "高峰期窗口全开，排队不超过8分钟"
    assert "排队不超过" not in [text[s.start : s.end] for s in read(text).project.spans]


@pytest.mark.parametrize(("text", "names"), [
    ("更换日光灯46支，逐间更换。责任人张三丰。", ("张三丰",)), ("更换日光灯46支，负责同志：张三丰。", ("张三丰",)), ("更换日光灯46支（张三丰、李木耳）。", ("张三丰", "李木耳")),
    ("更换日光灯46支——张三丰。", ("张三丰",)), ("更换日光灯46支，后勤科老梁盯现场。", ("老梁",)), ("更换日光灯46支（含门厅）。", ()), ("修教室24间（上半年）。", ()),
    ("更换日光灯46支，负责人商小羽。", ("商小羽",)), ("更换日光灯46支，负责人带队。", ()), ("更换日光灯46支，责任人到人。", ()), ("更换日光灯46支，负责人同上。", ()), ("由副书记刘大勇挂帅，成立攻坚小组。", ("刘大勇",)), ("此项工作由我本人亲自抓。", ("我本人",)),
    ("（牵头领导：章敬之；责任科室：教务科）11月底前完成自评。", ("章敬之", "教务科")),
    ("分管领导每月带队检查1次。", ()), ("联系领导协调解决两件事。", ()), ("老师傅带徒弟2名。", ()), ("走访慰问老党员（双月）。", ()),
])
def test_who_is_named_without_usual_words(text: str, names: tuple[str, ...]) -> None:
    assert read(text).responsible.names == names


@pytest.mark.parametrize(("text", "project"), [
    ("从4月起，周末轮流到敬老院帮厨。", "周末轮流到敬老院帮厨"), ("4月—11月，每月组织一次义诊。", "组织一次义诊"), ("依托远程教育站点，每月放两场科教片。", "放两场科教片"),
])
def test_neither_a_time_nor_what_leads_on_is_the_project(text: str, project: str) -> None:
    assert {text[s.start : s.end] for s in read(text).project.spans} <= {project}


def test_what_has_its_day_of_the_week_is_not_empty() -> None:
    said = read("每季度以饱满热情投入工作。").wording
    assert not said.vague
    assert not said.routine  # and it does not become a duty for that
    assert not read("坚持每周五下午集中学习税收业务和党的理论，不断提高党员干部政治素质和业务能力。").wording.vague


def test_what_serves_two_ends_has_two_dimensions() -> None:
    assert len(read("每学期邀请校友党员回校作报告，既教育党员，又为同学指明就业方向。").dimensions) == 2


def test_the_form_s_own_people_are_known_at_work() -> None:
    texts = ("11月15日前把暖气全部试压一遍，索那带班。", "文明执勤，每天巡逻两次。")
    lead, word = annotate([CommitmentItem(n, Passage(text)) for n, text in enumerate(texts)], FormKind.ORG, ReadingContext(people=("索那", "文明")))
    assert lead.responsible.names == ("索那",)
    assert word.responsible.names == ()
