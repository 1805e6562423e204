"""Text typed into form fields and text notes: no part of the page's content until it is made so."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from extractors.formats.pdfpage.content import PageContent, Run, Turn
from extractors.formats.pdfpage.letters import WIDE, plain
from extractors.formats.pdfpage.pdfium import calls
from extractors.model.passage import Box

_MOST_ANNOTATIONS = 2000
_LARGEST_TYPE = 12.0
_TICKED, _EMPTY = "☑", "☐"


def has_typed(page: Any) -> bool:
    """Whether the page has fields, text notes, stamps or ink."""
    raw = calls().raw
    kinds = _kinds()
    return any(raw.FPDFAnnot_GetSubtype(note) in kinds for note in _annotations(page))


def only_typed(document: Any, page: Any, number: int) -> Any:
    """The page emptied of its own content, with the appearances of its text fields, notes and stamps in its place: in
    memory only, for they can be read no other way. Its own content is read before, since fonts that it has from the
    page tree are lost by this. `page` is closed; None where pdfium cannot do it."""
    raw = calls().raw
    if not _all_there(document):
        raw.FPDF_ClosePage(page)
        return None
    for index in reversed(range(raw.FPDFPage_CountObjects(page))):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPage_RemoveObject(page, item):
            raw.FPDFPageObj_Destroy(item)
    for note in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(note) not in _kinds() or _ticks(note):
            raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_HIDDEN)
    done = raw.FPDFPage_GenerateContent(page) and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    raw.FPDF_ClosePage(page)
    return raw.FPDF_LoadPage(document, number) if done else None


def _all_there(document: Any) -> bool:
    """Whether each page of the tree is one: pdfium goes through all of them to write a page anew, and ends the process where
    it meets something else."""
    raw = calls().raw
    size = raw.FS_SIZEF()
    return all(raw.FPDF_GetPageSizeByIndexF(document, number, size) for number in range(raw.FPDF_GetPageCount(document)))


def undrawn(document: Any, page: Any, turn: Turn) -> list[Run]:
    """Values of fields and notes that have no appearance (the viewer is to draw them), set in the field's box, since
    nothing says where their characters will stand; and the ticks of check boxes, as ☑ or ☐. Hidden ones are left out.
    Call it while the page's annotations are as they were."""
    raw = calls().raw
    with_form = _Form(document)
    runs: list[Run] = []
    try:
        for note in _annotations(page):
            rect = raw.FS_RECTF()
            text = "" if raw.FPDFAnnot_GetFlags(note) & raw.FPDF_ANNOT_FLAG_HIDDEN else with_form.text(note)
            if text.strip() and raw.FPDFAnnot_GetRect(note, rect):
                runs.extend(_typeset(text, turn.box((rect.left, rect.bottom, rect.right, rect.top)), turn))
    finally:
        with_form.close()
    return runs


def add(content: PageContent, runs: list[Run], typed: PageContent | None) -> None:
    """Put what was typed behind what the page itself shows."""
    content.runs = [*content.runs, *runs, *(typed.runs if typed else ())]
    content.printed += sum(len("".join(run.text.split())) for run in runs)
    if typed:
        content.askew = [*content.askew, *typed.askew]
        content.pictures = [*content.pictures, *typed.pictures]
        content.unmapped += typed.unmapped
        content.printed += typed.printed


class _Form:
    """The fields of a document, which know values that they have from their parents."""

    def __init__(self, document: Any) -> None:
        raw = calls().raw
        self.settings = raw.FPDF_FORMFILLINFO(version=2)
        self.handle = raw.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(self.settings))

    def close(self) -> None:
        if self.handle:
            calls().raw.FPDFDOC_ExitFormFillEnvironment(self.handle)

    def text(self, note: Any) -> str:
        """What a viewer would show in the note that no appearance shows."""
        raw = calls().raw
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_WIDGET and (_ticks(note) or self._type(note) in self._boxes()):
            return _TICKED if _string(note, b"AS") not in ("", "Off") else _EMPTY
        if kind not in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT) or _has_appearance(note):
            return ""
        if kind == raw.FPDF_ANNOT_FREETEXT:
            return plain(_string(note, b"Contents"))
        if self._type(note) not in self._shown():
            return ""
        return plain(_text(lambda out, size: raw.FPDFAnnot_GetFormFieldValue(self.handle, note, out, size)))

    def _type(self, note: Any) -> int:
        return int(calls().raw.FPDFAnnot_GetFormFieldType(self.handle, note)) if self.handle else -1

    def _boxes(self) -> tuple[int, ...]:
        return calls().raw.FPDF_FORMFIELD_CHECKBOX, calls().raw.FPDF_FORMFIELD_RADIOBUTTON

    def _shown(self) -> tuple[int, ...]:
        raw = calls().raw
        return raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX


def _kinds() -> tuple[int, ...]:
    raw = calls().raw
    return raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK


def _has_appearance(note: Any) -> bool:
    raw = calls().raw
    return bool(raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2)


def _ticks(note: Any) -> bool:
    """Whether the note is a box to tick: it alone has a state (text fields and push buttons have none)."""
    return calls().raw.FPDFAnnot_GetSubtype(note) == calls().raw.FPDF_ANNOT_WIDGET and bool(_string(note, b"AS"))


def _annotations(page: Any) -> Iterator[Any]:
    raw = calls().raw
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            try:
                yield note
            finally:
                raw.FPDFPage_CloseAnnot(note)


def _string(note: Any, key: bytes) -> str:
    raw = calls().raw
    return _text(lambda out, size: raw.FPDFAnnot_GetStringValue(note, key, out, size))


def _text(get: Any) -> str:
    """What a call that fills a buffer with UTF-16 gives."""
    size = get(None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return bytes(memoryview(buffer).cast("B")[: max(0, size - 2)]).decode("utf-16-le", "replace")


def _typeset(text: str, area: Box, turn: Turn) -> list[Run]:
    """The lines of `text` from the top left of `area` (reading space), one below the other."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    em = max(1.0, min(_LARGEST_TYPE, (area[3] - area[1]) / (1.25 * max(1, len(lines)))))
    back = Turn(-turn.quarters % 4)
    runs = []
    for index, line in enumerate(lines):
        y = area[3] - em * (1.25 * index + 1.0)
        xs = [area[0] + 1.0]
        for char in line:
            xs.append(xs[-1] + (em if char >= WIDE else em / 2))
        boxes = [back.box((a, y - 0.2 * em, b, y + 0.9 * em)) for a, b in pairwise(xs)]
        runs.append(Run(line, xs, y, em, boxes))
    return runs
