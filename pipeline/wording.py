"""How the program's codes are called where people read them: one wording for the letter, the comments and the workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.records import DeadlineRecord, FindingRecord, FormRecord, ItemRecord, SpanPair
from rules import unsure
from rules.looking import chinese_day as chinese_day
from rules.packs import Pack

KIND = {"org": "党组织", "secretary": "书记", "member": "党员", "unknown": "未识别"}
DRAFT = "草稿，待复核后发出"
"""On everything that goes out after review."""
FORM_NAME = {"org": "党组织承诺书", "secretary": "书记承诺书", "member": "党员承诺书", "unknown": "承诺书（类型待核）"}
VERDICT = {"deficient": "需修改", "unknown": "无法判定"}
PERIOD = {
    "daily": "每日",
    "weekly": "每周",
    "biweekly": "每两周",
    "monthly": "每月",
    "quarterly": "每季度",
    "semiannual": "每半年",
    "termly": "每学期",
    "yearly": "每年",
}
INVALID = {"pseudo": "时限不明确", "masked": "时限空缺", "impossible": "日期有误"}
EVENT_UNITS = {"WD": "个工作日内", "min": "分钟内", "h": "小时内", "d": "日内"}
WEIGHT = {"必须修改": 0, "建议修改": 1, "提示": 2}
ELEMENTS = ("明确目标", "具体项目", "管用措施", "完成时限")
UNKNOWN_UNIT = "未识别单位"


def due(deadline: DeadlineRecord) -> date | str:
    """When a promise falls due: the last acceptable day where there is one, else words (每季度, 3个工作日内, 长期坚持)."""
    if deadline.kind in ("by_date", "range") and deadline.end:
        return deadline.end
    if deadline.kind == "recurring":
        return PERIOD.get(deadline.period or "", deadline.phrase or "定期")
    if deadline.kind == "event":
        return _event(deadline.event or "") or deadline.phrase
    if deadline.kind == "ongoing":
        return "长期坚持"
    return INVALID.get(deadline.reason or "", "未写明")


def _event(event: str) -> str:
    """`3WD` → 3个工作日内; other events keep their words."""
    for mark, words in EVENT_UNITS.items():
        number = event.removesuffix(mark)
        if number != event and number.replace(".", "", 1).isdigit():
            return number + words
    return event


def phrase(deadline: DeadlineRecord) -> str:
    """The time words as printed; where another sentence lends them, that is said."""
    return f"{deadline.phrase}（承上文）" if deadline.phrase and deadline.source == "inherited" else deadline.phrase


def cut_out(text: str, spans: Iterable[SpanPair]) -> str:
    """The words at `spans`, in order, joined."""
    return "；".join(text[start:end].strip(" \n\r\t，,；;。") for start, end in spans if start < end)


def elements(item: ItemRecord) -> tuple[bool, bool, bool, bool]:
    """Which of the four elements stand in an item, in the order of `ELEMENTS`."""
    return (
        item.target.kind in ("clear", "quantified"),
        bool(item.project.spans),
        bool(item.measures.spans),
        item.deadline.kind not in ("none", "invalid"),
    )


def concrete(record: FormRecord) -> int:
    """How many promises of a form have a target, a project and a limit."""
    return sum(target and project and limit for target, project, _, limit in map(elements, record.items))


def place(record: FormRecord, finding: FindingRecord) -> str:
    """Where a finding points, as a person would say it: 第3项, “联系电话”栏, 签署处, 审定意见栏, 全表."""
    if finding.item_id is not None:
        return next((f"第{item.n}项" for item in record.items if item.item_id == finding.item_id), "承诺事项")
    if finding.field and finding.field in record.fields:
        return f"“{tidy(record.fields[finding.field].label)}”栏"
    if finding.anchor.places and finding.anchor == record.sign.anchor:
        return "签署处"
    if finding.anchor.places and finding.anchor == record.approval.anchor:
        return "审定意见栏"
    return "全表"


def clause(finding: FindingRecord, pack: Pack) -> str:
    """Where the notice asks for it: 2012年度通知 三（二）; empty where no clause is behind the finding."""
    if not finding.clause.ref:
        return ""
    name = pack.short or f"《{pack.title}》"
    return f"{name} {finding.clause.ref}" if finding.clause.notice == pack.id else clause_number(finding, pack)


def clause_number(finding: FindingRecord, pack: Pack) -> str:
    """The same where the notice is named already (a heading, a page's top): 三（二）."""
    known = finding.clause.notice == pack.id
    return finding.clause.ref if known else f"{finding.clause.notice} {finding.clause.ref}".strip()


def short(code: str, pack: Pack) -> str:
    """A finding's short name; the code itself where the notice gives none."""
    return unsure.TITLES.get(code) or pack.rule(code).title or code


def tidy(text: str) -> str:
    """A label or name on one line, without the blanks that forms print inside labels."""
    return "".join(text.split())


def sentence(text: str) -> str:
    """The text with a full stop, whatever it ended in."""
    text = text.strip()
    return text if not text or text[-1] in "。！？" else text.rstrip("；;，,.、") + "。"
