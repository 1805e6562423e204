"""Fields that only the signature prints: who promises, who heads the organisation, whom to call."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.forms.dates import find_dates
from extractors.forms.feet import is_hotline
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import Parts
from extractors.forms.signlines import PERSON, PROMISES, SignLine
from extractors.forms.text import is_blank, label_key, squeeze
from extractors.forms.titles import org_name
from extractors.forms.vocabulary import Label, Role, exact
from extractors.model import FormField, FormKind, Paragraph, Passage

_SIGNED = re.compile("(?:签名|签字|签章)$")
_OWN = re.compile("^承诺(?:单位|方|支部|党支部|党委|党?总支)?(?=.{2})")
"""What stands before the label of the promiser's own head (承诺单位党组织负责人)."""
_MEMBERS = frozenset(("党员签名", "党员签字", "党员签章", "本人签名", "本人签字", "签名", "签字"))
"""Labels under which a member signs his own promise, who is called 承诺人 elsewhere."""
_MORE = re.compile("[电手方式]|书记|负责人|党员|领导")
"""A letter of each label that a signature line may have besides the signer's."""
_PROMISER = re.compile(r"\s*承诺[人者]\s*[：:]\s*(?P<who>\S+)")


def add_signed_fields(parts: Parts, kind: FormKind) -> None:
    """Fields that only the signature lines print: 支部书记：张某（签字）　联系电话：…… ."""
    printed = {f.key for f in parts.fields}
    wanted = {"phone", "head", "member_count"} if kind is FormKind.ORG else {"phone"}
    for line in parts.signs:
        if kind is FormKind.ORG and (owner := _owner(line)) is not None:
            parts.add_field(owner, line.label, line.passage.slice(line.rest_start, line.rest_start + len(line.rest)), line.passage.strip())
        if kind is FormKind.ORG and line.person and (office := _office(line)) is not None:
            at = max(line.passage.text.find(line.person), 0)
            parts.add_field(office, line.label, line.passage.slice(at, at + len(line.person)), line.passage.strip())
        for pair in read_pairs(line.passage) if _MORE.search(line.passage.text) else ():
            if kind is FormKind.ORG and pair.label.role is Role.SIGNING and (office := exact(_SIGNED.sub("", label_key(pair.text)))) and office.key == "head":
                _signed_head(parts, office, pair)
            hotline = pair.label.key == "phone" and is_hotline(pair.text)
            value = _before_day(pair.value)
            if pair.label.role is Role.FIELD and pair.label.key in wanted - printed and not (hotline or is_blank(value.text)):
                parts.add_field(pair.label, pair.text, value, line.passage.strip())


def _office(line: SignLine) -> Label | None:
    """The label of the organisation's head where a line names him by it, with a colon or without (书　记　张某), else None."""
    words = line.rest.split()[:-1]
    spelled = ("".join(words[at:]) for at in range(len(words)))
    own = _SIGNED.sub("", line.label)
    return next((known for key in (own, _OWN.sub("", own), *spelled) if (known := exact(key)) is not None and known.key == "head"), None)


def _signed_head(parts: Parts, office: Label, pair: Pair) -> None:
    """The head who signs beside his organisation (承诺单位：某支部　　支部书记（签字）：张某)."""
    value = _before_day(pair.value).strip()
    if PERSON.fullmatch(squeeze(value.text)):
        parts.add_field(office, pair.text, value, value)


def _before_day(value: Passage) -> Passage:
    """What stands beside a label before the day on the same line."""
    return value.slice(0, min((h.start for h in find_dates(value.text)), default=len(value.text)))


def _owner(line: SignLine) -> Label | None:
    """The label of a signature line that names the promising organisation (承诺单位：某村党支部), else None."""
    known = exact(_SIGNED.sub("", line.label)) if line.rest and not line.person else None
    words = squeeze(line.rest)
    if known is not None and known.key == "unit" and org_name(line.rest):
        return known
    return known if known is not None and known.key == "org_name" and words[:1].isalpha() and len(words) > 3 else None


def signed_name(parts: Parts) -> list[FormField]:
    """The name at 承诺人 of the signature. Nothing is a field where nothing is printed: he signs by hand on the paper."""
    line = next((s for s in parts.signs if _SIGNED.sub("", s.label).endswith(PROMISES)), None)
    line = line or next((s for s in parts.signs if s.person and s.label in _MEMBERS), None)
    if line is None or _signed_above(parts, line.person):
        return []
    if not line.person and line.rest:  # the office on this line, the name on the next one
        below = (s for s in parts.signs if s.person and not s.label and not s.mark)
        line = replace(next(below, line), label=line.label)
    if is_blank(line.person) and is_blank(line.rest):
        return []
    shadow = Parts()
    at = line.passage.text.find(line.person) if line.person else -1
    value = line.passage.slice(at, at + len(line.person)) if at >= 0 else Passage(line.person)
    shadow.add_field(Label(Role.FIELD, "name"), line.label, value, line.passage.strip())
    return shadow.fields


def _signed_above(parts: Parts, name: str) -> bool:
    """Whether other people sign as 承诺人 among the promises: then the last one's name is not the form's."""
    found = (_PROMISER.match(b.text) for b in parts.body if isinstance(b, Paragraph) and "承诺" in b.text[:6])
    return any(m is not None and squeeze(m["who"]) != squeeze(name) for m in found)
