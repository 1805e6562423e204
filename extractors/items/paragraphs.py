"""One paragraph of running text → its promises: the whole of it, its sentences, or what its labels part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.items import letters
from extractors.items.blanks import is_noise
from extractors.items.clauses import abstract, amounts, has_time
from extractors.items.drafts import Draft, Reading
from extractors.items.labels import is_label
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing, is_preamble, is_story
from extractors.items.running_clauses import read_clauses, says_what, without_lead_in
from extractors.items.sentences import parts
from extractors.model import Passage
from extractors.model.value_class import value_class

_WATCHED = re.compile("(?:自觉|主动|诚恳|自愿)*接受[^；;]*监督")
"""A promise to be watched, where it is one line of a list; at the end of a text it closes."""
_HEADED = 3
"""So many paragraphs that begin with a short sentence are points with headings of their own."""
_HEAD = re.compile(r"[^。；;：:]{2,12}。(?=.)")
_TOPIC = re.compile(r"(?P<topic>(?:在|就|关于)[^。；;：:，,]{2,14}(?:上|方面|中|里|问题)[，,])|(?P<watchword>[“「][^“”「」]{2,12}[”」]\s*(?:—+|[：:，,]))")
_LABELS = 3
"""A promise and two labels of it, at least."""


@value_class
class Body:
    """A paragraph, its sentences, and those of them that may promise."""

    passage: Passage
    sentences: list[Passage]
    kept: list[Passage]


def body_of(passage: Passage, reading: Reading, listed: bool) -> Body:
    """The paragraph; one that only greets, tells or closes keeps nothing, and how the others are cut does not hang on it."""
    sentences = parts(passage, "。！")
    if listed and len(sentences) == 1 and passage.text[-1] in "；;" and _WATCHED.match(passage.text):
        return Body(passage, sentences, sentences)
    return Body(passage, sentences, [s for s in sentences if not _aside(s, reading)])


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


def is_prose(bodies: Sequence[Body]) -> bool:
    """Few paragraphs of several sentences each; a list has one promise a paragraph."""
    counts = [len(b.sentences) for b in bodies]
    return bool(counts) and (len(counts) == 1 or sum(counts) / len(counts) > 2)


def head_of(body: Body) -> str:
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
    return "attitude" if idle and any(says_what(s.text) for s in body.kept[1:]) else ""


def common_head(bodies: Sequence[Body]) -> str:
    """How most paragraphs begin, where that heads the rest of each."""
    heads = [head_of(b) for b in bodies]
    most = max(set(heads) - {""}, key=heads.count, default="")
    return most if heads.count(most) >= _HEADED and heads.count(most) * 4 > len(bodies) * 3 else ""


def read_paragraph(body: Body, headings: tuple[Passage, ...], reading: Reading, prose: bool, alone: bool) -> None:
    """Adds the promises of a paragraph to `reading`: of `prose`, or where it is `alone`, its sentences and clauses are cut apart."""
    sentences, kept = body.sentences, body.kept
    if not kept:
        return
    if len(kept) < len(sentences) and len(reading.drafts) > 1 and not any(says_what(s.text) for s in kept):
        reading.closings.extend(kept)  # a last word before the oath
        return
    if steps := _labelled(kept):
        reading.drafts.extend(Draft(passage, headings=headings) for passage in steps)
        return
    whole_one = len(kept) == 1 or not (prose or _parallel(kept))
    if whole_one and not any(mark in s.text.rstrip("；;") for s in kept for mark in "；;、"[: 3 if alone else 2]):
        reading.drafts.append(whole_draft(body, headings))
        return
    before = len(reading.drafts)
    for n, sentence in enumerate(kept):
        read_clauses(sentence, headings, reading, alone, opens=n == 0)
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


def whole_draft(body: Body, headings: tuple[Passage, ...]) -> Draft:
    """The promise that is all the paragraph keeps."""
    whole = body.passage if len(body.kept) == len(body.sentences) else Passage.join(body.kept, "")
    return Draft(without_lead_in(whole.strip()), headings=headings)
