"""How concrete each clause is: above 0 a third person could go and look, below 0 it shows an attitude.

The weight adds what the main verb (the first one that is no attitude word), its object and the words around say; a
prohibition is marked apart, because it is neither."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import Groups, has_any
from extractors.language.sheet import Clause, Sheet, Verb, sheets_of
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, Span

ACT, AMOUNT, NAMED, RULE, THING, DATED, NOMINAL, AIMED = 1.6, 1.6, 0.6, 0.9, 0.6, 0.7, 1.2, 0.6
SOFT, ABSTRACT, IDIOM, GENERIC, ADVERB, RHYTHM, AIM, SWORN = -1.2, -0.7, -1.6, -1.8, -0.35, -0.9, -1.4, -0.6
DOUBT = 0.45
"""A clause whose weight is nearer to 0 than this is not sure."""

_NEGATION = re.compile(
    "^(?:本人|自觉|坚决|坚持|一律|时刻|做到|绝对|在[^，]{1,10}?|对[^，]{1,10}?|[党干员部村师学生职工班子教医务人成]{2,8}|工作日中午|上班时间|工作期间|工作时间)?(?:也|都|均|一律)?"
    "(?:不(?!断|仅|但|少于|低于|超过|定期|懈|同|足|辞|忘|含|分|遗|漏|过夜|出|大于|小于|高于|下于|负|畏|怕|限)|严禁|禁止|杜绝|决不|绝不|不得|不准|拒绝|远离|谢绝|无(?!偿|线|障碍|纸|缝|人机|职|害|公害|论))"
)
_AIM = re.compile("^(?:真正|切实)?(?:让|使|把[^，]{1,10}(?:起来|抓在|作为|当作|放在)|做一[名个]|做(?:好)?[^，]{0,6}的|当好|争当|争做)")
_STRONG = re.compile("(?:不得|不准|严禁|禁止|杜绝|不许)(?!少于|低于|超过|高于|大于)")
_NOMINAL_END = ("建设", "改造", "工程", "项目", "更换", "维修", "修缮", "改扩建", "扩建", "新建", "安装", "硬化", "绿化", "亮化", "整治", "搬迁", "修订", "编制", "核对", "普查", "培训", "讲座", "竞赛", "比赛", "演练", "走访", "义诊", "测评", "服务队", "平台", "中心", "公路", "道路", "广场", "改厕", "治理", "验收", "体检", "评选", "活动", "手册", "方案", "计划")
_NOMINAL_LAST = frozenset(word[-1] for word in _NOMINAL_END)
_AIMED = TEXT.gate("(?:给|为|向|对|帮|替)[^，]{1,12}(?:讲|送|修|装|种|买|建|写|教|办|捐|补|发|读)")
_NAME = re.compile("《[^》]{2,}》|[“\"][^”\"]{2,}[”\"]")
_AIM_HEADS = frozenset("真切让使把做当争")
_REFUSES = TEXT.gate("[不严禁杜决绝拒远谢无]")
_QUOTE = TEXT.gate("[《“\"]")
_NAMED_OR_COUNTED = TEXT.gate("[\\d《“]")
_OWN_NAME = re.compile("(?:[\u4e00-\u9fff]{4}|[”》])$")
_ANY_RULE = ("各项", "各种", "有关", "相关", "规章", "的")
_SLOGAN = 8
"""A clause longer than this has no slogan's rhythm."""
_SUBJECTIVE = re.compile("(?:难题?|难问题|问题)$")


@Language.component("concreteness", requires=["doc._.clauses", "doc._.amounts"], assigns=["doc._.weights"])
def concreteness(doc: Doc) -> Doc:
    """Fill `verbs`, `prohibited` and `weights` of every sheet, one value a clause."""
    for sheet in sheets_of(doc):
        sheet.verbs = tuple([main_verb(sheet, clause.hits) for clause in sheet.clauses])
        sheet.prohibited = tuple([is_prohibition(sheet, clause) for clause in sheet.clauses])
        counted, dated = [mention.clause for mention in sheet.amounts], _dated(sheet)
        sheet.weights = tuple([
            weigh(sheet, clause, clause.order in counted, dated is not None and clause.span.start <= dated < clause.span.end)
            for clause in sheet.clauses
        ])
    return doc


def is_prohibition(sheet: Sheet, clause: Clause) -> bool:
    """Whether the clause only says what will not be done."""
    if clause.signs & _REFUSES.sign and _NEGATION.match(clause.text):
        return not has_any(clause.hits, "target.clear_none", "target.zero")
    verb = sheet.verbs[clause.order]
    stops = clause.hits.get("prohibition")
    if not stops:
        return False
    stop = stops[0]
    if _STRONG.search(clause.text) or verb is None or stop.start <= verb.span.start:
        return stop.start - clause.span.start <= 12
    return clause.span.end - stop.end <= 4 and not _acts_after(clause, stop.end)


def _acts_after(clause: Clause, start: int) -> bool:
    """Whether a verb of an act begins at `start` or later."""
    acts = clause.hits.get("verb.act")
    return acts is not None and acts[-1].start >= start


def main_verb(sheet: Sheet, inside: Groups) -> Verb | None:
    """The first verb that is no attitude word, the longest where several begin there; soft wins a tie."""
    if not inside:
        return None
    adverbs = inside.get("verb.adverb", ())
    found, soft, single = None, False, False
    for category in ("verb.act", "verb.single", "verb.soft"):
        if category not in inside:
            continue
        for hit in inside[category]:
            if found is not None and hit.start > found.start:
                break
            if hit not in adverbs and (found is None or hit.start < found.start or hit.end >= found.end):
                found, soft, single = hit, category == "verb.soft", category == "verb.single"
    return Verb(found, sheet.text[found.start : found.end], soft, single) if found else None


def weigh(sheet: Sheet, clause: Clause, counted: bool, dated: bool) -> float:
    """The weight of one clause; `counted` where it names an amount, `dated` where the deadline begins in it."""
    text, inside = clause.text, clause.hits
    weight = _verb_weight(sheet, clause)
    if inside:
        weight = _with_words(weight, sheet, clause.span, inside)
    if counted:
        weight += AMOUNT
    if clause.signs & _QUOTE.sign and _is_named(sheet, clause):
        weight += NAMED
    if clause.signs & _AIMED.sign and _AIMED.search(text):
        weight += AIMED
    if dated:
        weight += DATED
    if len(text) <= _SLOGAN and _is_slogan_shaped(sheet, clause, inside):
        weight += RHYTHM
    if text[:1] in _AIM_HEADS and _AIM.match(text):
        weight += AIM
    if text[-1:] in _NOMINAL_LAST and text.endswith(_NOMINAL_END) and "verb.soft" not in inside:
        weight += NOMINAL
    return weight


def _with_words(weight: float, sheet: Sheet, span: Span, inside: Groups) -> float:
    """`weight` with what the words of the lexicons say."""
    if "noun.abstract" in inside:
        weight += ABSTRACT * min(2, _abstract_objects(inside))
    if "vague.idiom" in inside:
        weight += IDIOM * min(2, len(inside["vague.idiom"]))
    if "verb.generic_object" in inside or "noun.generic_rule" in inside:
        weight += GENERIC
    if "verb.adverb" in inside:
        weight += ADVERB * min(2, len(inside["verb.adverb"]))
    if "noun.thing" in inside:
        weight += THING
    if "noun.rule" in inside and _has_rule(sheet, span, inside):
        weight += RULE
    if "routine.discipline" in inside or "routine.statutory_act" in inside:
        weight += SWORN
    return weight


def _verb_weight(sheet: Sheet, clause: Clause) -> float:
    verb = sheet.verbs[clause.order]
    if verb is None:
        return 0.3 if len(clause.text) >= 5 else -0.3
    if verb.soft:
        solved = "解决" in clause.text and _SUBJECTIVE.search(clause.text)
        return ACT if solved else SOFT + (0.9 if _acts_after(clause, verb.span.end) else 0.0)
    if not verb.single:
        return ACT
    return ACT if "noun.thing" in clause.hits or _AIMED.search(clause.text) else 0.2


def _abstract_objects(inside: Groups) -> int:
    """Abstract nouns that do not stand inside a longer concrete word."""
    things = [*inside.get("noun.thing", ()), *inside.get("noun.rule", ())]
    count, last = 0, -1
    for hit in inside["noun.abstract"]:
        if hit.start >= last and not any(thing.start <= hit.start and hit.end <= thing.end for thing in things):
            count += 1
            last = hit.end
    return count


def _is_slogan_shaped(sheet: Sheet, clause: Clause, inside: Groups) -> bool:
    """One of several short clauses of equal length without amount, name or time (高举旗帜，坚定信念)."""
    if "noun.thing" in inside or (clause.signs & _NAMED_OR_COUNTED.sign and _NAMED_OR_COUNTED.search(clause.text)):
        return False
    length, verb = len(clause.text), sheet.verbs[clause.order]
    if length == 4 and (verb is None or verb.soft or verb.single):
        return True
    for other in sheet.clauses:  # any() over a generator takes three times as long
        if len(other.text) == length and other.role == clause.role and other is not clause:
            return True
    return False


def _is_named(sheet: Sheet, clause: Clause) -> bool:
    named = _NAME.search(clause.text)
    if not named:
        return False
    inside = clause.within(*named.span())
    return not has_any(sheet.hits.inside(inside), "routine.charter", "routine.discipline", "vague.idiom", "quantity.name")


def _has_rule(sheet: Sheet, span: Span, inside: Groups) -> bool:
    """A rule with a name of its own (食堂采购招标制度), not 各项制度."""
    if not inside.keys().isdisjoint(("noun.generic_rule", "routine.charter", "routine.discipline")):
        return False
    names = (sheet.text[span.start : rule.start] for rule in inside["noun.rule"])
    return any(_OWN_NAME.search(name) and not name.endswith(_ANY_RULE) for name in names)


def _dated(sheet: Sheet) -> int | None:
    """Where a deadline begins that speaks for a concrete promise."""
    due = sheet.deadline
    if due.span is None or due.kind not in (DeadlineKind.BY_DATE, DeadlineKind.RANGE, DeadlineKind.RECURRING):
        return None
    return due.span.start
