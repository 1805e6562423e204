"""Promises without numbers: list-like paragraphs, labelled blocks, and prose cut into clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.items import labelled, letters
from extractors.items.blanks import is_blank, is_noise, is_unfilled, without_asides
from extractors.items.clauses import ACTS, abstract, acts, amounts, complete, concrete, has_time
from extractors.items.drafts import Draft, Reading
from extractors.items.headings import pure_label
from extractors.items.introductions import leading_up
from extractors.items.labels import binds_all, is_label
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing, is_preamble, is_story, steps_down
from extractors.items.sentences import parts, trimmed
from extractors.model import Passage
from extractors.model.value_class import value_class

_LEAD = re.compile(
    r"[^；;]*?(?:承诺|保证|公诺|许诺|决定|打算|做到|如下|以下|下列|几点|几条|几个方面|几项|抓好|努力做好)[^：:；;。，,]{0,16}[：:]\s*|(?:为此[，,])?(?:现|在此|今)?(?:我|本人|我们|本支部|我支部|支部)?(?:们|全体党员)?(?:还|也|再)?(?:在此|现|特|自愿|向[^，。；：]{1,20})?(?:公开|郑重|庄严|庄重)*(?:作出|做出)?承诺(?:如下|以下几点)?[，,：:]\s*"
)
_GOES_ON = re.compile(r"(?:其中|具体(?:是|为|做法)?|即|并(?!购)|从而|以便|以此|确保|使(?!用)|让|力争|争取|届时|同时|由此|做到有)")
_FAREWELL = re.compile(r"[^；;。]*(?:为|以|用)[^；;。]{2,40}(?:而(?:努力|奋斗|不懈)|贡献|力量|添砖加瓦|增光添彩|添彩|增光|献礼|迎接(?=[^。；;]*(?:召开|到来|周年|胜利|华诞|大庆))|风采|形象)[^；;。]{0,8}[。！!]?$")
_VERB = re.compile(rf"(?:为|给|向|对|帮|把|将|到|全年|每[年月周天日季]|\d+月)?[^，、]{{0,14}}?{ACTS}")
_LEAD_IN = re.compile(
    r"(?:首先|先|再|接着|其次|然后|最后|还要|还想|下面)来?说(?:说|一说|一下)?[^，,。；;：:]{1,8}[。：:，,]|(?:还有|再有|再就是)[^，,。；;：:\d]{1,5}[。：:]|(?:此外|另外|同时|还有|再有|再就是|最后)(?:还有)?(?:一[件点条桩项](?:[小大]?事)?)?[，,：:]"
)
"""How a speaker passes on to the next promise (先说停车。 还有一件，)."""
_PAGE = 28
"""Letters in a line of a page, at least (A4, 三号)."""
_RAGGED = 4
"""Full lines of a page differ in so many letters at most."""
_FULL_LINES = 2
"""Where nothing has a stop, so many lines that fill the page tell that they go on."""
_EDGE = 64
"""A page breaks a line of so many letters at the latest."""
_STORY = 2
"""So many paragraphs lead up to an announcement, and come behind it, at least."""
_COMES = re.compile("(?:承诺|保证|许下)[^。；;：:]{0,16}[：:]$")
_LISTED = 3
"""So many lines that end with a semicolon are a list."""
_WATCHED = re.compile("(?:自觉|主动|诚恳|自愿)*接受[^；;]*监督")
"""A promise to be watched, where it is one line of a list; at the end of a text it closes."""
_HEADED = 3
"""So many paragraphs that begin with a short sentence are points with headings of their own."""
_HEAD = re.compile(r"[^。；;：:]{2,12}。(?=.)")
_TOPIC = re.compile(r"(?P<topic>(?:在|就|关于)[^。；;：:，,]{2,14}(?:上|方面|中|里|问题)[，,])|(?P<watchword>[“「][^“”「」]{2,12}[”」]\s*(?:—+|[：:，,]))")
_AMOUNT_ENDS = re.compile(r"[\d一二三四五六七八九十两百千万]\s*(?:公里|公斤|平方米|立方米|万?元|[户名件项次人位亩台套间座所家场篇本组盏口处批份头棵吨个辆%％米])$")
_LABELLED = re.compile(r"[^，,。；;：:\d]{2,6}[：:](?=.{4})")
_ANEW = re.compile("(?:[一-鿿·]{2,4}(?:同志)?|我|本人)(?:郑重|公开)?承诺(?!书|事项|内容|的)")
"""A line on which somebody begins to promise."""
_LABELS = 3
"""A promise and two labels of it, at least."""
_AMOUNT = re.compile(r"\d|[一二三四五六七八九十两百千]+[户名件项次条人位亩台套间座所家岁场篇本组盏口处批份对头棵吨个辆]")


def read(paragraphs: Sequence[Passage], headings: tuple[Passage, ...]) -> Reading:
    """The promises of unnumbered paragraphs that stand together; a heading left alone is none."""
    reading = Reading()
    kept = [p for p in (_unsigned(q.strip()) for q in paragraphs) if p.text and not _void(half_width(p.text))]
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
    if _titles(kept):
        reading.preambles.append(kept.pop(0))
    kept = _from_vows(_behind_announcement(_joined(kept), reading), reading)
    if begun := leading_up(kept):
        reading.preambles.extend(kept[:begun])
        kept = kept[begun:]
    listed = sum(p.text[-1] in "；;" for p in kept) >= _LISTED
    bodies = [b for p in kept if (rest := _without_lead(p, reading)) and (b := _body(rest, reading, listed)).kept]
    headed, prose = _headed(bodies), _is_prose(bodies)
    for body in bodies:
        if headed and _heads(body) == headed:
            reading.drafts.append(_whole(body, headings))
        else:
            _paragraph(body, headings, reading, prose and not headed, len(bodies) == 1)
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
_LONGEST_NAME = 10


def _named(paragraphs: Sequence[Passage]) -> list[int]:
    """The short lines without a stop, as long as one another, each over whole sentences of which no other line is without one
    (谋事要实 / 驻村三月。/ 创业要实 / ……); what stands over the first of them promises nothing."""
    texts = [half_width(p.text) for p in paragraphs]
    names = [i for i, text in enumerate(texts) if not complete(text)]
    lengths = [len(texts[i]) for i in names]
    if len(names) < _NAMES or max(lengths) > _LONGEST_NAME or max(lengths) - min(lengths) > _NAMES or any(b - a == 1 for a, b in pairwise((*names, len(texts)))):
        return []
    if any(re.search("[，,：:、]", texts[i]) or amounts(texts[i]) or has_time(texts[i]) for i in names):
        return []
    return names if all(is_preamble(t) or is_story(t) or letters.tells(t) or "承诺" in t for t in texts[: names[0]]) else []


_SPEAKER = re.compile(r"(?<=[。！!”’；;])\s*[—–-]{1,2}[ \u3000]*(?:[^\s，,。；;：:]{2,14}[ \u3000]*)?[一-鿿·]{2,4}$")


def _unsigned(passage: Passage) -> Passage:
    """The words without the speaker behind them (“……。”——司机　张某), and without the quotation marks round all of them."""
    text = passage.text
    if "—" in text or "-" in text[-20:]:
        found = _SPEAKER.search(text)
        passage = passage.slice(0, found.start()).strip() if found is not None else passage
        text = passage.text
    quoted = text[:1] == "“" and text[-1:] == "”" and text.count("“") == 1
    return passage.slice(1, len(text) - 1).strip() if quoted else passage


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
    vows = [i for i, p in enumerate(paragraphs) if "承诺" in p.text and _ANEW.match(p.text) and not is_closing(half_width(p.text))]
    if len(vows) < _VOWS or not vows[0]:
        return paragraphs
    reading.preambles.extend(paragraphs[: vows[0]])
    return paragraphs[vows[0] :]


_VOWS = 2
"""So many paragraphs that begin with 我承诺 are the promises, at least."""


@value_class
class _Body:
    """A paragraph, its sentences, and those of them that may promise."""

    passage: Passage
    sentences: list[Passage]
    kept: list[Passage]


def _body(passage: Passage, reading: Reading, listed: bool) -> _Body:
    """The paragraph; one that only greets, tells or closes keeps nothing, and how the others are cut does not hang on it."""
    sentences = parts(passage, "。！")
    if listed and len(sentences) == 1 and passage.text[-1] in "；;" and _WATCHED.match(passage.text):
        return _Body(passage, sentences, sentences)
    return _Body(passage, sentences, [s for s in sentences if not _aside(s, reading)])


def _aside(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence closes or opens the text, or tells; then it is put there."""
    text = half_width(sentence.text)
    if is_noise(text):
        return True
    if is_closing(text) or letters.invites(text):
        reading.closings.append(sentence)
    elif is_story(text) or is_preamble(text) or letters.tells(text):
        reading.preambles.append(sentence)
    else:
        return False
    return True


_TITLE = re.compile(r"[^，,。；;：:]{4,30}(?:承诺[书卡表]?|安排表|一览表|登记表|清单|台账|公示)[”》]?")


def is_title(text: str) -> bool:
    """Whether a line is called a form or a list (党支部承诺事项季度安排表)."""
    return _TITLE.fullmatch(text) is not None


def _titles(paragraphs: Sequence[Passage]) -> bool:
    """Whether the first line is a title: one that is called so, or the only short one without a stop."""
    first, rest = paragraphs[0].text if paragraphs else "", paragraphs[1:]
    if not rest or first[-1:] in "。；;！!？?" or len(first) > 30:
        return False
    if (label := _LABELLED.match(first)) is not None and not re.match(ACTS, first[label.end() :]):  # a particular of the promiser over whole sentences
        return len(rest) > 1 and all(complete(p.text) and not _LABELLED.match(p.text) for p in rest)
    if amounts(first):
        return False
    return is_title(first) or (len(rest) == 1 and len(first) <= _LONGEST_NAME and _LEAD.match(half_width(rest[0].text)) is not None) or (len(rest) > 1 and len(first) <= 16 and all(complete(p.text) for p in rest))


def _void(text: str) -> bool:
    if is_label(text):
        return False
    return is_noise(text) or is_unfilled(text) or (text[:1] in "（(【" and not without_asides(text).strip()) or (pure_label(text) and not complete(text))


def _joined(paragraphs: list[Passage]) -> list[Passage]:
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
    if _ANEW.match(text) or (_LABELLED.match(text) and _LABELLED.match(before)):
        return True
    return _AMOUNT_ENDS.search(before) is not None and re.match(f"新?{ACTS}", text) is not None and _AMOUNT.search(text) is not None


def _without_lead(passage: Passage, reading: Reading) -> Passage | None:
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


def _is_prose(bodies: Sequence[_Body]) -> bool:
    """Few paragraphs of several sentences each; a list has one promise a paragraph."""
    counts = [len(b.sentences) for b in bodies]
    return bool(counts) and (len(counts) == 1 or sum(counts) / len(counts) > 2)


def _heads(body: _Body) -> str:
    """How the paragraph begins where that heads the rest of it: with a short sentence (依法办事。……), its topic (在打水上，……), a
    watchword (“天天查”——……) or an attitude that the others make concrete; "" where it does not, or loses its beginning."""
    if not body.kept or body.kept[0] != body.sentences[0]:
        return ""
    text = half_width(body.passage.text)
    several = len(body.kept) > 1 and text.count("；") + text.count(";") < 2
    if several and (found := _TOPIC.match(text)) is not None:
        return found.lastgroup or ""
    if _HEAD.match(text):
        return "sentence"
    if not several:
        return ""
    first = half_width(body.kept[0].text)
    idle = abstract(first) and not (amounts(first) or has_time(first))
    return "attitude" if idle and any(_says_what(s.text) for s in body.kept[1:]) else ""


def _headed(bodies: Sequence[_Body]) -> str:
    """How most paragraphs begin, where that heads the rest of each."""
    heads = [_heads(b) for b in bodies]
    most = max(set(heads) - {""}, key=heads.count, default="")
    return most if heads.count(most) >= _HEADED and heads.count(most) * 4 > len(bodies) * 3 else ""


def _paragraph(body: _Body, headings: tuple[Passage, ...], reading: Reading, prose: bool, alone: bool) -> None:
    sentences, kept = body.sentences, body.kept
    if not kept:
        return
    if len(kept) < len(sentences) and len(reading.drafts) > 1 and not any(_says_what(s.text) for s in kept):
        reading.closings.extend(kept)  # a last word before the oath
        return
    if steps := _labelled(kept):
        reading.drafts.extend(Draft(passage, headings=headings) for passage in steps)
        return
    whole_one = len(kept) == 1 or not (prose or _parallel(kept))
    if whole_one and not any(mark in s.text.rstrip("；;") for s in kept for mark in "；;、"[: 3 if alone else 2]):
        reading.drafts.append(_whole(body, headings))
        return
    before = len(reading.drafts)
    for n, sentence in enumerate(kept):
        _clauses(sentence, headings, reading, alone, opens=n == 0)
    if len(sentences) == 1 and len(reading.drafts) == before + 1:
        reading.drafts[-1].passage = body.passage


def _parallel(sentences: Sequence[Passage]) -> bool:
    """Whether all of several sentences begin with the same word (绝不……。绝不……。绝不……。): each is a promise."""
    return len(sentences) >= _HEADED and len({s.text.strip()[:2] for s in sentences}) == 1


def _labelled(sentences: Sequence[Passage]) -> list[Passage]:
    """The promises of a paragraph that goes on with labels of each (改造摊位。目标：……；措施：……；时限：……); none where it has not."""
    found: list[list[Passage]] = []
    for clause in (c for sentence in sentences for c in parts(sentence, "；;")):
        if is_label(half_width(clause.text)) and found:
            found[-1].append(clause)
        else:
            found.append([clause])
    return [Passage.join(group, "") for group in found] if all(len(group) >= _LABELS for group in found) else []


def _whole(body: _Body, headings: tuple[Passage, ...]) -> Draft:
    """The promise that is all the paragraph keeps."""
    whole = body.passage if len(body.kept) == len(body.sentences) else Passage.join(body.kept, "")
    return Draft(_led(whole.strip()), headings=headings)


def _says_what(text: str) -> bool:
    """Whether a sentence names an amount, a time or something done."""
    plain = half_width(text)
    return amounts(plain) or has_time(plain) or acts(plain)


def _clauses(sentence: Passage, headings: tuple[Passage, ...], reading: Reading, alone: bool, opens: bool) -> None:
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
            reading.drafts.extend(Draft(_led(trimmed(p, "；;。，,、！!")), headings=headings) for p in pieces)


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


def _led(passage: Passage) -> Passage:
    """The promise without the words that pass on to it."""
    found = _LEAD_IN.match(half_width(passage.text))
    return passage if found is None or len(passage) - found.end() < 4 else passage.slice(found.end()).strip()


def _listed(clause: Passage) -> list[Passage]:
    """Parts between 、 where each has a verb and an amount of its own; else the clause as it is."""
    pieces = parts(clause, "、")
    if len(pieces) < 2 or not all(len(p) >= 6 and _VERB.match(p.text) and _AMOUNT.search(p.text) for p in pieces):
        return [clause]
    ends = (re.split("[，,]", p.text)[-1] for p in pieces[:-1])
    return pieces if all(map(acts, ends)) else [clause]  # 结对3户，中秋、春节前各走访一次 lists days


def _farewell(reading: Reading) -> None:
    """A last sentence that only vows (为……贡献力量) or alone calls out (……，争做人民满意的好司机！) closes the text."""
    if len(reading.drafts) > 1:
        last = reading.drafts[-1].passage
        called = last.text[-1:] in "！!" and not any(d.passage.text[-1:] in "！!" for d in reading.drafts[:-1]) and not acts(last.text)
        if (called or _FAREWELL.match(last.text)) and not concrete(half_width(last.text)):
            reading.closings.append(reading.drafts.pop().passage)
