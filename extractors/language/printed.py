"""What the notice's dimensions are called where a form prints them: in a heading, or before a colon at the start of an item."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from extractors.language.lexicon import store
from extractors.language.signs import ALL, TEXT
from extractors.model import CommitmentItem, FormKind, ReadingContext

Names = list[tuple[str, str]]
"""What may be printed, with the label that it means; longer names first."""

_RESPECT = TEXT.gate("([^:：,，。;；\n]{2,4}(?:方面|上))(?:[（(][^（()）]{1,12}[）)])?[:：]")
LEAD = TEXT.gate("[^:：,，。;；\n]{2,16}[:：]")
CAPTION = TEXT.gate("(?P<caption>(?![不无未没禁严拒戒勿切])[一-龥]{2,6})。(?=[^。\n]{8})")
"""A sentence too short to be a promise before the promise itself (抓实事。为寄宿生购置棉被。): a heading of its own."""


def names(kind: FormKind, context: ReadingContext) -> Names:
    """What may be printed of the form's set."""
    chosen = context.dimensions
    if not chosen:
        return _built_in(kind)
    aliases, known = _of_sets.get(chosen.labels, (None, []))
    if aliases is not chosen.aliases:  # those of a notice are one object: to compare or hash them takes longer than all the rest
        if len(_of_sets) >= _MOST:
            _of_sets.clear()
        known = _longest_first({**chosen.aliases, **{label: label for label in chosen.labels}})
        _of_sets[chosen.labels] = chosen.aliases, known
    return known


_MOST = 64
_of_sets: dict[tuple[str, ...], tuple[Mapping[str, str], Names]] = {}
"""The names of a set by its labels, with the aliases that they were made of."""


@lru_cache(maxsize=8)
def _built_in(kind: FormKind) -> Names:
    return _longest_first({label: label for words in store().sets if kind.value in words.kinds for label in words.labels})


def _longest_first(labels: dict[str, str]) -> Names:
    return sorted(labels.items(), key=lambda pair: -len(pair[0]))


def label_in(text: str, known: Names) -> str:
    """The label that a heading prints; "" where it prints none."""
    for name, label in known:
        if name in text:
            return label
    return ""


def lead(text: str, known: Names) -> tuple[str, int]:
    """The label that an item prints before its first colon or as its caption (带头学习提高：…, 带头学习提高。…), and where the promise itself begins;
    "" and 0 where it prints none."""
    start = LEAD.match(text) or CAPTION.match(text)
    label = label_in(start.group(), known) if start else ""
    return (label, start.end()) if start and label else ("", 0)


def headings(item: CommitmentItem, signs: int = ALL) -> tuple[str, ...]:
    """The headings over an item, and last the one that it brings itself: in what respect it promises (学习方面：…, 生活上（…）：…, 抓学习。…).
    `signs` are those of its text."""
    own = (_RESPECT.match(item.text) if signs & _RESPECT.sign else None) or (CAPTION.match(item.text) if signs & CAPTION.sign else None)
    return (*item.headings, own.group(1)) if own else item.headings
