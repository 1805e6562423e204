"""The target: an amount that decides, or the binary end state of one named object."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import results
from extractors.language.lexicon import has_any
from extractors.language.measures import is_purpose
from extractors.language.sheet import Clause, Mention, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, DeadlineSource, Span, Target, TargetKind

_SERVICE_EVENT = re.compile("\\d+(?:WD|min|h|d)|当[天日晚]|次日|隔日|第二天|立等可取|[\\d一二两三四半]{1,2}个?(?:周|星期)(?:之内|以内|内)")
"""A service limit as the grammar of deadlines names it."""
_SOFT_HEAD = re.compile("加强|提高|推进|推动|促进|努力|力争|巩固|深化|确保(?!全)|坚持")
_COMPLETE = TEXT.gate(
    "(?:完成|做完|办完|修完)(?!率|情况|得|质量|好)(?P<object>[^，。；]{3,})|(?P<before>[^，。；]{2,})(?:全部|全面|按期|如期)?(?:完成|完毕|办结|落成|到位)$"
)
_VAGUE_OBJECT = re.compile("任务|工作$|各项|目标|指标|交办|教学计划|职责|使命|学业|作业")
_BUILD_RULE = TEXT.gate("(?:制定|制订|出台|拟定|编制|编写|修订|编印|印制)[^，。；《]{0,16}?(?:《[^》\n]{1,40}》|办法|细则|规程|方案|手册|预案|公约|制度|章程|规定|流程|指南|意见|标准)")
_DONE_WITH = TEXT.gate("(?:取消|撤销|停用|关停|淘汰|张贴[在于上]|提交[^，。；]{2,12}(?:审议|讨论|表决)|报[^，。；]{2,10}(?:审批|备案|批准))[^，。；]{2,}|提交[^，。；]{2,12}审议")
_OPEN_BY = frozenset(["开放", "启用", "交付", "运行", "使用", "营业", "入住", "供水", "供电", "供暖", "开班", "开学", "到位", "见效", "摘牌", "摘帽", "开门", "开张", "开馆", "开园", "开业"])
_SET_UP = TEXT.gate("(?:建立|组建|成立|设立|开设|开通|开办|创办|设置|建起|搭建|建好|创建|新建|修建|建设)(?P<object>[^，。；]{2,})")
_ABSTRACT_SET = re.compile("机制|体系|制度|关系|格局|模式|队伍$|意识|观念|理念|氛围|风气|形象|班子|环境|台账|台帐|档案")
_CONCRETE_SET = re.compile("群|站|室|中心|平台|队|组|社|窗口|热线|信箱|专栏|网站|公众号|岗|基地|点|园|广场|栏|箱|台|课|班|预约|通道|系统|库|馆|厅|屋|之家|协会|委员会|支部")
# An act that shows that a group or a place is there.
_OPENED = re.compile("挂牌|揭牌|启用|开通|开班|开诊|授牌|亮牌|开放|上线|运行|投入使用|上墙|公布名单|对外")
_DONE_WELL = TEXT.gate("(?:[把将]|全部|逐[一件户个])[^，。；]{2,20}?(?:接好|转好|办好|修好|装好|办妥|办清|结清|还清|铺平|填平|搬完|装完|拆完|拆除|清完|理清|理顺|搬到位|结案|用上|腾出来|建起来|捐给[^，。；]{2,})$|(?:用上|办妥|结案|装完|搬完|修完|铺完|弄完|完结)$")
_SIGNS = TEXT.gate("签(?:订|署|下)[^，。；]{0,6}《[^》]+》")
_PASS = TEXT.gate("通过(?P<object>[^，。；]{0,14}?(?:考试|考核|验收|评审|认证|评估|鉴定|审批|审计|答辩|检查验收|普查|四级|六级|复审|年检|测试))")
_GAIN = TEXT.gate("(?:取得|获得|获取|拿到|考取|考出|评上|获评|荣获|夺得|争得|成功申报|创建成|创成|申报成功|获)(?P<object>[^，。；]{0,18}?(?:证书?|执照|资格|称号|学位|奖|荣誉|奖学金|第一|冠军|单位|学校|社区|村|立项|项目|专利|学历|金|名|”|\")|[^，。；]{2,})")
_ABSTRACT_GAIN = re.compile("成绩|成效|进步|进展|突破|好评|信任|认可|满意|支持|实效|效果|业绩|优异|经验")
_COMPLETED = ("办结", "落成", "到位")
_STATES = ((_PASS, None), (_BUILD_RULE, None), (_DONE_WITH, None), (_SIGNS, None), (_COMPLETE, _VAGUE_OBJECT), (_GAIN, _ABSTRACT_GAIN))


@Language.component("target", requires=["doc._.amounts", "doc._.weights", "doc._.deadline"], assigns=["doc._.target"])
def target(doc: Doc) -> Doc:
    """Fill `target` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.target = find(sheet)
    return doc


def find(sheet: Sheet) -> Target:
    """Quantified where an amount is promised, else clear where an end state is, else none."""
    striven = _striven(sheet) if "hedge" in sheet.hits.by_category else None
    hedged = striven is not None
    amounts = _deciding(sheet)
    if amounts and not _only_reports(sheet, amounts):
        spans = tuple([mention.span for mention in amounts])
        floor = striven is not None and any(s.end <= striven for s in spans)
        return Target(TargetKind.QUANTIFIED, spans, tuple([m.value for m in amounts]), hedged, floor)
    service = _service_limit(sheet)
    if service:
        return Target(TargetKind.QUANTIFIED, (service,), (), hedged)
    states = [span for clause in _clauses(sheet) for span in end_states(sheet, clause)]
    if states:
        return Target(TargetKind.CLEAR, _outermost(states), (), hedged)
    return Target(hedged=hedged)


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    """The spans that lie in no other one."""
    return tuple(dict.fromkeys([s for s in spans if not any(o.start <= s.start and s.end <= o.end and o != s for o in spans)]))


_STRIVEN = re.compile("争取(?!到|来)(?=[^，。；]{0,3}(?:[年月季日底前]|每|各|人人|都|在|于|达|把|将|使|让|不|全|无|零|进|做|完|建|创|获|取得|考|评|通过|实现|提|降|增|减|解决|发展|早日|尽早))")

_PLAN = re.compile("[按照在订定的]计划|.?计划(?=$|[，。；、的“\"》)）子课项]|性|内|外|书|表|[停检]|生育|免疫|[^，。；]{0,5}(?:时间|进度|要求))")
"""A plan that is there (计划停电, 计划行驶时间, 按计划, 列入出版计划): nothing is only planned by it."""


def _striven(sheet: Sheet) -> int | None:
    """Where the first word stands by which something is only striven for, None where there is none. 争取 with a thing behind it
    (争取经费, 争取捐赠) means to obtain it, and what stands in a printed label (带头争创佳绩：) or a title (《工作计划》) says nothing
    of the promise."""
    for clause in sheet.body:
        for hit in clause.hits.get("hedge", ()):
            word = sheet.text[hit.start : hit.end]
            titled = sheet.text.rfind("《", 0, hit.start) > sheet.text.rfind("》", 0, hit.start)
            if word == "计划" and _PLAN.match(sheet.text, max(0, hit.start - 1)):
                continue
            if not titled and (word != "争取" or _STRIVEN.match(sheet.text, hit.start)):
                return hit.start
    return None


# What is told or looked at from time to time while something else is built.
_REPORT = re.compile("公布|公示|通报|公开|调度|汇报|例会|检查|督查|巡查|现场办公|考核|碰头|会商")


def _only_reports(sheet: Sheet, amounts: list[Mention]) -> bool:
    """Whether the only counts are those of reports on a work that has an end state of its own (进度每半月公布一次)."""
    clauses = {c.order: c for c in sheet.clauses}
    ends = sheet.deadline.span if sheet.deadline.kind is DeadlineKind.BY_DATE else None
    if not all((m.clause or (ends and ends.start > clauses[0].span.end)) and m.value.unit in ("次", "遍", "期") and _REPORT.search(clauses[m.clause].text) for m in amounts):
        return False
    counted = {m.clause for m in amounts}
    return _is_due(sheet) and any(end_states(sheet, c) for c in _clauses(sheet) if c.order not in counted)


def _clauses(sheet: Sheet) -> list[Clause]:
    """Where the target may stand: its own column or line and the promise itself."""
    return [c for c in sheet.clauses if c.role in ("target", "text", "project")]


def _deciding(sheet: Sheet) -> list[Mention]:
    if not sheet.amounts:
        return []
    roles = {c.order: c.role for c in sheet.clauses}
    own = [m for m in sheet.amounts if roles[m.clause] == "target"]
    rest = [m for m in sheet.amounts if roles[m.clause] in ("text", "project")]
    return _apart([*own, *rest])


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Without amounts that stand inside another one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _service_limit(sheet: Sheet) -> Span | None:
    """三个工作日内办结: a limit in days, hours or minutes is the target and the deadline."""
    due = sheet.deadline
    if due.kind is DeadlineKind.EVENT and due.span and due.event and _SERVICE_EVENT.fullmatch(due.event):
        return due.span
    return None


_NO_HARM = re.compile("(?:确保|保证|做到|杜绝)?(?:不发生|不出现|不出|没有|无)(?!一[起例件次宗])[^，。；]{2,14}$")
_HARMS = ("事故", "事件", "案件", "火灾", "群访", "集访", "上访", "感染", "伤亡")
_GIVEN_TASKS = TEXT.gate("(?:各项|各类|一切|所有|交办的?|下达的?|布置的?|交给的?)[^，。；\\d]{0,6}(?:任务|工作|职责|目标)$")
"""What is done whatever it be (全面完成学校下达的各项任务) has no end state."""
_SLIPS = re.compile("(?:全年|年内|一年|学期|任期|聘期|期间)[^，。；]*?(?:不出现?|不发生|没有|无)(?!一[起例件次宗])[^，。；]{0,6}(?:差错|失误|投诉|故障)$")
"""Slips are an end state for a span of time only; never to make one is an attitude."""


def end_states(sheet: Sheet, clause: Clause) -> list[Span]:
    """The words of a clause that name an end state."""
    if clause.text.endswith(_HARMS) and clause.role != "target" and (safe := _NO_HARM.search(clause.text)):
        return [Span(clause.span.start + safe.start(), clause.span.end)]
    if clause.signs & _GIVEN_TASKS.sign and _GIVEN_TASKS.search(clause.text):
        return []
    if clause.role != "target" and (safe := _SLIPS.search(clause.text)):
        return [Span(clause.span.start + safe.start(), clause.span.end)]
    if sheet.prohibited[clause.order]:
        return _absolute(sheet, clause) + _counted_out(clause, _is_due(sheet))
    if clause.role == "target":
        return _of_target_cell(clause)
    found = list(clause.hits.get("target.clear_none", ()))
    found += _absolute(sheet, clause)
    found += _counted_out(clause, _is_due(sheet))
    if not _is_soft(sheet, clause):
        found += _named_states(sheet, clause)
    return found


def _absolute(sheet: Sheet, clause: Clause) -> list[Span]:
    """一律, 全部, 全覆盖: nobody and nothing is left out."""
    hits = clause.hits.get("target.all")
    if not hits or ("vague.idiom" in clause.hits and not sheet.prohibited[clause.order]):
        return []
    found = []
    for hit in hits:
        word = sheet.text[hit.start : hit.end]
        after = sheet.text[hit.end : clause.span.end]
        if word in ("一律", "全覆盖", "一个不漏", "不漏一户", "不漏一人", "一个不少") or re.search(
            "过关|登记|挂牌|见面|到场|见底|查|修|洗|换|领|填|参加|完成|更新|更换|安装|公开|公示|上墙|到位|整改|办结|解决|达标|接|通|入|配|建|轮训|签|持证|佩戴|挂|送|走访|联系|覆盖|掌握|会|有", after
        ):
            found.append(Span(hit.start, clause.span.end))
    return found


# Done on the same day or each time; all of them one by one; so many that it is full; by half; so often one act.
_COUNTED_OUT = (
    re.compile("(?<![节动日会礼试])当[天日晚班](?:就|内|即|必须|全部)?(?![天日晚班场的时年中地])[\u4e00-\u9fff]{1,8}|不过夜|不隔夜"),
    re.compile("一[\u4e00-\u9fff]{1,2}?(?:也|都)?不(?:缺|少|落|漏|掉|丢|空|欠|断|剩|差|错)"),
    re.compile("逐[一棵件户人台间条个项本份张盏栋亩家处][\u4e00-\u9fff]{1,8}(?:完|好|清|到位|登记|编号|过关|销号|上|掉)"),
    re.compile("(?:凑|攒|装|写|贴|摆|存|种|坐)(?:满|齐|够)一?[\u4e00-\u9fff]{1,4}"),
    re.compile("(?:减|降|压缩?|缩短?|少)(?:了|到|掉|去)?一半|减半|翻一?番"),
    re.compile("一个?(?:学期|季度?|周|星期|天|日|月|年)一(?![个度起直样边定般些天日周月季年班律切])[\u4e00-\u9fff]"),
)
_COUNTED_SIGN = TEXT.gate("当|夜|不[缺少落漏掉丢空欠断剩差错]|逐|[满齐够]|一半|减半|翻|[期季度周天日月年]一")


def _counted_out(clause: Clause, due: bool) -> list[Span]:
    """What decides without a figure: 当班查清, 一张不少, 凑满一车, 降一半, 一月一榜; one by one (逐件编号) only by a day."""
    if clause.role == "target" or not (clause.signs & _COUNTED_SIGN.sign and _COUNTED_SIGN.search(clause.text)):
        return []
    base = clause.span.start
    found = [m for pattern in _COUNTED_OUT for m in pattern.finditer(clause.text)]
    return [Span(base + m.start(), base + m.end()) for m in found if due or not m.group().startswith("逐")]


def _is_soft(sheet: Sheet, clause: Clause) -> bool:
    return sheet.weights[clause.order] < -0.2


def _of_target_cell(clause: Clause) -> list[Span]:
    """What a target column prints counts as an end state unless it only names a direction."""
    if has_any(clause.hits, "target.clear_none", "target.all", "target.end_state"):
        return [clause.span]
    if _SOFT_HEAD.match(clause.text) or has_any(clause.hits, "noun.abstract", "vague.idiom", "verb.soft"):
        return []
    return [clause.span] if re.search("完成|建成|无|不再|实现|达标|到位|通过|合格", clause.text) else []


def _named_states(sheet: Sheet, clause: Clause) -> list[Span]:
    text, base = clause.text, clause.span.start
    found = [hit for hit in clause.hits.get("target.end_state", ()) if _decides(sheet, clause, hit)]
    for pattern, refused in _STATES:
        if not clause.signs & pattern.sign:
            continue
        match = pattern.search(text) if pattern is not _COMPLETE or "完" in text or text.endswith(_COMPLETED) else None
        if match and pattern is _BUILD_RULE and not _issued(sheet, text):
            continue
        if match and not (refused and refused.search(match.group())):
            found.append(Span(base + match.start(), base + match.end()))
    made = _SET_UP.search(text) if clause.signs & _SET_UP.sign else None
    if made and _is_one_thing(sheet, made):
        found.append(Span(base + made.start(), base + made.end()))
    done = _DONE_WELL.search(text) if clause.signs & _DONE_WELL.sign and _is_due(sheet) else None
    if done:
        found.append(Span(base + done.start(), base + done.end()))
    plain = None if done else results.result(clause, _is_due(sheet))
    if plain and not is_purpose(clause):
        found.append(Span(base + plain.start(), base + plain.end()))
    if text[-2:] in _OPEN_BY and _is_due(sheet):
        found.append(Span(clause.span.end - 2, clause.span.end))
    return found


def _issued(sheet: Sheet, text: str) -> bool:
    """Whether a rule that is written has a date, or words that show it is out; else nobody can tell when it is done."""
    return "出台" in text or "印发" in text or "印制" in text or _is_due(sheet) or _SHOWN.search(sheet.text) is not None


_SHOWN = re.compile("上墙|印发|施行|启用|挂牌|揭牌|发到|印制|张贴|公布|审议|表决|通过|执行")


_PICTURED = re.compile("[^，。；]*?(?:的|一流|满意|放心|过硬|坚强|和谐|美丽|幸福)[^，。；]*$")
"""What is only painted in words (建成信得过的坚强集体, 建成师生共同的精神家园)."""


def _decides(sheet: Sheet, clause: Clause, hit: Span) -> bool:
    """Whether an end-state word is the promise and not part of its setting (考取 as a noun phrase, 成立十周年)."""
    word, after = sheet.text[hit.start : hit.end], sheet.text[hit.end : clause.span.end]
    if word in ("成立", "组建", "设立", "开办", "开通", "通过"):
        return False
    if word in ("张榜公布", "试行") and not _is_due(sheet):
        return False  # shown again and again, tried for ever: no state that is reached
    if word == "建成" and _PICTURED.match(after) and not _is_due(sheet):
        return False
    if word in ("获得", "取得", "获评", "荣获", "考取", "考出"):
        return not _ABSTRACT_GAIN.search(after) and len(after) > 2
    if word == "落地":
        return "生根" not in after and "政策" not in clause.text
    return not re.match("的|后|以来|使用率|仪式", after)


def _is_one_thing(sheet: Sheet, match: re.Match[str]) -> bool:
    thing, verb = match.group("object"), match.group()[:2]
    if _ABSTRACT_SET.search(thing):
        return _is_due(sheet) and _has_name(thing) and verb != "建设"
    if verb in ("建设", "新建", "修建", "搭建", "创建"):
        return _is_due(sheet) and len(thing) >= 3
    if verb not in ("开通", "建好", "建起") and not _is_due(sheet) and _OPENED.search(sheet.text) is None:
        return False
    return bool(_CONCRETE_SET.search(thing)) or _has_name(thing)


def _is_due(sheet: Sheet) -> bool:
    """Whether the item itself says by when."""
    own = sheet.deadline.source in (DeadlineSource.INLINE, DeadlineSource.COLUMN)
    if own and sheet.deadline.kind is DeadlineKind.EVENT:
        return (sheet.deadline.event or "").endswith(("前", "时", "内"))
    return own and sheet.deadline.kind in (DeadlineKind.BY_DATE, DeadlineKind.RANGE)


def _has_name(thing: str) -> bool:
    return bool(re.search("《[^》]+》|[“\"][^”\"]+[”\"]", thing)) or len(re.sub("长效|工作|管理|有关|各项|相关|健全|完善|和|与", "", thing)) >= 7


_FOR_PEOPLE = re.compile("(?:走访|慰问|看望|家访|体检|培训|谈心|资助|帮扶|辅导|参观|宣讲|聘请|义诊)(?!中心|基地|教材|制度|办法|室|站|点|会(?!员)|手册|方案|计划)")
_FOR_ALL = re.compile("全|每|各|所有|一律|一遍|都|完|到位|逐|过关|上岗|结束|挂牌|拿出")


def asks_how_many(sheet: Sheet, span: Span) -> bool:
    """Whether what is done for people stands there without their number (春节前慰问困难职工): done for one or for all, nobody could say."""
    words = sheet.text[span.start : span.end]
    return _FOR_PEOPLE.search(words) is not None and not _FOR_ALL.search(words)
