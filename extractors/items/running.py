"""Promises without numbers: list-like paragraphs, labelled blocks, and prose cut into clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.items import labelled, letters
from extractors.items.clauses import acts, amounts, complete, concrete, has_time
from extractors.items.drafts import Reading
from extractors.items.introductions import leading_up
from extractors.items.labels import binds_all, is_label
from extractors.items.ordinals import half_width
from extractors.items.paragraphs import body_of, common_head, head_of, is_prose, read_paragraph, whole_draft
from extractors.items.roles import is_closing, is_preamble, is_story
from extractors.items.running_lines import (
    ANEW,
    LONGEST_NAME,
    begins_with_title,
    is_void,
    joined,
    unsigned,
    without_lead,
)
from extractors.model import Passage

_FAREWELL = re.compile(r"[^；;。]*(?:为|以|用)[^；;。]{2,40}(?:而(?:努力|奋斗|不懈)|贡献|力量|添砖加瓦|增光添彩|添彩|增光|献礼|迎接(?=[^。；;]*(?:召开|到来|周年|胜利|华诞|大庆))|风采|形象)[^；;。]{0,8}[。！!]?$")
_STORY = 2
"""So many paragraphs lead up to an announcement, and come behind it, at least."""
_COMES = re.compile("(?:承诺|保证|许下)[^。；;：:]{0,16}[：:]$")
_LISTED = 3
"""So many lines that end with a semicolon are a list."""


def read(paragraphs: Sequence[Passage], headings: tuple[Passage, ...]) -> Reading:
    """The promises of unnumbered paragraphs that stand together; a heading left alone is none."""
    reading = Reading()
    kept = [p for p in (unsigned(q.strip()) for q in paragraphs) if p.text and not is_void(half_width(p.text))]
    if _bound(kept):
        reading.closings.append(kept.pop())
    if any(is_label(half_width(p.text)) for p in kept):
        labelled.read(kept, headings, reading)
        return reading
    if names := _named(kept):
        for at, end in pairwise((0, *names, len(kept))):
            over = (*headings, kept[at]) if at in names else headings
            reading.take(read(kept[at + 1 if at in names else 0 : end], over))
        return reading
    if begins_with_title(kept):
        reading.preambles.append(kept.pop(0))
    kept = _from_vows(_behind_announcement(joined(kept), reading), reading)
    if begun := leading_up(kept):
        reading.preambles.extend(kept[:begun])
        kept = kept[begun:]
    listed = sum(p.text[-1] in "；;" for p in kept) >= _LISTED
    bodies = [b for p in kept if (rest := without_lead(p, reading)) and (b := body_of(rest, reading, listed)).kept]
    headed, prose = common_head(bodies), is_prose(bodies)
    for body in bodies:
        if headed and head_of(body) == headed:
            reading.drafts.append(whole_draft(body, headings))
        else:
            read_paragraph(body, headings, reading, prose and not headed, len(bodies) == 1)
    _farewell(reading)
    return reading


def _bound(paragraphs: Sequence[Passage]) -> bool:
    """Whether the last line is the only label, and says of all the promises over it when they are kept or by whom."""
    texts = [half_width(p.text) for p in paragraphs]
    return len(texts) > _BOUND and binds_all(texts[-1]) and is_label(texts[-1]) and all((complete(t) or t[-1] in "：:") and not is_label(t) for t in texts[:-1])


_BOUND = 2
"""More lines than so many are a list, of which one label below it speaks."""
_NAMES = 2
"""So many names at least, and so many letters may one be longer than another."""


def _named(paragraphs: Sequence[Passage]) -> list[int]:
    """The short lines without a stop, as long as one another, each over whole sentences of which no other line is without one
    (谋事要实 / 驻村三月。/ 创业要实 / ……); what stands over the first of them promises nothing."""
    texts = [half_width(p.text) for p in paragraphs]
    names = [i for i, text in enumerate(texts) if not complete(text)]
    lengths = [len(texts[i]) for i in names]
    if len(names) < _NAMES or max(lengths) > LONGEST_NAME or max(lengths) - min(lengths) > _NAMES or any(b - a == 1 for a, b in pairwise((*names, len(texts)))):
        return []
    if any(re.search("[，,：:、]", texts[i]) or amounts(texts[i]) or has_time(texts[i]) for i in names):
        return []
    return names if all(is_preamble(t) or is_story(t) or letters.tells(t) or "承诺" in t for t in texts[: names[0]]) else []


def _behind_announcement(paragraphs: list[Passage], reading: Reading) -> list[Passage]:
    """What comes behind a paragraph that ends in announcing the promises (……支部承诺办好三件事：); a story of several paragraphs
    that leads up to it promises nothing."""
    at = next((i for i, p in enumerate(paragraphs) if p.text[-1] in "：:" and _COMES.search(p.text)), 0)
    if at < _STORY or len(paragraphs) - at <= _STORY or any(p.text[-1] in "；;：:" for p in paragraphs[:at]):
        return paragraphs
    reading.preambles.extend(paragraphs[: at + 1])
    return paragraphs[at + 1 :]


def _from_vows(paragraphs: list[Passage], reading: Reading) -> list[Passage]:
    """The paragraphs from the first on that says 我承诺, where others say it again: what stands before them tells of the promiser."""
    vows = [i for i, p in enumerate(paragraphs) if "承诺" in p.text and ANEW.match(p.text) and not is_closing(half_width(p.text))]
    if len(vows) < _VOWS or not vows[0]:
        return paragraphs
    reading.preambles.extend(paragraphs[: vows[0]])
    return paragraphs[vows[0] :]


_VOWS = 2
"""So many paragraphs that begin with 我承诺 are the promises, at least."""


def _farewell(reading: Reading) -> None:
    """A last sentence that only vows (为……贡献力量) or alone calls out (……，争做人民满意的好司机！) closes the text."""
    if len(reading.drafts) > 1:
        last = reading.drafts[-1].passage
        called = last.text[-1:] in "！!" and not any(d.passage.text[-1:] in "！!" for d in reading.drafts[:-1]) and not acts(last.text)
        if (called or _FAREWELL.match(last.text)) and not concrete(half_width(last.text)):
            reading.closings.append(reading.drafts.pop().passage)
