"""Focus topics of the notice, by the words that the pack gives."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import Lexicon
from extractors.language.sheet import forms_of
from extractors.model import Topic


@Language.component("topics", assigns=["doc._.topics"])
def topics(doc: Doc) -> Doc:
    """Fill `topics` of every sheet; headings count, because an item under 「学风建设」 is about it."""
    given: tuple[Topic, ...] = ()
    for _, context, sheets in forms_of(doc):
        if context.topics is not given:  # to compare or hash them takes longer than to look for them
            given = context.topics
            named = _words(given).named
        for sheet in sheets if given else ():
            found = named("\n".join((sheet.item.text, *sheet.item.headings)))
            if found:
                sheet.topics = tuple([topic.name for topic in given if topic.name in found])
    return doc


@lru_cache(maxsize=8)
def _words(given: tuple[Topic, ...]) -> Lexicon:
    """The words of a notice's topics, each with the names of its topics."""
    words: dict[str, list[str]] = {}
    for topic in given:
        for word in topic.words:
            words.setdefault(word, []).append(topic.name)
    return Lexicon(words)
