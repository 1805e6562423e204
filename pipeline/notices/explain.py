"""A pack as a readable page for the office: what is asked of whom, by when, how heavily it weighs, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import FormKind
from rules.engine import rules_of
from rules.model import Severity
from rules.packs import Copies, Pack, RuleSettings, TopicData

KINDS = {FormKind.ORG: "党组织", FormKind.MEMBER: "党员", FormKind.SECRETARY: "党组织书记", FormKind.UNKNOWN: "看不出主体的表"}
COUNTED = ("n", "count", "least", "most", "year", "days")
EVERYBODY = (FormKind.ORG, FormKind.MEMBER, FormKind.SECRETARY)


def explained(pack: Pack) -> str:
    """The page as Markdown in Chinese."""
    parts = [f"# {pack.title}\n", *_facts(pack), *_calendar(pack), *_sets(pack), *_topics(pack), *_review(pack), *_rules(pack), *_letter(pack)]
    return "\n".join(parts) + "\n"


def _facts(pack: Pack) -> Iterator[str]:
    yield f"- 代号：{pack.id}" + (f"（在 {pack.extends} 的基础上）" if pack.extends else "")
    if pack.office:
        yield f"- 审核单位：{pack.office}"
    if pack.year:
        yield f"- 年度：{pack.year}"
    if pack.period:
        yield f"- 承诺期：{pack.period.start} 至 {pack.period.end}"
    for kind, copies in pack.copies.items():
        here = "" if copies.hand_in is None else f"（其中交本级{copies.hand_in}份）"
        yield f"- {KINDS[kind]}承诺书：{told(copies)}{here}"


def told(copies: Copies) -> str:
    """How many copies a notice wants, and what they are for."""
    total = f"一式{copies.total}份，" if copies.total and not copies.text.startswith("一式") else ""
    return f"{total}{copies.text}"


def _calendar(pack: Pack) -> Iterator[str]:
    calendar = pack.calendar
    days = [f"- **报送截止**　{calendar.hand_in}"] if calendar.hand_in else []
    days += [f"- **{year}年度报送截止**　{day}" for year, day in sorted(calendar.hand_in_by_year.items())]
    for stage in calendar.stages:
        days.append(f"- {stage.name}　" + " 至 ".join(str(d) for d in (stage.start, stage.end) if d))
    if calendar.publish_days:
        days.append(f"- 公示不少于{calendar.publish_days}天")
    if pack.resubmit_by:
        days.append(f"- 修改后报回　{pack.resubmit_by}")
    if days:
        yield "\n## 时间安排\n"
        yield from days


def _sets(pack: Pack) -> Iterator[str]:
    if pack.dimension_sets:
        yield "\n## 方面\n"
    for kind, name in pack.dimension_sets.items():
        yield f"- {KINDS[kind]}：{name}（{'、'.join(pack.dimensions[name].labels)}）"


def _topics(pack: Pack) -> Iterator[str]:
    if pack.topics:
        yield "\n## 重点\n\n| 重点 | 对谁 | 条款 | 从这些词看 |\n|---|---|---|---|"
    for topic in pack.topics:
        yield f"| {topic.name} | {_asked_of(topic)} | {topic.ref} | {'、'.join(topic.words)} |"


def _review(pack: Pack) -> Iterator[str]:
    if pack.review:
        yield "\n## 审核要点\n"
    for point in pack.review:
        looked = "、".join(pack.rule(code).title or code for code in point.rules if pack.rule(code).on)
        yield f"- {point.name}" + (f"（{point.ref}）" if point.ref else "") + f"　{f'程序查：{looked}' if looked else '由审核人看'}"


def _asked_of(topic: TopicData) -> str:
    named = [*topic.categories, *topic.levels, *(KINDS[k] for k in topic.kinds)]
    return "、".join(named) or "各类"


def _rules(pack: Pack) -> Iterator[str]:
    used = [(rule.code, pack.rule(rule.code)) for rule in rules_of(pack) if pack.rule(rule.code).on]
    for weight in Severity:
        rules = [(code, s) for code, s in used if s.severity is weight and s.words_said()]
        if rules:
            yield f"\n## {weight.value}\n"
        for code, settings in rules:
            yield from _rule(code, settings)
    doubts = [(code, s) for code, s in used if not s.words_said()]
    if doubts:
        yield "\n## 只提示核对\n"
    for code, settings in doubts:
        yield from _rule(code, settings)


def _rule(code: str, settings: RuleSettings) -> Iterator[str]:
    of = "" if set(EVERYBODY) <= set(settings.kinds) else "、".join(KINDS[k] for k in settings.kinds)
    notes = [n for n in (of and f"对{of}", settings.ref and f"依据：{settings.ref}", _other_weights(settings)) if n]
    yield f"### {code}　{settings.title or code}\n"
    if notes:
        yield f"{'；'.join(notes)}。\n"
    for words in settings.words_said():
        yield f"- {readable(words.message + words.suggestion)}"
    for reason in settings.reasons.values():
        yield f"- （无法判定）{readable(settings.unknown.replace('{reason}', reason))}"
    yield ""


def readable(text: str) -> str:
    """The text as it will look, with dots for what each form fills in."""
    return re.sub(r"\{(\w+)\}", lambda found: "×" if found[1] in COUNTED else "……", text)


def _other_weights(settings: RuleSettings) -> str:
    names = {kind.value: name for kind, name in KINDS.items()}
    others = [f"{names.get(key, '特殊情形')}为{w.value}" for key, w in settings.severities.items() if w is not settings.severity]
    return "、".join(dict.fromkeys(others))


def _letter(pack: Pack) -> Iterator[str]:
    if pack.letter:
        yield "\n## 审核意见的用语\n"
    for text in pack.letter.values():
        yield f"- {readable(text)}"
