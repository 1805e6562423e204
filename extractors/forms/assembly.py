"""A segment of a document → a Form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.bylines import signed_byline
from extractors.forms.dates import find_dates
from extractors.forms.days import Days, days
from extractors.forms.endings import all_sign_lines
from extractors.forms.lines import HOTLINE, read_lines
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import UNIT, Opinion, Parts
from extractors.forms.people import promiser
from extractors.forms.segments import ReadTable, Segment
from extractors.forms.signing import day_of_year, signer_line, signing, without_day, year_of, yearless_day
from extractors.forms.signlines import PERSON, PROMISES, SignLine
from extractors.forms.telling import told_fields
from extractors.forms.templates import FREE, choose, means
from extractors.forms.text import has_ordinal, is_blank, label_key, squeeze
from extractors.forms.titles import org_name, title_year
from extractors.forms.vocabulary import Label, Role, exact, vocabulary
from extractors.model import (
    Approval,
    Block,
    Form,
    FormField,
    FormKind,
    Paragraph,
    Passage,
    Presence,
    PrintedDate,
    Table,
)
from extractors.model.document import paragraphs

_PERSONAL = frozenset({"gender", "birth", "ethnicity", "joined", "education"})
_ELSEWHERE = re.compile(r"^[(（]?(?:详?见|附|另)[^。]{0,14}(?:附|后|页|纸|表)[^。]{0,6}[)）]?。?$")


def gather(segment: Segment) -> Parts:
    """The parts of a segment: its tables with the lines above and below them, or running text alone."""
    forms = [t for t in segment.tables if t.parts.promised or t.parts.fields]
    if not forms:
        return _free(segment)
    first = segment.content.index(forms[0])
    parts = _above(segment.content[:first])
    below: list[Block] = []
    for block in segment.content[first:]:
        if isinstance(block, ReadTable):
            parts.add(block.parts)
        else:
            below.append(block)
    found = _below(parts, below)
    titled = segment.title or found.title
    if titled and found.fields and not found.promised and sum(len(t.rows()) for t in found.rows) > 1 and not _said(found):
        found.promise_rows()
    found.keep_rows()
    return found


def _said(parts: Parts) -> bool:
    """Whether there is text that may be promises."""
    return any(has_ordinal(p.text) or len(squeeze(p.text)) >= 12 for p in paragraphs(tuple(parts.body)))


def _free(segment: Segment) -> Parts:
    parts = read_lines([c.table if isinstance(c, ReadTable) else c for c in segment.content if not (isinstance(c, ReadTable) and _inside(c) == [])])
    if (at := signed_byline(parts)) is not None and isinstance(block := parts.body.pop(at), Paragraph):
        parts.subtitles.append(block.passage)
    for table in segment.tables:
        table.parts.keep_rows()
        parts.unread += table.parts.unread
        parts.title = parts.title or table.parts.title
        parts.signs += table.parts.signs
        parts.opinions += table.parts.opinions
        inside = _inside(table)
        parts.body = [b for block in parts.body for b in (inside if block is table.table and inside is not None else [block])]
    parts.ledger = any(isinstance(b, Table) for b in parts.body)
    return parts


def _inside(table: ReadTable) -> Sequence[Block] | None:
    """What the body has instead of a table: its promises; nothing where it only holds signatures; None where it stands as it is."""
    found = table.parts
    signed = found.signs or found.opinions or _aside(table)
    return found.body if found.body or (signed and not found.rows) else None


def _aside(table: ReadTable) -> bool:
    """Whether the rows of a table speak of what comes after the promises (践诺情况, 评议)."""
    heads = [label_key(row[0].text) for row in table.table.rows() if row]
    return not table.parts.ledger and bool(heads) and all(len(k) <= 12 and vocabulary().other.search(k) for k in heads)


def _above(blocks: Sequence[Paragraph | ReadTable]) -> Parts:
    """Lines between title and table: fields, and a preamble that the promises keep."""
    parts = read_lines([b.table if isinstance(b, ReadTable) else b for b in blocks])
    kept = [b for b in parts.body if isinstance(b, Table) or _sentence(b.text)]
    for block in parts.body:
        if block not in kept and isinstance(block, Paragraph):
            parts.keep(block.passage)
    parts.body = kept
    return parts


def _below(parts: Parts, blocks: Sequence[Block]) -> Parts:
    """Lines under the table: signature, notes, and promises where the table has none of its own."""
    lines = read_lines(blocks)
    text = "\n".join(p.text for p in paragraphs(tuple(parts.body)))
    open_end = not text.strip() or _ELSEWHERE.match(squeeze(text)) is not None
    if open_end:
        parts.unread += [p.passage for p in paragraphs(tuple(parts.body))]
        parts.body = []
    for block in lines.body if not open_end else []:
        if isinstance(block, Paragraph) and not (_sentence(block.text) or has_ordinal(block.text)):
            lines.keep(block.passage)
    if not open_end:
        lines.body = [b for b in lines.body if isinstance(b, Table) or _sentence(b.text) or has_ordinal(b.text)]
    parts.add(lines)
    return parts


def _sentence(text: str) -> bool:
    plain = squeeze(text)
    return len(plain) >= 12 or (len(plain) > 4 and plain[-1] in "：:。；")


def assemble(segment: Segment, parts: Parts, index: int) -> Form:
    """The form of a segment."""
    title = segment.title or parts.title
    who = promiser(parts, title.text)
    telling = parts.fields if len(parts.fields) > 1 or parts.promised else []
    template = choose({f.key: label_key(f.label) for f in telling}, who.kind)
    kind = template.kind if who.kind is FormKind.UNKNOWN and template.id != FREE else who.kind
    fields = _fields(parts, kind)
    told = _days(segment, parts, kind)
    year = _year(parts, title.text) or (told.signed.day.year if told.signed.day is not None else None)
    signed = told.signed if told.signed.state != "none" else day_of_year(parts.signs, year)
    return Form(
        kind=kind, template=template.id, index=index, title=title, year=year, fields=fields, body=tuple(parts.body),
        signing=signing(parts.signs, signed), approval=_in_year(_with_day(_approval(parts), told), year), unit=_unit(who.unit, fields), person=who.person,
        continued=segment.continuation, unread=(*segment.page, *parts.subtitles, *parts.unread),
    )


def _fields(parts: Parts, kind: FormKind) -> tuple[FormField, ...]:
    """The fields as this form means them; 承诺人 at the signature is a name where no other name is printed."""
    turned = means(kind)
    own = {f.key for f in parts.fields if f.value is not None}
    _signed_fields(parts, kind)
    found: list[FormField] = []
    for field in parts.fields:
        key = turned.get(field.key, field.key)
        if key == UNIT and kind is FormKind.MEMBER and "branch" not in own and "支部" in (field.value or "") and org_name(field.value or ""):
            key = "branch"  # 单位 of a person, who names the Party organisation there
        if key == "org_name" and kind is FormKind.MEMBER and "branch" not in own and not is_blank(field.text):
            key = "branch"
        if key == "head" and kind is FormKind.SECRETARY and not own & {"name"}:
            key = "name"  # 书记姓名 of the one who promises
        hotline = key == "phone" and kind is FormKind.MEMBER and _COMPLAINTS.match(label_key(field.label)) is not None
        if key == UNIT or hotline or (key != field.key and key in own):
            parts.keep(field.passage)
        else:
            found.append(field if key == field.key else replace(field, key=key))
    if kind is not FormKind.ORG and not any(f.key == "name" for f in found):
        found += _signed_name(parts)
    found += [f for f in told_fields(parts, kind) if not any(o.key == f.key for o in found)]
    if kind is FormKind.ORG and not any(f.key in _PERSONAL for f in found):
        found = [f for f in found if f.key != "name" or any(o.key == "org_name" for o in found)]
    unique = {f.key: f for f in reversed(found)}
    return tuple(f for f in found if unique[f.key] is f)


_COMPLAINTS = re.compile("(?:监督|投诉|举报)+")
"""Whose telephone the public may call about a member: not his own."""
_SIGNED = re.compile("(?:签名|签字|签章)$")
_MORE = re.compile("[电手方式]|书记|负责人|党员|领导")
"""A letter of each label that a signature line may have besides the signer's."""


def _signed_fields(parts: Parts, kind: FormKind) -> None:
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
            hotline = HOTLINE.match(label_key(pair.text)) is not None
            value = pair.value.slice(0, min((h.start for h in find_dates(pair.value.text)), default=len(pair.value.text)))
            if pair.label.role is Role.FIELD and pair.label.key in wanted - printed and not (hotline or is_blank(value.text)):
                parts.add_field(pair.label, pair.text, value, line.passage.strip())


def _office(line: SignLine) -> Label | None:
    """The label of the organisation's head where a line names him by it, with a colon or without (书　记　张某), else None."""
    words = line.rest.split()[:-1]
    spelled = ("".join(words[at:]) for at in range(len(words)))
    return next((known for key in (_SIGNED.sub("", line.label), *spelled) if (known := exact(key)) is not None and known.key == "head"), None)


def _signed_head(parts: Parts, office: Label, pair: Pair) -> None:
    """The head who signs beside his organisation (承诺单位：某支部　　支部书记（签字）：张某)."""
    value = pair.value.slice(0, min((h.start for h in find_dates(pair.value.text)), default=len(pair.value.text))).strip()
    if PERSON.fullmatch(squeeze(value.text)):
        parts.add_field(office, pair.text, value, value)


def _owner(line: SignLine) -> Label | None:
    """The label of a signature line that names the promising organisation (承诺单位：某村党支部), else None."""
    known = exact(_SIGNED.sub("", line.label)) if line.rest and not line.person else None
    words = squeeze(line.rest)
    return known if known is not None and known.key == "org_name" and words[:1].isalpha() and len(words) > 3 else None


def _signed_name(parts: Parts) -> list[FormField]:
    """The name at 承诺人 of the signature. Nothing is a field where nothing is printed: he signs by hand on the paper."""
    line = next((s for s in parts.signs if _SIGNED.sub("", s.label).endswith(PROMISES)), None)
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


_PROMISER = re.compile(r"\s*承诺人\s*[：:]\s*(?P<who>\S+)")


def _signed_above(parts: Parts, name: str) -> bool:
    """Whether other people sign as 承诺人 among the promises: then the last one's name is not the form's."""
    found = (_PROMISER.match(b.text) for b in parts.body if isinstance(b, Paragraph) and "承诺人" in b.text[:6])
    return any(m is not None and squeeze(m["who"]) != squeeze(name) for m in found)


def _year(parts: Parts, title: str) -> int | None:
    for text in (title, *(s.text for s in parts.subtitles)):
        if (year := title_year(text)) is not None:
            return year
    return _preamble_year(parts) or year_of(parts.signs)


_PROMISED_FOR = re.compile(r"(?:\d{4}|[二一][〇○零O][〇○零O一二三四五六七八九]{2})年(?:度|里|内|全年|的?工作|的?承诺|[，,]?(?:我|本人)[^。，]{0,12}承诺)")


def _preamble_year(parts: Parts) -> int | None:
    """A year that the preamble promises for (就2011年的工作, 2012年度 … 承诺); one in a life story frames nothing."""
    for block in parts.body[:3]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            break
        found = _PROMISED_FOR.search(block.text) if "承诺" in block.text and "年" in block.text else None
        if found:
            return title_year(found.group())
    return None


def _approval(parts: Parts) -> Approval:
    """The superior's opinion; those of others are kept as unread text."""
    if not parts.opinions:
        return Approval()
    best = max(range(len(parts.opinions)), key=lambda i: (_height(parts.opinions[i]), i))
    for i, other in enumerate(parts.opinions):
        if i != best:
            parts.keep(Passage.join([Passage(other.label), *(p.passage for p in paragraphs(other.blocks))]))
    return _opinion(parts.opinions[best])


def _height(opinion: Opinion) -> int:
    """How high an opinion's author stands: a superior committee, the Party organisation, anybody below it."""
    key = label_key(opinion.label)
    return 2 if vocabulary().superior.search(key) else 1 if "支部" in key or "党组织" in key else 0


def _days(segment: Segment, parts: Parts, kind: FormKind) -> Days:
    return days([c.table if isinstance(c, ReadTable) else c for c in segment.content], parts.body, kind)


def _with_day(approval: Approval, told: Days) -> Approval:
    """The approval with the highest superior's day."""
    return approval if told.approved is None else replace(approval, date=told.approved, printed=True)


def _in_year(approval: Approval, year: int | None) -> Approval:
    """The approval with the day that it prints without a year, in the form's year."""
    if not approval.printed or approval.date.state != "none":
        return approval
    found = (yearless_day(line, year) for line in reversed(list(approval.passage.lines())))
    day = next((day for day in found if day.day is not None), None)
    return approval if day is None else replace(approval, opinion=without_day(approval.opinion), date=day)


def _unit(named: str, fields: Sequence[FormField]) -> str:
    """The organisation: one that only a sentence names stands in where nothing else does."""
    return named or next((f.value for f in fields if f.key in ("org_name", "branch") and f.value), "")


def _opinion(place: Opinion) -> Approval:
    place = _unlabelled(place)
    ending = all_sign_lines(place.blocks)
    text = "\n".join(p.text.strip() for p in paragraphs(ending.blocks) if p.text.strip())
    passage = Passage.join(p.passage for p in paragraphs(place.blocks))
    return Approval(text, Presence.UNKNOWN, PrintedDate(), passage, True)


def _unlabelled(place: Opinion) -> Opinion:
    """Without the label at the head of its own cell."""
    first = place.blocks[0] if place.blocks else None
    if not isinstance(first, Paragraph):
        return place
    line = next(first.passage.lines(), Passage())
    printed = re.split("[：:]", line.text, maxsplit=1)[0]
    if label_key(printed) != place.label:
        return place
    behind = first.passage.slice(min(len(printed) + 1, len(line.text))).strip()
    rest = place.blocks[1:]
    return replace(place, blocks=(replace(first, passage=behind), *rest) if behind.text else rest)


def continues(segment: Segment, parts: Parts, before: Form | None) -> bool:
    """Whether a segment goes on with the form before it: a 续页, or promises under a repeated title without anybody's fields."""
    if before is None or parts.fields or segment.again:
        return False
    if segment.continuation:
        return True
    same = squeeze(segment.title.text) == squeeze(before.title.text) and bool(segment.title)
    unsigned = before.signing.date.state in ("none", "blank") and not before.signing.signer
    return (same and unsigned) or (not segment.title and parts.promised)


def append(form: Form, segment: Segment, parts: Parts) -> Form:
    """The form with a continuation sheet behind it."""
    told = _days(segment, parts, form.kind)
    signs = signing(parts.signs, told.signed)
    better = signs if signs.date.day is not None or (signer_line(parts.signs) and not form.signing.signer) else form.signing
    approval = form.approval if form.approval.printed else _with_day(_approval(parts), told)
    _signed_fields(parts, form.kind)
    more = tuple(f for f in parts.fields if not any(o.key == f.key for o in form.fields))
    return replace(
        form, fields=form.fields + more, body=form.body + tuple(parts.body), signing=better, approval=approval, continued=True,
        year=form.year or year_of(parts.signs), unread=form.unread + tuple(parts.unread),
    )
