"""F07: hints and placeholders of a template that were left in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.model import Annotation, CommitmentItem, DeadlineReason, Span
from extractors.model.document import paragraphs
from rules.blanks import FIELD, PROMISE, blanks, has_blank, left_anywhere
from rules.elements import compiled
from rules.facts import FormFacts
from rules.looking import clipped, field_hit, item_hit, numbered
from rules.model import Hit, Rule, Scope
from rules.packs import Pack

_LABEL = re.compile(r"\s*(?P<label>[^，,。；;：:\s]{2,16})[：:]\s*$")
"""What stands before a blank that is to be filled with the promiser's particulars (联系方式：____)."""


class LeftOver(Rule):
    """样表的填写提示、×××、横线等占位内容是否留在表里没有改。时限里的“x月x日”由 D03 处理，这里不重复。

    依据: 承诺内容要具体实在（csust-2012 二（三），campus-2010 二（二））。
    反例: 为×××户困难群众解决××问题；（此处填写承诺事项）。
    正例: 为12户困难群众修缮房屋。样式自带的“（盖章）”“（签名）”不算。
    """

    code = "F07"
    scope = Scope.FORM
    says = ("label", "found")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        patterns = tuple(pack.rule(self.code).params.get("patterns", ()))
        if left_anywhere(facts, compiled(patterns)):
            yield from _look(facts, _either(patterns))


def left_over(text: str, pack: Pack) -> bool:
    """Whether this rule speaks of a field's text, so that others need not."""
    settings = pack.rule(LeftOver.code)
    return settings.on and has_blank(compiled(tuple(settings.params.get("patterns", ()))), text, FIELD)


def _look(facts: FormFacts, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for found in facts.form.fields:
        if found.value and (match := next(blanks(pattern, found.text, FIELD), None)):
            yield field_hit(found, variant="field", values=(("found", match[0]),))
    for index, item, annotation in numbered(facts):
        if span := _in_item(pattern, item, annotation):
            left = clipped(item.text[span.start : span.end], 16)
            yield item_hit(facts, index, [span], values=(("found", left), ("label", "")))
    yield from _elsewhere(facts, pattern)


def _in_item(pattern: re.Pattern[str], item: CommitmentItem, annotation: Annotation) -> Span | None:
    deadline = annotation.deadline
    masked = deadline.span if deadline.reason is DeadlineReason.MASKED else None
    for match in blanks(pattern, item.text, PROMISE):
        if not (masked and match.start() < masked.end and masked.start < match.end()):
            return Span(*match.span())
    return None


def _elsewhere(facts: FormFacts, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """Placeholders in the place of the promises that were not taken for promises."""
    names = [name for name in (facts.form.person, facts.form.unit) if name]
    for paragraph in paragraphs(facts.form.body):
        text = paragraph.text
        match = next((m for m in blanks(pattern, text) if not _beside_name(text, m, names)), None)
        if match and not any(_same(line, paragraph.text) for item in facts.items for line in item.text.split("\n")):
            label = _LABEL.match(paragraph.text, 0, match.start())
            values = (("found", clipped(match[0], 16)), ("label", label["label"] if label else ""))
            yield Hit(paragraph.passage.anchor(*match.span()), match[0], variant="field" if label else "body", values=values)


def _beside_name(text: str, match: re.Match[str], names: Sequence[str]) -> bool:
    """Whether a name that was read as the promiser's stands on a printed line (我是李明____，…)."""
    before, after = text[: match.start()], text[match.end() :]
    return match[0][0] in "_＿" and any(before.endswith(name) or after.startswith(name) for name in names)


def _same(line: str, printed: str) -> bool:
    return bool(line.strip()) and line.strip() in printed


@lru_cache(maxsize=16)
def _either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))
