"""docs/rules.md: every rule with its docstring, and its weight and clause in each notice."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from rules.engine import all_rules
from rules.model import Rule, Scope
from rules.packs import Pack, load_pack, pack_ids

HEAD = """# 审核规则

<!-- 由 python -m pipeline.reference 生成，请勿手工修改 -->

代码的含义固定不变。各通知可以启用或停用一条规则，定轻重（必须修改、建议修改、提示），改说法；拿不准的记为“无法判定”，不判为不合格。
"""
FAMILIES = {
    "F": "表格与栏目",
    "S": "签名、公章、审定与日期",
    "C": "四要素与责任人",
    "D": "完成时限",
    "W": "用语",
    "K": "覆盖面",
    "P": "个人信息",
    "B": "报送",
    "L": "台账",
}
SCOPES = {Scope.FORM: "整份承诺书", Scope.FIELD: "栏目", Scope.ITEM: "承诺事项", Scope.BATCH: "整批", Scope.LEDGER: "台账"}
_SECTION = re.compile(r"^(依据|反例|正例): ", re.MULTILINE)


def rules_page() -> str:
    """The page as Markdown."""
    packs = [load_pack(name) for name in pack_ids()]
    parts = [HEAD, *_overview(packs)]
    family = ""
    for rule in all_rules():
        if rule.code[0] != family:
            family = rule.code[0]
            parts.append(f"\n## {family}　{FAMILIES.get(family, '其他')}\n")
        parts.append(_rule(rule, packs))
    return "\n".join([*parts, *_own(packs)])


def _own(packs: list[Pack]) -> Iterator[str]:
    """The rules that notices declare themselves."""
    yield "\n## N　各通知自己的规则\n\n写在通知的 `own_rules` 下（[packs.md](packs.md)），代码只在本通知内有意义。\n"
    yield "| 通知 | 代码 | 名称 | 轻重 | 条款 | 说法 |\n|---|---|---|---|---|---|"
    for pack in packs:
        for code, own in sorted(pack.own_rules.items()):
            yield f"| {pack.id} | {code} | {own.title} | {own.severity} | {own.ref} | {own.message} |"
    yield ""


def _overview(packs: list[Pack]) -> Iterator[str]:
    yield "| 代码 | 名称 | " + " | ".join(p.id for p in packs) + " |"
    yield "|---|---|" + "---|" * len(packs)
    for rule in all_rules():
        yield f"| {rule.code} | {_title(rule, packs)} | " + " | ".join(_weight(p, rule.code) for p in packs) + " |"
    yield "\n“—”表示该通知不启用；有几种轻重的，第一个是一般情形，括号内是特殊情形或特定承诺主体。"


def _rule(rule: Rule, packs: list[Pack]) -> str:
    text = _SECTION.sub(lambda m: f"- **{m[1]}**　", inspect.getdoc(type(rule)) or "")
    clauses = "；".join(f"{p.id} {p.clause(rule.code).ref}" for p in packs if p.rule(rule.code).on and p.clause(rule.code).ref)
    lines = [f"### {rule.code}　{_title(rule, packs)}\n", text, f"- **对象**　{SCOPES[rule.scope]}"]
    if clauses:
        lines.append(f"- **条款**　{clauses}")
    return "\n".join(lines) + "\n"


def _title(rule: Rule, packs: list[Pack]) -> str:
    return next((p.rule(rule.code).title for p in packs if p.rule(rule.code).title), rule.code)


def _weight(pack: Pack, code: str) -> str:
    settings = pack.rule(code)
    if not settings.on:
        return "—"
    others = dict.fromkeys(w.value for w in settings.severities.values() if w is not settings.severity)
    return settings.severity.value + (f"（{'、'.join(others)}）" if others else "")
