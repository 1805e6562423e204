"""The part of a form an item belongs to: its heading, else what it is."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import has_any, store
from extractors.language.sheet import Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import FormKind, Part, TargetKind

RULE_NAME = (
    "(?:制度|机制|办法|规定|规程|细则|规则|公约|章程|守则|预案|议事会|例会|接待日|民约|责任制|公示制|[负代答结办诺查岗话访询讯谈责理情议]制|(?:考核|管理|分配|奖惩|评价|实施)方案|(?:服务|工作|办事|办理|诊疗|审批)(?:流程|规范|标准|指南))"
)
_SET_UP = re.compile("建立|健全|完善|推行|实行|制定|制订|修订|出台|落实|执行|印发|设立|推出|拟定|编制|实施|规范|坚持|施行|草拟|起草|建|订")
_RULES_AT_LARGE = TEXT.gate("(?:建立|健全|完善|制定|修订)[^，。；]{0,8}(?:制度|机制|办法)")
_RULE = TEXT.gate(RULE_NAME)
_RULE_HEAD = re.compile(f"{RULE_NAME}(?:[”》）)]*)?(?:的?修订|稿|的?制定|建设|修订稿)?$")
_RULE_NAMED = re.compile(f"{RULE_NAME}[”》]")
_PUBLISH = TEXT.gate("(?:村务|党务|政务|财务|校务|院务|厂务|账|结果|收支|信息)[^，。；]{0,12}(?:公开|公布|公示|上墙|张榜|晒)|一律公示|公示(?:制|栏)")
_LIMIT = TEXT.gate("办结|到场|答复|回复|受理|满意|审批|登记|办理(?!.{0,8}(?:保险|证|卡))|到达|述职|来信|来访|首问|接访|随访|接待|上岗|到岗")
_LIMIT_UNITS = frozenset(("小时", "个小时", "分钟", "个工作日", "工作日", "个自然日", "自然日", "天", "日", "%"))
_AIMED = TEXT.gate("(?:为|给|帮|替|向|陪|与|跟|和)[^，。；]{1,14}?(?:送|修|装|讲|办|写|教|解决|提供|开展|安装|举办|发放|上门|购买|购置|更换|结对|谈心|理发|代|做|打扫|洗|补课|辅导|补习|量|联系|争取|申请|落实|捐)")
_NEW = TEXT.gate("新技术|新工艺|新模式|新载体|新业务|新品种|首创|首个|首次|首家|首推|率先推出|(?:创新|探索)[^，。；]{2,12}(?:方式|模式|载体|做法|方法|机制|途径|活动)")
_PARTY = TEXT.gate("党徽|批评意见|党员身份|党费|组织生活|三会一课|党章|民主评议")


@Language.component("part", requires=["doc._.dimensions", "doc._.wording", "doc._.project"], assigns=["doc._.part"])
def part(doc: Doc) -> Doc:
    """Fill `headed` and `part` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.headed = heading(sheet)
        sheet.part = find(sheet)
    return doc


def find(sheet: Sheet) -> Part:
    """共性 and 创新 by their heading; inside 岗位 a rule or a deed keeps its own name."""
    named = sheet.headed
    if named in (Part.COMMON, Part.NOVEL):
        return named
    own = _own(sheet)
    if named is Part.POST:
        return own if own in (Part.RULE, Part.DEED) else Part.POST
    if named in (Part.DEED, Part.RULE) and own is not Part.RULE:
        return named
    return own


def heading(sheet: Sheet) -> Part | None:
    """The part that the nearest heading names."""
    for line in reversed(sheet.item.headings):
        named = _named_by(line)
        if named:
            return named
    return None


@lru_cache(maxsize=1024)
def _named_by(line: str) -> Part | None:
    """The part that one heading names; the items below ask for it again and again."""
    found = store().headings.named(line)
    order = (Part.COMMON, Part.NOVEL, Part.DEED, Part.RULE, Part.POST)
    return next((one for one in order if f"part.heading.{one.value}" in found), None)


def _own(sheet: Sheet) -> Part:
    if _is_rule(sheet):
        return Part.RULE
    if sheet.signs & _NEW.sign and _NEW.search(sheet.text) and not sheet.wording.routine:
        return Part.NOVEL
    if _is_deed(sheet):
        return Part.DEED
    return Part.COMMON if _is_common(sheet) else Part.POST


def _is_rule(sheet: Sheet) -> bool:
    """A rule is set up or kept as the main thing, or something is made public as a matter of rule."""
    body = [c for c in sheet.body if not sheet.prohibited[c.order]]
    if not body:
        return False
    for clause in body:
        if clause.signs & _RULES_AT_LARGE.sign and _RULES_AT_LARGE.search(clause.text):
            return True
        if clause.signs & _PUBLISH.sign and sheet.project.spans and _PUBLISH.search(clause.text):
            return True
    if (sheet.wording.routine and not sheet.project.spans) or "routine.charter" in sheet.hits.by_category:
        return False
    if not sheet.signs & _RULE.sign:
        return False
    first = sheet.project.spans[0] if sheet.project.spans else body[0].span
    clause = next((c for c in body if c.span.start <= first.start < c.span.end), body[0])
    named = _RULE_HEAD.search(clause.text) or _RULE_NAMED.search(clause.text) or _RULE_HEAD.search(sheet.text[first.start : first.end])
    nominal = clause.role == "project" and bool(_RULE_HEAD.search(clause.text))
    return bool(named and (_SET_UP.search(clause.text) or nominal))


def _is_deed(sheet: Sheet) -> bool:
    """A concrete benefit to people: a gift-like act for somebody, or a facility that they use."""
    if not sheet.project.spans:
        return bool(sheet.target.spans) and bool(re.search("实事|好事", sheet.text))
    limit = sheet.target.values and all(v.unit in _LIMIT_UNITS for v in sheet.target.values)
    spans = sheet.project.spans
    words = " ".join([sheet.text[s.start : s.end] for s in spans])
    if sheet.signs & _LIMIT.sign and _LIMIT.search(sheet.text if limit else words) and (limit or not sheet.target.values):
        return False
    labels = [d.label for d in sheet.dimensions]
    serving = "群众反映好" in labels or "带头服务群众" in labels
    if serving and sheet.kind is FormKind.ORG:
        return True
    said = [sheet.hits.inside(span) for span in spans]
    gift = any("part.gift" in groups for groups in said) or bool(sheet.signs & _AIMED.sign and _AIMED.search(words))
    if gift is serving:  # what is no gift must serve, and one that serves needs nobody
        return gift
    return any(has_any(groups, "part.benefit", "part.facility") for groups in said)


def _is_common(sheet: Sheet) -> bool:
    """Anyone could sign it: no trade, no customer, no figure of one's own."""
    labels = {d.label for d in sheet.dimensions}
    if has_any(sheet.hits.by_category, "routine.task", "vague.business"):
        return False
    served = "part.customer" in sheet.hits.by_category
    if sheet.wording.vague and not sheet.wording.routine:
        return not served and not (labels & {"工作业绩好"} and sheet.dimensions[0].evidence)
    if sheet.wording.routine or (sheet.signs & _PARTY.sign and _PARTY.search(sheet.text) and not sheet.target.values):
        return not (served and labels & {"群众反映好", "带头服务群众"})
    if sheet.target.kind is TargetKind.CLEAR:
        return False
    return bool(labels & {"带头弘扬正气"}) or bool(labels & {"带头学习提高"} and not sheet.target.values)
