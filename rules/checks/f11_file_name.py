"""F11: the file is named after another unit or person than the form inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from extractors.model import FormField, FormKind
from rules.facts import FormFacts
from rules.looking import field_hit, form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.unit_names import unit_key

_UNIT = re.compile(r"[\u4e00-\u9fff]{2,}?(?:党支部|党总支|支部委员会|总支部|分党委|党委)(?!书记|副书记|委员)")
_PERSON = re.compile(r"^(?!党员|个人|本人|全体|干部|书记|学生|教师|支部|普通|优秀|各位)([\u4e00-\u9fff]{2,3})(?:同志|老师)(?:党员)?(?:公开)?承诺书?$")
_NUMBERED = re.compile(r"(\d+)(?=支部|总支)")
_VARIED = re.compile(r"党|第|[^\u4e00-\u9fff\d]")


class FileName(Rule):
    """文件名写的单位（党员）与表内填写的是否一致。可能是张冠李戴，也可能只是文件名写错，所以只提示核对。文件名只写一个姓名的，是名册上的人才看。

    依据: 承诺书样式的“党组织名称”“党员姓名”栏（xinbei-2010 附件1、附件2）；以表内填写为准。
    反例: 无。本条从不判为不合格。
    正例: “财务处党支部承诺书.docx”内填财务处党支部；文件名没有写单位的，不作判断。
    """

    code = "F11"
    scope = Scope.FIELD
    says = ("label", "name", "named")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        form, stem = facts.form, PurePosixPath(facts.file_name).stem
        if form.kind is FormKind.MEMBER:
            found = _PERSON.match(stem)
            named = found[1] if found else facts.file_person
            if named and form.person and not _alike(named, form.person):
                yield _doubt(facts, form.field("name"), "person", form.person, named)
        elif form.kind is FormKind.ORG and form.unit:
            units = _UNIT.findall(stem)
            known = (form.unit, facts.unit.name if facts.unit else "")
            if units and not any(_alike(unit, own) for unit in units for own in known if own):
                yield _doubt(facts, form.field("org_name"), "unit", form.unit, units[-1])


def _doubt(facts: FormFacts, found: FormField | None, variant: str, name: str, named: str) -> Hit:
    values = (("name", name), ("named", named))
    if found and found.value:
        return field_hit(found, verdict=Verdict.UNKNOWN, variant=variant, values=values)
    return form_hit(facts, verdict=Verdict.UNKNOWN, variant=variant, values=(*values, ("label", "")))


@lru_cache(maxsize=1024)
def _alike(one: str, other: str) -> bool:
    """Whether two names may be of the same: a superior before it, 第, 中共 … 委员会 and letters left out in the middle
    make no other unit."""
    first, second = _VARIED.sub("", unit_key(one)), _VARIED.sub("", unit_key(other))
    numbers = [found[1] for key in (first, second) if (found := _NUMBERED.search(key))]
    if len(set(numbers)) > 1:
        return False
    short, long = sorted((first, second), key=len)
    rest = iter(long)
    return all(letter in rest for letter in short)
