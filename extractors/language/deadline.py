"""The deadline's place in the pipeline; the grammar itself is `extractors.language.deadlines`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.sheet import forms_of


@Language.component("deadline", assigns=["doc._.deadline"])
def deadline(doc: Doc) -> Doc:
    """Fill `deadline` of every sheet."""
    from extractors.language.deadlines import Surroundings

    for _, context, sheets in forms_of(doc):
        around = None
        for sheet in sheets:
            if around is None or around.frames != sheet.item.frames:
                around = Surroundings(sheet.item.frames, context)
            sheet.deadline = around.deadline(sheet.item, sheet.plain, sheet.plain_signs)
    return doc
