"""The project: what is made or done, so that a third person could go and look."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.clauses import ENUMERATED
from extractors.language.concreteness import DOUBT
from extractors.language.lexicon import merged
from extractors.language.sheet import Clause, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import Elements, Span

_RATE = TEXT.gate("率|成绩|满意度|产值|利润|收入|产量|税收|强度|人数|零[死重伤投事违差上]|为零|安全行车|无(?:事故|投诉)|水电费|名次|排名|指数|总分|均分|平均分|上线人数|上线率|销售额|营业额|额度|存款|贷款余额|能耗|室温|住院日|天数")
_THING_OF_RATE = re.compile("随访|回访|覆盖|入户|走访|建档|参会|签约|培训|体检|安装|公开")
_BOUND = re.compile("不少于|不低于|至少|超过|突破|大于|高于|不超过|不高于|控制|最多|低于|少于|压缩|缩短|降|下降|减少|达|增|提高|提升|上升|扩大|保持|稳定|上涨|完成|实现|≥|≤")
_EACH = re.compile("(?:并|且)?每(?:次|本|节|期|件|场|篇|份|项|笔|课|堂)")
_LEADING = ("组织", "开展", "举办", "建立", "开设", "组建")
_THROUGH = TEXT.gate("^(?:通过|利用|依托|采取|借助|运用|采用)")
_REACHING = ("完成", "取得", "新增", "减少", "降至", "节约", "达标", "考核", "测评", "评议")
_UNNAMED = TEXT.gate("[一二三四五六七八九十两\\d]+(?:至|到|-|—)?[二三四五六七八九十两\\d]*(?:件|项|桩)(?:以上)?(?:的)?(?:实事|好事|实事好事|好事实事|实实在在的?事|惠民实事)")
_MEANS_HEAD = TEXT.gate("^(?:通过|利用|依托|采取|借助|运用|采用|筹措|筹集|申请|协调|争取|邀请|聘请|联合|会同|自筹|募集)")
_LETTER = re.compile(r"\w")
_TIME = r"(?:(?:\d{4}|今|本|明|当)年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|初|份|[上中下]旬)?|年[底初内]|[上下]半年|第?[一二三四]季度|[本上下]学期|[寒暑]假)"
_ONLY_TIME = TEXT.gate(f"^[从自在于]?(?:{_TIME}|\\d{{1,2}}(?=[-—–~～至到]))(?:[-—–~～至到]+{_TIME})?(?:起|开始|以来|期间|之前|以前|前|之内|内|止)?$")
"""A time and nothing else (从4月起, 4月—11月)."""
_ONLY_COUNT = TEXT.gate("^(?:每[年月周季天日][^，]{0,3})?(?:不少于|不低于|至少)?[\\d零一二三四五六七八九十百两]+(?:次|遍|个|名|户|人|件|篇|小时|天|节|%)?(?:以上|以内)?$")


@Language.component("project", requires=["doc._.weights", "doc._.target"], assigns=["doc._.project"])
def project(doc: Doc) -> Doc:
    """Fill `project` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.project = find(sheet)
    return doc


def find(sheet: Sheet) -> Elements:
    """The clauses concrete enough, without the words of the deadline; a column or label line leans to yes."""
    weights = [(clause, _weight(sheet, clause)) for clause in sheet.body]
    found = [clause for clause, weight in weights if weight > DOUBT]
    chosen = found or [clause for clause, weight in weights if weight > 0]
    if not chosen:
        return Elements(sure=all(weight <= -DOUBT for _, weight in weights))
    return Elements(tuple([span for clause in _mains(sheet, chosen) for span in besides_deadline(sheet, clause)]), sure=bool(found))


def _weight(sheet: Sheet, clause: Clause) -> float:
    """The clause's weight, with what speaks for or against its being the thing promised."""
    weight = sheet.weights[clause.order]
    if weight <= -DOUBT and clause.role == "text":
        return weight  # none by far: nothing could lift it
    if sheet.prohibited[clause.order] or says_only_when_or_how_often(clause):
        return -1.0
    if clause.role == "text" and leads_on(sheet, clause):
        return -1.0
    if clause.text.startswith("其中") or (clause.signs & _UNNAMED.sign and _UNNAMED.search(clause.text)) or (clause.role == "text" and _is_mere_figure(sheet, clause)):
        return -1.0
    if clause.role == "project" and "verb.soft" not in clause.hits:
        weight += 0.8
    return weight


def leads_on(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause begins as a means does (通过, 依托 …) and another one follows that says for what."""
    return bool(clause.signs & _THROUGH.sign and clause.order + 1 < len(sheet.clauses) and _THROUGH.match(clause.text))


def says_only_when_or_how_often(clause: Clause) -> bool:
    """Whether a clause is a time or a count and nothing else."""
    return bool((clause.signs & _ONLY_COUNT.sign and _ONLY_COUNT.match(clause.text)) or (clause.signs & _ONLY_TIME.sign and _ONLY_TIME.match(clause.text)))


def _is_mere_figure(sheet: Sheet, clause: Clause) -> bool:
    """A rate or score with its amount, where no act is named (合格率达98%)."""
    if _is_measured(sheet, clause):
        return True
    figure = _RATE.search(clause.text) if clause.signs & _RATE.sign else None
    if figure is None or _THING_OF_RATE.search(clause.text):
        return False
    verb = sheet.verbs[clause.order]
    if verb is None:
        return True
    gap = clause.span.start + figure.start() - verb.span.end
    leads = verb.word in _LEADING and verb.span.start - clause.span.start <= 4
    return (gap <= 2 and not leads) or verb.soft or verb.word in _REACHING


def _is_measured(sheet: Sheet, clause: Clause) -> bool:
    """A measured noun and its bound (室温不低于18℃, 能耗下降3个百分点) with no act outside the amount."""
    if not sheet.amounts:
        return False
    spans = [m.span for m in sheet.amounts if m.clause == clause.order and _BOUND.match(sheet.text[m.span.start : m.span.end])]
    if not spans:
        return False
    head = Span(clause.span.start, spans[0].start)
    acts = [hit for hit in merged(sheet.hits.inside(head), "verb.act", "verb.single") if sheet.text[hit.start : hit.end] != "完成"]
    return not acts and not re.search("为|给|帮|到|将|把|[”》]", sheet.text[head.start : head.end])


def _mains(sheet: Sheet, clauses: list[Clause]) -> list[Clause]:
    """The first concrete clause that is no means, and the later ones that promise an amount of their own."""
    heads = [c for c in clauses if not (c.signs & _MEANS_HEAD.sign and _MEANS_HEAD.match(c.text))] or clauses
    first = heads[0]
    if first.signs & ENUMERATED.sign and ENUMERATED.match(first.text):
        return heads
    counted = {mention.clause for mention in sheet.amounts}
    return [first, *(c for c in heads[1:] if c.order in counted and not _EACH.match(c.text) and sheet.verbs[c.order] is not None)]


def besides_deadline(sheet: Sheet, clause: Clause) -> list[Span]:
    """The clause without its deadline; [] where nothing but signs is left of it (（6月底前）)."""
    span = without_deadline(sheet, clause)
    return [span] if _LETTER.search(sheet.text, *span) else []


_CATCHWORD = TEXT.gate("[^:：\\d]{2,16}[:：](?=[^:：]{4})")
"""What a promise calls itself before a colon (建好一个阵地：在厂区建成活动室)."""


def _behind_catchword(sheet: Sheet, clause: Clause) -> int:
    """Where the clause begins that stands behind the promise's catchword. Where what is done is named before the colon and only
    its amount behind it (旅客列车正点率：始发99.5%), or its amount before (认领微心愿2个：…), that is the project."""
    start, end = clause.span
    said = _CATCHWORD.match(clause.text) if clause.signs & _CATCHWORD.sign else None
    if said is None or clause.order:
        return start
    behind = start + said.end()
    first = min((mention.span.start for mention in sheet.amounts if mention.clause == clause.order), default=end)
    if first in (end, start) or first < behind or (first - behind <= 4 and not merged(sheet.hits.inside(Span(behind, end)), "verb.act", "verb.single")):
        return start
    return behind


_OTHER_TIME = TEXT.gate(
    r"(?:(?:\d{4}|今|本|明|当)年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|初|份|[上中下]旬)?|年底|[上下]半年|第?[一二三四]季度)(?:之前|以前|前|内)(?:要|将)?[，,]?(?=[^，。；]{4})"
)
"""A limit before an act, also where another one governs the promise."""


def _bounds(sheet: Sheet, due: Span) -> bool:
    """Whether a limit is the end of an amount that begins before it (等候时间不超过15分钟)."""
    return any(mention.span.start < due.start < mention.span.end for mention in sheet.amounts)


def without_deadline(sheet: Sheet, clause: Clause) -> Span:
    """The clause without its catchword and without a deadline at either end."""
    start, end = _behind_catchword(sheet, clause), clause.span.end
    if clause.signs & _OTHER_TIME.sign and (other := _OTHER_TIME.match(sheet.text, start, end)):
        start = other.end()
    due = sheet.deadline.span
    if due and start <= due.start < due.end < end and due.start - start <= 2 and sheet.text[due.end] not in "的为是":
        start = due.end
    elif due and start < due.start and due.end == end and "verb.act" not in sheet.hits.inside(due) and not _bounds(sheet, due):
        end = due.start
    while start < end and sheet.text[start] in "，、 ,前内将并":
        start += 1
    while end - 1 > start and sheet.text[end - 1] in "，、 ,于在":
        end -= 1
    return Span(start, end) if end > start else clause.span
