"""Focus topics of the notice, by the words that the pack gives."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.sheet import sheet_of


@Language.component("topics", assigns=["doc._.topics"])
def topics(doc: Doc) -> Doc:
    """Fill `sheet.topics`; headings count, because an item under 「学风建设」 is about it."""
    sheet = sheet_of(doc)
    if not sheet.context.topics:
        return doc
    text = sheet.item.text + "\n" + "\n".join(sheet.item.headings)
    sheet.topics = tuple(t.name for t in sheet.context.topics if any(word in text for word in t.words))
    return doc
