"""A sentence of running text → the promises between its semicolons, without the words that pass on to them."""

from __future__ import annotations

import re

from extractors.items.blanks import is_blank
from extractors.items.clauses import ACTS, acts, amounts, has_time
from extractors.items.drafts import Draft, Reading
from extractors.items.labels import is_label
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing, is_story, steps_down
from extractors.items.sentences import parts, trimmed
from extractors.model import Passage

_GOES_ON = re.compile(r"(?:其中|具体(?:是|为|做法)?|即|并(?!购)|从而|以便|以此|确保|使(?!用)|让|力争|争取|届时|同时|由此|做到有)")
_VERB = re.compile(rf"(?:为|给|向|对|帮|把|将|到|全年|每[年月周天日季]|\d+月)?[^，、]{{0,14}}?{ACTS}")
_LEAD_IN = re.compile(
    r"(?:首先|先|再|接着|其次|然后|最后|还要|还想|下面)来?说(?:说|一说|一下)?[^，,。；;：:]{1,8}[。：:，,]|(?:还有|再有|再就是)[^，,。；;：:\d]{1,5}[。：:]|(?:此外|另外|同时|还有|再有|再就是|最后)(?:还有)?(?:一[件点条桩项](?:[小大]?事)?)?[，,：:]"
)
"""How a speaker passes on to the next promise (先说停车。 还有一件，)."""
AMOUNT = re.compile(r"\d|[一二三四五六七八九十两百千]+[户名件项次条人位亩台套间座所家岁场篇本组盏口处批份对头棵吨个辆]")
"""A digit, or a numeral before what it counts."""


def says_what(text: str) -> bool:
    """Whether a sentence names an amount, a time or something done."""
    plain = half_width(text)
    return amounts(plain) or has_time(plain) or acts(plain)


def read_clauses(sentence: Passage, headings: tuple[Passage, ...], reading: Reading, alone: bool, opens: bool) -> None:
    """The promises of a sentence between semicolons; `opens` a paragraph: then 同时 goes on from nothing."""
    if steps_down(half_width(sentence.text.replace(":", "：").partition("：")[0]) + "："):
        reading.drafts.append(Draft(sentence, headings=headings))  # the conditions behind the colon belong to it
        return
    for n, clause in enumerate(parts(_announced(sentence, reading), "；;")):
        text = half_width(clause.text)
        if is_closing(text):
            reading.closings.append(clause)
        elif is_blank(text) or (n and is_story(text)):
            continue
        elif reading.drafts and not n and _GOES_ON.match(text) and not (opens and text.startswith(("同时，", "同时,"))):
            reading.drafts[-1].passage = Passage.join((reading.drafts[-1].passage, clause), "。")
        else:
            pieces = _listed(clause) if alone and not n and clause.text[-1:] not in "；;" else [clause]
            reading.drafts.extend(Draft(without_lead_in(trimmed(p, "；;。，,、！!")), headings=headings) for p in pieces)


_YEAR = re.compile(r"\d{4}年|[一二两三四五六七八九十几]+[件条项个]")
_SPEAKS = re.compile(r"(?=[^：:；;。]*(?:我|支部|大家|今天))[^：:；;。]{8,40}[：:](?=[^；;]*[；;].)")


def _announced(sentence: Passage, reading: Reading) -> Passage:
    """A sentence of several clauses without the words before its colon that say nothing but that they come."""
    text = half_width(sentence.text)
    found = _SPEAKS.match(text)
    if found is None or amounts(_YEAR.sub("", found[0])) or is_label(text):
        return sentence
    reading.preambles.append(sentence.slice(0, found.end()).strip())
    return sentence.slice(found.end()).strip()


def without_lead_in(passage: Passage) -> Passage:
    """The promise without the words that pass on to it."""
    found = _LEAD_IN.match(half_width(passage.text))
    return passage if found is None or len(passage) - found.end() < 4 else passage.slice(found.end()).strip()


def _listed(clause: Passage) -> list[Passage]:
    """Parts between 、 where each has a verb and an amount of its own; else the clause as it is."""
    pieces = parts(clause, "、")
    if len(pieces) < 2 or not all(len(p) >= 6 and _VERB.match(p.text) and AMOUNT.search(p.text) for p in pieces):
        return [clause]
    ends = (re.split("[，,]", p.text)[-1] for p in pieces[:-1])
    return pieces if all(map(acts, ends)) else [clause]  # 结对3户，中秋、春节前各走访一次 lists days
