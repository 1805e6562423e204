"""The language pipeline: jieba's dictionary cut in a blank Chinese spaCy pipeline, one component an element."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import accumulate, pairwise

import rjieba
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.language import sheet as sheets
from extractors.language.asked import Asked
from extractors.language.lexicon import store
from extractors.language.numerals import HALF, Alphabet
from extractors.language.signs import PLAIN, TEXT, signs
from extractors.language.typed.habits import retyped
from extractors.language.typed.offsets import Offsets
from extractors.model import Annotation, CommitmentItem, FormKind, ReadingContext

ORDER = (
    "lexicon_hits", "clauses", "deadline", "amounts", "concreteness", "target", "project", "measures", "responsible",
    "dimensions", "wording", "part", "topics", "learned",
)
"""The components, each in the module of its name (`lexicon_hits` below)."""

_TOGETHER = 100
"""So many items at most are one document: it bounds the memory that a table of thousands takes."""

_EDGES = "chengnuo.edges"
"""Where on a document the boundaries of its tokens are kept."""


class DictionaryTokenizer:
    """Cuts with rjieba: jieba's dictionary and model, many times faster. The words differ at dotted dates (2012.6.30),
    which no component reads by tokens. What the components read are the boundaries; the tokens themselves are left out of
    the document, because to make them costs more than the cut."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = rjieba.cut(text, True)
        doc = Doc(self.vocab)
        doc.user_data[_EDGES] = set(accumulate(map(len, words), initial=0))
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to keep: the dictionary is rjieba's own."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> DictionaryTokenizer:
        """See `to_bytes`."""
        return self


@Language.component("lexicon_hits", assigns=["doc._.hits"])
def lexicon_hits(doc: Doc) -> Doc:
    """Fill `hits` of every sheet from all lexicons in one pass."""
    find, edges = store().lexicon.find, doc.user_data[_EDGES]
    for sheet in sheets.sheets_of(doc):
        sheet.hits = find(sheet.text, edges, sheet.at)
    return doc


@lru_cache(maxsize=1)
def language() -> Language:
    """The pipeline, built on first use."""
    sheets.register()
    nlp = spacy.blank("zh")
    nlp.tokenizer = DictionaryTokenizer(nlp.vocab)
    for name in ORDER:
        if name != "lexicon_hits":
            import_module(f"extractors.language.{name}")
        nlp.add_pipe(name)
    return nlp


@lru_cache(maxsize=1)
def _steps() -> tuple[Callable[[Doc], Doc], ...]:
    """The components in order. `nlp(doc)` would look up settings and error handlers for each, longer than some work."""
    return tuple(component for _, component in language().pipeline)


@lru_cache(maxsize=1)
def _plain() -> Alphabet:
    """How deadlines want their text spelled; their grammar is loaded with the components."""
    from extractors.language.deadlines.plain import TABLE

    return Alphabet(TABLE)


def prepare(items: Sequence[CommitmentItem], kind: FormKind, context: ReadingContext) -> Doc:
    """The document of some items of a form, each in lines of its own and with its empty work sheet."""
    return _document([(item, Asked(items, kind, context)) for item in items])


def _document(asked: Sequence[tuple[CommitmentItem, Asked]]) -> Doc:
    items, offsets = _plainly([item for item, _ in asked])
    whole, starts, stretches = _joined(items)
    text, plain = HALF.spell(whole), _plain().spell(whole)
    doc, bits = language().make_doc(text), TEXT.read(text)
    told = zip(asked, items, offsets, starts, signs(bits, stretches), signs(PLAIN.read(plain), stretches), strict=False)
    found = [
        sheets.Sheet(item, form.kind, form.context, text[at : (end := at + len(item.text))], at, plain[at:end], ours, theirs, moved)
        for (_, form), item, moved, at, ours, theirs in told
    ]
    sheets.attach(doc, found, bits)
    return doc


def _plainly(items: list[CommitmentItem]) -> tuple[list[CommitmentItem], list[Offsets | None]]:
    """The items as the components see them, and the ways back from those that were typed otherwise."""
    whole, _, stretches = _joined(items)
    offsets = retyped(items, whole, stretches)
    return [item if moved is None else moved.item(item) for item, moved in zip(items, offsets, strict=True)], offsets


def _joined(items: Sequence[CommitmentItem]) -> tuple[str, list[int], list[int]]:
    """The texts of the items in lines of their own; where each begins, and where each begins and ends, in turns."""
    texts = [item.text for item in items]
    starts = [0, *accumulate([len(text) + 1 for text in texts])]
    return "\n".join(texts), starts, [place for at, after in pairwise(starts) for place in (at, after - 1)]


def run(forms: Sequence[Asked]) -> Iterator[Annotation]:
    """Understand the items of some forms in their order. Each component goes through the items of many forms before the
    next one begins: that keeps its tables in the processor's caches."""
    asked = [(item, form) for form in forms for item in form.items]
    for first in range(0, len(asked), _TOGETHER):
        for sheet in _understood(asked[first : first + _TOGETHER]):
            yield sheet.annotation()


def _understood(asked: Sequence[tuple[CommitmentItem, Asked]]) -> Sequence[sheets.Sheet]:
    """The finished sheets of a document. The collector of circles waits so long: here are none, and it would go through
    all that is known of each item again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        doc = _document(asked)
        for component in _steps():
            doc = component(doc)
    finally:
        if collects:
            gc.enable()
    return sheets.sheets_of(doc)
