"""Lines of running text before they are read: speakers, titles and leads taken off, what a page's edge broke put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.items import letters
from extractors.items.blanks import is_noise, is_unfilled, without_asides
from extractors.items.clauses import ACTS, amounts, complete
from extractors.items.drafts import Reading
from extractors.items.headings import pure_label
from extractors.items.labels import is_label
from extractors.items.ordinals import half_width
from extractors.items.roles import is_preamble
from extractors.items.running_clauses import AMOUNT
from extractors.items.sentences import parts
from extractors.model import Passage

_LEAD = re.compile(
    r"[^；;]*?(?:承诺|保证|公诺|许诺|决定|打算|做到|如下|以下|下列|几点|几条|几个方面|几项|抓好|努力做好)[^：:；;。，,]{0,16}[：:]\s*|(?:为此[，,])?(?:现|在此|今)?(?:我|本人|我们|本支部|我支部|支部)?(?:们|全体党员)?(?:还|也|再)?(?:在此|现|特|自愿|向[^，。；：]{1,20})?(?:公开|郑重|庄严|庄重)*(?:作出|做出)?承诺(?:如下|以下几点)?[，,：:]\s*"
)
_EDGE = 64
"""A page breaks a line of so many letters at the latest."""
_AMOUNT_ENDS = re.compile(r"[\d一二三四五六七八九十两百千万]\s*(?:公里|公斤|平方米|立方米|万?元|[户名件项次人位亩台套间座所家场篇本组盏口处批份头棵吨个辆%％米])$")
_LABELLED = re.compile(r"[^，,。；;：:\d]{2,6}[：:](?=.{4})")
ANEW = re.compile("(?:[一-鿿·]{2,4}(?:同志)?|我|本人)(?:郑重|公开)?承诺(?!书|事项|内容|的)")
"""A line on which somebody begins to promise."""
LONGEST_NAME = 10
"""Letters of a name over promises, or of a title over one of them, at most."""
_SPEAKER = re.compile(r"(?<=[。！!”’；;])\s*[—–-]{1,2}[ \u3000]*(?:[^\s，,。；;：:]{2,14}[ \u3000]*)?[一-鿿·]{2,4}$")


def unsigned(passage: Passage) -> Passage:
    """The words without the speaker behind them (“……。”——司机　张某), and without the quotation marks round all of them."""
    text = passage.text
    if "—" in text or "-" in text[-20:]:
        found = _SPEAKER.search(text)
        passage = passage.slice(0, found.start()).strip() if found is not None else passage
        text = passage.text
    quoted = text[:1] == "“" and text[-1:] == "”" and text.count("“") == 1
    return passage.slice(1, len(text) - 1).strip() if quoted else passage


_TITLE = re.compile(r"[^，,。；;：:]{4,30}(?:承诺[书卡表]?|安排表|一览表|登记表|清单|台账|公示)[”》]?")


def is_title(text: str) -> bool:
    """Whether a line is called a form or a list (党支部承诺事项季度安排表)."""
    return _TITLE.fullmatch(text) is not None


def begins_with_title(paragraphs: Sequence[Passage]) -> bool:
    """Whether the first line is a title: one that is called so, or the only short one without a stop."""
    first, rest = paragraphs[0].text if paragraphs else "", paragraphs[1:]
    if not rest or first[-1:] in "。；;！!？?" or len(first) > 30:
        return False
    if (label := _LABELLED.match(first)) is not None and not re.match(ACTS, first[label.end() :]):  # a particular of the promiser over whole sentences
        return len(rest) > 1 and all(complete(p.text) and not _LABELLED.match(p.text) for p in rest)
    if amounts(first):
        return False
    return is_title(first) or (len(rest) == 1 and len(first) <= LONGEST_NAME and _LEAD.match(half_width(rest[0].text)) is not None) or (len(rest) > 1 and len(first) <= 16 and all(complete(p.text) for p in rest))


def is_void(text: str) -> bool:
    """Whether a line says nothing of promises: noise, a place left empty, an aside, a heading alone."""
    if is_label(text):
        return False
    return is_noise(text) or is_unfilled(text) or (text[:1] in "（(【" and not without_asides(text).strip()) or (pure_label(text) and not complete(text))


def joined(paragraphs: list[Passage]) -> list[Passage]:
    """Lines that a page's edge broke are put together: a long line without a stop goes on in the next; where no line has
    a stop, only a line as long as a page is wide."""
    widest = max((len(p) for p in paragraphs), default=0)
    ended = any(complete(p.text) for p in paragraphs)
    full = max(24, widest * 0.8)
    if not ended:
        return paragraphs
    found: list[Passage] = []
    for paragraph in paragraphs:
        before = found[-1].text if found else ""
        broken = before and not letters.announces(before) and full <= len(before.rsplit("\n", 1)[-1]) <= _EDGE and not complete(before) and before[-1] not in "：:" and not _begins_anew(paragraph.text, before)
        if broken:
            found[-1] = Passage.join((found[-1], paragraph))
        else:
            found.append(paragraph)
    return found


def _begins_anew(text: str, before: str) -> bool:
    """Whether a line below one without a stop begins a promise of its own: by its promiser, by a label as the one above
    has, or as a whole of its own (a verb and an amount) below a line that ends with an amount."""
    if ANEW.match(text) or (_LABELLED.match(text) and _LABELLED.match(before)):
        return True
    return _AMOUNT_ENDS.search(before) is not None and re.match(f"新?{ACTS}", text) is not None and AMOUNT.search(text) is not None


def without_lead(passage: Passage, reading: Reading) -> Passage | None:
    """The passage after “……承诺如下：”; None where the whole of it opens, closes or tells a story."""
    text = half_width(passage.text)
    lead = _LEAD.match(text)
    if lead is not None and not pure_label(text[: lead.end()]):
        reading.preambles.extend(parts(passage.slice(0, lead.end()), "。！"))
        passage = passage.slice(lead.end()).strip()
    elif is_preamble(text):
        reading.preambles.extend(parts(passage, "。！"))
        return None
    return passage if passage.text else None
