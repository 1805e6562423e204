"""Supplements: what an owner hands in later to add to a form, as against a new version that replaces it.

A file says itself that it adds (补充 in its title or name) and prints no fields; or it prints no fields and not one of
its promises takes the place of one in the form that came before. The first is a supplement; of the second nobody can be
sure, so it is kept beside the form, and the clerk is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from extractors.model import Form, PdfPlace, WordPlace
from pipeline.pairing import ALIKE, EQUAL, paired
from pipeline.records import SUPPLEMENTS, Addition, FindingRecord, FormRecord, PdfPlaceRecord, WordPlaceRecord
from rules.engine import whole_form_codes
from rules.packs import OWN

_Place = WordPlace | PdfPlace | WordPlaceRecord | PdfPlaceRecord
_SAYS_SO = re.compile(r"补充|增补|补报|追加|附页|续页")
_AT_SIGNATURE = frozenset({"phone", "head", "member_count"})


def says_so(form: Form, file_name: str) -> Addition:
    """What a form tells by itself: "yes" where its title or file calls it a supplement and it has no fields of its own."""
    named = _SAYS_SO.search(form.title.text) or _SAYS_SO.search(PurePosixPath(file_name).stem)
    return "yes" if named and not _heads(_keys(form)) else "no"


def _keys(form: Form) -> Iterator[str]:
    """The keys of a form's fields; the owner counts only where he is named elsewhere than in the signature."""
    end = form.signing.passage.anchor().places
    return (f.key for f in form.fields if f.key != "org_name" or not _inside(f.passage.anchor().places, end))


def _recorded(form: FormRecord) -> Iterator[str]:
    """The same of a record."""
    end = form.sign.anchor.places
    return (key for key, f in form.fields.items() if key != "org_name" or not _inside(f.anchor.places, end))


def _inside(places: Sequence[_Place], end: Sequence[_Place]) -> bool:
    """Whether places stand on the lines of a signature (承诺单位：……)."""
    return bool(places) and all(any(_together(place, line) for line in end) for place in places)


def _together(one: _Place, other: _Place) -> bool:
    """Whether two places share a paragraph, or a line of a page."""
    if isinstance(one, WordPlace | WordPlaceRecord) and isinstance(other, WordPlace | WordPlaceRecord):
        return (one.part, one.paragraph) == (other.part, other.paragraph)
    if isinstance(one, PdfPlace | PdfPlaceRecord) and isinstance(other, PdfPlace | PdfPlaceRecord):
        pairs = ((a, b) for a in one.boxes for b in other.boxes)
        return one.page == other.page and any(a[1] < b[3] and b[1] < a[3] for a, b in pairs)
    return False


def _heads(keys: Iterable[str]) -> bool:
    """Whether these are fields of a form's head; what a signature prints beside the name (书记：……　电话：……) is none."""
    return any(key not in _AT_SIGNATURE for key in keys)


def weigh(forms: Sequence[FormRecord]) -> list[Addition]:
    """Which of one owner's forms, in the order in which they came, only add to another. Without a form to add to, a
    supplement stands for the form, and that is uncertain."""
    bare = [not _heads(_recorded(form)) for form in forms]
    told = [form.addition == "yes" for form in forms]
    if all(told):
        return alone("yes") * len(forms)
    return [
        "yes" if told[n] else "unsure" if bare[n] and _adds(form, forms[:n]) else "no" for n, form in enumerate(forms)
    ]


def alone(told: Addition) -> list[Addition]:
    """The same of the only form of its owner."""
    return ["no" if told == "no" else "unsure"]


def _adds(form: FormRecord, before: Sequence[FormRecord]) -> bool:
    """Whether a form with promises of its own came before and none of them is written anew in this one."""
    first = next((f for f in before if _heads(_recorded(f)) and f.items), None)
    if first is None or not form.items:
        return False
    return not any(pair.how in (EQUAL, ALIKE) for pair in paired([i.text for i in first.items], [i.text for i in form.items]))


def settled(
    form: FormRecord, version: int, addition: Addition, *, beside: bool, met: frozenset[str] = frozenset()
) -> FormRecord:
    """The record with its place among the owner's forms. What is asked of a form as a whole (a 制度, all dimensions, the
    day of receipt) is not asked of what lies `beside` one, and rules in `met` were met by the version that came first."""
    spared = beside and addition != "no"
    findings = tuple(f for f in form.findings if not ((spared and _of_whole(f)) or f.code in met))
    template = SUPPLEMENTS.get(addition, form.template)
    return form.model_copy(update={"version": version, "template": template, "findings": findings})


def _of_whole(finding: FindingRecord) -> bool:
    """Whether a finding is about the form as a whole; a notice's own rules tell it by their scope."""
    return finding.code in whole_form_codes() or (finding.code[0] == OWN and finding.scope == "form")
