"""F12: head, post or branch on the form differ from the roster."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import FormField, FormKind
from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.unit_names import ends_with, unit_key

_NAME = re.compile(r"[\u4e00-\u9fff·]{2,8}")
_RANK = re.compile(r"副|助理|见习|主任(?=科员|.师)")
_VARIED = re.compile(r"委员会|党|第|[^\u4e00-\u9fff\d]")


class RosterPerson(Rule):
    """表上的党组织负责人、党员职务、所在支部与名册是否一致。可能是名册没有更新，所以只提示核对。

    依据: 承诺书样式的“党组织负责人”“职务或职业”“所在党支部”栏（xinbei-2010 附件1、附件2）；按职级确定报送范围（campus-2010 四（一）4，N2.6）。
    反例: 无。本条从不判为不合格。
    正例: 负责人与名册登记的书记相同；名册没有登记的，不作判断。
    """

    code = "F12"
    scope = Scope.FIELD
    says = ("label", "value", "known")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for key, variant, known in _expected(facts):
            if facts.match != "exact" and not (facts.match == "likely" and key == "branch"):
                continue  # who stands in another branch than he prints is only likely the same
            found = facts.form.field(key)
            same = _same_unit if key == "branch" else _same
            if found and found.value and known and not same(found, known):
                values = (("value", found.text.strip()), ("known", known))
                yield field_hit(found, verdict=Verdict.UNKNOWN, variant=variant, values=values)


def _expected(facts: FormFacts) -> Iterator[tuple[str, str, str]]:
    """Field, variant of the wording, and what the roster has."""
    unit, person = facts.unit, facts.person
    if unit and facts.form.kind is FormKind.ORG and _NAME.fullmatch(unit.secretary):
        yield "head", "head", unit.secretary
    if person and facts.form.kind is not FormKind.ORG:
        yield "post", "post", person.post
        yield "branch", "branch", person.branch


def _same(found: FormField, known: str) -> bool:
    """Whether one names what the other does, however much more either says (李明（书记）, 教授、系主任)."""
    written, listed = found.value or "", known
    if written.strip() == listed.strip():
        return True
    return any(_names(part, listed) for part in _parts(written)) or any(_names(part, written) for part in _parts(listed))


def _same_unit(found: FormField, known: str) -> bool:
    """Whether two names may be of one branch, a superior before one of them or left out in the middle."""
    written, listed = unit_key(found.value or ""), unit_key(known)
    return ends_with(written, listed) or ends_with(listed, written)


def _names(part: str, whole: str) -> bool:
    """Whether a post or name stands in another text, and not as part of another rank (馆长 in 副馆长)."""
    short, long = _VARIED.sub("", part), _VARIED.sub("", whole)
    ranked = {rank.end() for rank in _RANK.finditer(long)}
    return any(found.start() not in ranked for found in re.finditer(re.escape(short), long))


def _parts(text: str) -> list[str]:
    """The text, and its parts where it lists several posts or names."""
    return [part for part in (text, *re.split(r"[、，,/兼和]", text)) if len(_VARIED.sub("", part)) > 1]
