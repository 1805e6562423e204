"""Document → Forms: which 公开承诺书 a file holds, their fields, the place of their promises, signature and opinion."""

from __future__ import annotations

from dataclasses import replace

from extractors.errors import NoFormFound
from extractors.forms.assembly import append, assemble, continues, put_aside
from extractors.forms.attachments import attached, restates
from extractors.forms.declaring import without_story
from extractors.forms.gathering import gather
from extractors.forms.holding import holds_form
from extractors.forms.purposes import other_purpose
from extractors.forms.sealing import with_marks
from extractors.forms.seeming import OTHERS, blank_message, no_form_message, seems_to_be
from extractors.forms.segments import segments
from extractors.forms.untouched import untouched
from extractors.model import Document, Form, Passage

__all__ = ["filled_forms", "find_forms"]


def find_forms(document: Document) -> tuple[Form, ...]:
    """The forms of a document in reading order, continuation sheets appended to the form they continue.

    Raises NoFormFound with a message of what the file seems to be."""
    forms: list[Form] = []
    seems: bool | None = None
    page: tuple[Passage, ...] = ()
    others = ""
    for segment in segments(document):
        page += segment.page
        parts = gather(segment)
        before = forms[-1] if forms else None
        if continues(segment, parts, before):
            forms[-1] = append(forms[-1], segment, parts)
            continue
        if before is not None and attached(segment, parts, before):
            forms[-1] = put_aside(before, segment, parts) if restates(parts, before) else append(before, segment, parts)
            continue
        if seems is None:
            # A title of its own at the top outweighs words like 公示 and 一览表 in it.
            seems = not (segment.title or parts.title) and seems_to_be(document) != ""
        if holds_form(segment, parts, seems):
            forms.append(without_story(assemble(replace(segment, page=page), parts, len(forms))))
            page = ()
        elif other_purpose(segment, parts):
            others = OTHERS
    if not forms:
        raise NoFormFound(no_form_message(document, others))
    found = tuple(with_marks(form, document) for form in forms)
    return tuple(replace(form, warnings=document.warnings) for form in found) if document.warnings else found


def filled_forms(document: Document) -> tuple[Form, ...]:
    """The forms of a document in which anything is written. Raises NoFormFound, also where all of them are blank templates."""
    found = find_forms(document)
    filled = tuple(form for form in found if not untouched(form))
    if not filled:
        raise NoFormFound(blank_message(document), "请核对是否误放了样表；是报送单位交来的，请其填写后重新报送。")
    return filled
