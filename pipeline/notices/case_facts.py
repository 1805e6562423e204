"""Facts of a form from the compact YAML of a case: what understanding would have found, written down directly. With
`read: true` in a case its items are understood by the program itself, which tries the words of a pack's topics.

    form:  kind, title, year, unit, person, fields {key: printed text, or null where blank}, body [lines], unread [lines],
           sign {date: ISO | blank | partial | impossible | none, text, signed, seal, signer, end}, approval {opinion, seal, date, text}
    facts: received, signed, roster, match, file, named, unit {…}, person {…}
    items: a text, or {t: text, target, hedged, floor, project, measures, by, phrase, ambiguous, note, dims, may, part, is, topics, who,
           under}
           target: kind, or kind:words · project, measures: words, or "?" where unsure ("?0.5": how likely), "~0.1" where absent all the same
           is: wording faults, or fault:words, or "?0.5": how likely one is
           by: as in the gold sets (2012-06-30, a/b, recurring:monthly, ongoing, event:…, null:pseudo …)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from extractors.model import (
    Annotation,
    Approval,
    CommitmentItem,
    Deadline,
    DeadlineKind,
    DeadlineReason,
    DimensionLabel,
    Elements,
    Form,
    FormField,
    FormKind,
    Paragraph,
    Part,
    Passage,
    Period,
    Piece,
    Presence,
    PrintedDate,
    Responsible,
    Signing,
    Span,
    Target,
    TargetKind,
    Wording,
    WordParagraph,
)
from rules.facts import FormFacts, PersonFacts, UnitFacts
from rules.packs import Pack

LABELS = {
    "org_name": "党组织名称", "member_count": "党员人数", "head": "党组织负责人", "phone": "联系电话", "name": "党员姓名", "gender": "性别",
    "birth": "出生年月", "ethnicity": "民族", "post": "职务或职业", "joined": "入党时间", "education": "文化程度",
    "branch": "所在党支部", "tenure_start": "任职时间",
}
Case = Mapping[str, Any]


class Page:
    """Hands every text a paragraph of its own, so that anchors can be told apart."""

    def __init__(self) -> None:
        self.numbers = count()
        self.texts: dict[int, str] = {}

    def passage(self, text: str) -> Passage:
        """A paragraph of that text."""
        if not text:
            return Passage()
        number = next(self.numbers)
        self.texts[number] = text
        return Passage(text, (Piece(0, len(text), WordParagraph("word/document.xml", number), 0),))


def facts_of(case: Case) -> tuple[FormFacts, Page]:
    """Facts and the page on which their words stand. Raises KeyError, ValueError or TypeError for a case that does not fit."""
    page = Page()
    form, known = case.get("form") or {}, case.get("facts") or {}
    items = [{"t": i} if isinstance(i, str) else i for i in case.get("items", [])]
    return FormFacts(
        form=form_of(form, page),
        items=tuple(item_of(n, i, page) for n, i in enumerate(items, 1)),
        annotations=tuple(annotation_of(i) for i in items),
        unit=UnitFacts(**{"roster_id": "U1", "name": form.get("unit", ""), **known["unit"]}) if "unit" in known else None,
        person=PersonFacts(**{"roster_id": "P1", "name": "", **known["person"]}) if "person" in known else None,
        match=known.get("match", "none"),
        roster_known=known.get("roster", False),
        received=known.get("received"),
        signed_copy=known.get("signed", False),
        file_name=known.get("file", ""),
        file_person=known.get("named", ""),
    ), page


def read_facts_of(case: Case, pack: Pack) -> tuple[FormFacts, Page]:
    """The same, with the promises understood by the program where the case says `read: true`."""
    facts, page = facts_of(case)
    if not case.get("read"):
        return facts, page
    from extractors.language import annotate  # loads the language room, which most cases do without

    found = annotate(facts.items, facts.form.kind, pack.context(facts.form, facts.received))
    return replace(facts, annotations=found), page


def form_of(form: Case, page: Page) -> Form:
    """The form of a case."""
    sign, approval = form.get("sign") or {}, form.get("approval")
    return Form(
        kind=FormKind(form.get("kind", "org")),
        template="test",
        index=0,
        title=page.passage(form.get("title", "公开承诺书")),
        year=form.get("year"),
        fields=tuple(field_of(key, text, page) for key, text in (form.get("fields") or {}).items()),
        body=tuple(Paragraph(page.passage(line)) for line in form.get("body", [])),
        signing=Signing(
            Presence(sign.get("signed", "unknown")),
            Presence(sign.get("seal", "unknown")),
            printed_date(sign, page),
            sign.get("signer", ""),
            page.passage(sign.get("end", "（盖章）")),
        ),
        approval=approval_of(approval, page) if approval is not None else Approval(),
        unit=form.get("unit", ""),
        person=form.get("person", ""),
        unread=tuple(page.passage(line) for line in form.get("unread", [])),
    )


def field_of(key: str, text: str | None, page: Page) -> FormField:
    """A field by its key."""
    label = LABELS.get(key, key)
    return FormField(key, label, text and "".join(text.split()), text or "", page.passage(text or label))


def approval_of(approval: Case, page: Page) -> Approval:
    """The superior's end of the form."""
    opinion = approval.get("opinion", "")
    seal = Presence(approval.get("seal", "unknown"))
    return Approval(opinion, seal, printed_date(approval, page), page.passage(opinion or "审定意见"), printed=True)


def printed_date(given: Case, page: Page) -> PrintedDate:
    """A day, or the state in which its place was left."""
    value = given.get("date", "none")
    if isinstance(value, date):
        return PrintedDate(value, "filled", page.passage(given.get("text", f"{value.year}年{value.month}月{value.day}日")))
    return PrintedDate(None, value, page.passage(given.get("text", "" if value == "none" else "年   月   日")))


def item_of(n: int, item: Case, page: Page) -> CommitmentItem:
    """A promise."""
    return CommitmentItem(n, page.passage(item["t"]), headings=tuple(item.get("under", ())))


def annotation_of(item: Case) -> Annotation:
    """What is said to be understood of it."""
    text: str = item["t"]
    kind, _, words = str(item.get("target", "none")).partition(":")
    return Annotation(
        target=Target(TargetKind(kind), spans(text, words), hedged=item.get("hedged", False), floor=item.get("floor", False)),
        project=elements(text, item.get("project", "")),
        measures=elements(text, item.get("measures", "")),
        deadline=deadline_of(text, item),
        responsible=Responsible(tuple(item.get("who", ()))),
        dimensions=tuple(DimensionLabel(d) for d in item.get("dims", ())),
        part=Part(item.get("part", "other")),
        topics=tuple(item.get("topics", ())),
        wording=wording_of(text, item.get("is", ())),
        possible=tuple(map(perhaps, item.get("may", ()))),
    )


def perhaps(words: str) -> DimensionLabel:
    """A dimension that the promise might serve; "群众反映好~0.2" with that chance, without one as likely as not."""
    label, _, chance = words.partition("~")
    return DimensionLabel(label, (), float(chance or 0.5))


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    if not words:
        return ()
    at = text.index(words)
    return (Span(at, at + len(words)),)


def elements(text: str, words: str) -> Elements:
    """Project or measures; "?" is unsure, "?0.5" with that chance; "~0.1" is absent, though with that chance."""
    if words.startswith("?"):
        return Elements((), sure=False, chance=float(words[1:] or 0))
    return Elements(chance=float(words[1:])) if words.startswith("~") else Elements(spans(text, words))


def wording_of(text: str, faults: list[str]) -> Wording:
    """Faults of wording, each with its words after a colon."""
    given: dict[str, Any] = {}
    for fault in faults:
        name, _, words = fault.partition(":")
        given |= {"chance": float(name[1:])} if name.startswith("?") else {name: True, f"{name}_evidence": spans(text, words)}
    return Wording(**given)


def deadline_of(text: str, item: Case) -> Deadline:
    """The limit, from the norm of the gold sets."""
    phrase = item.get("phrase", "")
    found = text.find(phrase) if phrase else -1
    common = {
        "phrase": phrase,
        "span": Span(found, found + len(phrase)) if found >= 0 else None,
        "ambiguous": item.get("ambiguous", False),
        "note": item.get("note", ""),
    }
    norm = item.get("by")
    if norm is None:
        return Deadline(**common)
    if isinstance(norm, date):
        return Deadline(DeadlineKind.BY_DATE, end=norm, **common)
    head, _, tail = str(norm).partition(":")
    if head == "null":
        reason = DeadlineReason(tail)
        kind = DeadlineKind.NONE if reason is DeadlineReason.PSEUDO else DeadlineKind.INVALID
        return Deadline(kind, reason, **common)
    if "/" in head:
        start, end = map(date.fromisoformat, head.split("/"))
        return Deadline(DeadlineKind.RANGE, start=start, end=end, **common)
    period = Period(tail) if head == "recurring" else None
    return Deadline(DeadlineKind(head), period=period, event=tail if head == "event" else None, **common)
