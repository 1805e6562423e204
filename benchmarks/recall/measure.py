"""Text recall: the share of an independent reading's characters that ours has too."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

GRAM = 5
_BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffc\x00-\x1f]+")
_BULLET = re.compile(r"^[ \t]*[•◦○●▪■□◆◇➢❖✓✔*·o–§Øv\ue000-\uf8ff-][ \t]", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Reference:
    """Readings by somebody else: `plain` in reading order; `whole` with text boxes and notes ("" where there is no such
    reading); `unseen` is what `plain` holds though no page shows it, `deleted` what the file keeps as deleted: nobody is
    asked to read either."""

    plain: str
    whole: str = ""
    unseen: str = ""
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares from 0 to 1: characters of the plain and of the whole reading, and sequences of five of the plain one.
    `length` counts the reference's characters; `missing` is a sample of what ours lacks."""

    plain: float
    whole: float
    order: float
    length: int
    missing: str = ""

    @property
    def lowest(self) -> float:
        """What the file is judged by."""
        return min(self.plain, self.whole)


def squeeze(text: str) -> str:
    """The text without blanks, invisible characters and bullets (fonts draw them, each program names them otherwise),
    compatibility forms and the non-breaking hyphen unified."""
    plain = _PRIVATE.sub("", _BULLET.sub("", text))
    return _BLANK.sub("", unicodedata.normalize("NFKC", plain)).replace("\u2010", "-")


def recall(ours: str, reference: Reference) -> Recall:
    """How much of the reference ours has. A reference without text is met by anything."""
    own, plain, whole = map(squeeze, (ours, reference.plain, reference.whole))
    deleted = squeeze(reference.deleted)
    unseen = squeeze(reference.unseen) + deleted
    return Recall(
        _share(Counter(plain), Counter(own), Counter(unseen)),
        _share(Counter(whole), Counter(own), Counter(deleted)),
        _share(_grams(plain), _grams(own), _grams(unseen)),
        max(len(plain) - len(unseen), len(whole)),
        _missing(own, whole or plain),
    )


def _grams(text: str) -> Counter[str]:
    return Counter(text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def _share(wanted: Counter[str], ours: Counter[str], excused: Counter[str]) -> float:
    lacking = wanted - ours
    forgiven = (lacking & excused).total()
    asked = wanted.total() - forgiven
    return 1.0 if asked <= 0 else 1 - (lacking.total() - forgiven) / asked


def _missing(own: str, wanted: str) -> str:
    """The beginnings of what the reference says and ours does not, by sequences of five characters."""
    known = {own[at : at + GRAM] for at in range(len(own) - GRAM + 1)}
    found: list[str] = []
    at = 0
    while at < len(wanted) - GRAM + 1 and len(found) < 3:
        if wanted[at : at + GRAM] in known:
            at += 1
            continue
        start = at
        while at < len(wanted) - GRAM + 1 and wanted[at : at + GRAM] not in known:
            at += 1
        found.append(wanted[start : min(at + GRAM - 1, start + 40)])
    return " … ".join(found)
