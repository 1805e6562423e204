"""The promises that can be judged, and what the rules on their elements share."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import Any

from extractors.model import Annotation, CommitmentItem, Deadline, DeadlineReason, Elements, TargetKind
from rules.blanks import PROMISE, has_blank, left_anywhere
from rules.facts import FormFacts
from rules.looking import EXAMPLE, example_at, item_hit, may_be_spared, numbered, spared
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_BRACKETS = re.compile(r"\s*[（(【\[][^（()）]*[）)】\]][。；;]?\s*")
"""A line that is nothing but brackets is a hint of the template."""
_WORD = re.compile(r"\w")
_MAY_SAY_NOTHING = re.compile("[（(【\\[见附续页]")
"""A letter of every line of brackets and of every pointer to another paper."""
_ELSEWHERE = re.compile(r"\s*(?:承诺|具体|详细)?(?:内容|事项)?[（(【]?(?:详?见|另见|参见|附)(?:后)?(?:所?附)?(?:附件|附表|附页|附后|后附|另[附纸页]|续表|《[^》]{2,30}》)[^，。；]{0,30}[）)】]?[。；;]?\s*")
"""A line that only points to another paper: what is promised stands there."""
_FOUNDS = re.compile("建立|建起|制[定订]|完善(?!的)|健全(?!的)|推行|实行|出台|修订|订立|定[下出好]|规范")
"""Verbs of making a rule: what only follows one (按《……办法》拨付) is not asked what shows that it is made."""
Promise = tuple[int, CommitmentItem, Annotation]
"""A promise with its index in the form and what was understood of it."""

_asked: list[Any] = [None, None, ()]
"""The form and the pack that were asked about last, and the answer."""


def promises(facts: FormFacts, pack: Pack) -> Sequence[Promise]:
    """The promises of a form but those in which a blank or a hint of the template still stands: what these promise is not
    known before they are filled in, and F07 asks for that. A dozen rules ask it of the same form, one after the other."""
    if _asked[0] is not facts or _asked[1] is not pack:
        patterns = compiled(tuple(pack.rule("F07").params.get("patterns", ())))
        left = left_anywhere(facts, patterns)
        _asked[:] = facts, pack, [one for one in numbered(facts) if not _unfilled(one[1].text, one[2].deadline, patterns, left)]
    kept: Sequence[Promise] = _asked[2]
    return kept


def all_filled(facts: FormFacts, pack: Pack) -> Sequence[Promise]:
    """The promises of a form in which no blank is left; none otherwise, because what is missing may stand in the blank one day."""
    told = promises(facts, pack)
    return told if len(told) == len(facts.items) else ()


def points_elsewhere(text: str) -> bool:
    """Whether a promise says nothing but where another paper is: 见附件《承诺清单》."""
    return _ELSEWHERE.fullmatch(text) is not None


def _unfilled(text: str, deadline: Deadline, patterns: Sequence[re.Pattern[str]], left: bool) -> bool:
    """Whether a blank or a hint of the template is left in a promise, or nothing but a limit stands there; `left` tells whether
    one is left anywhere in the form. Where the limit is the blank, D03 speaks of it, and it hides nothing but the limit."""
    limit = deadline.span
    rest = text[: limit.start] + text[limit.end :] if limit else text
    if not _WORD.search(rest) or (_MAY_SAY_NOTHING.search(text) and (_BRACKETS.fullmatch(text) or points_elsewhere(text))):
        return True
    masked = deadline.reason is DeadlineReason.MASKED
    return (left or masked) and has_blank(patterns, rest if masked else text, PROMISE)


@lru_cache(maxsize=64)
def compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A pack's patterns, one by one: an alternation of them all is several times slower to find nothing."""
    return tuple(map(re.compile, patterns))


class ElementRule(Rule):
    """One of the elements that a review looks for in every promise. The pack's `spare` names wording faults that are
    remarked on already: such a promise must be written anew, and a remark for each missing element would only pile up. Where
    it is not likely enough (`plain`) that the promise has none of them, nothing is said. `finite`: see `deed`."""

    scope = Scope.ITEM
    says = EXAMPLE
    finite = False

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        spare = pack.rule(self.code).params.get("spare", ())
        for index, item, annotation in promises(facts, pack):
            if spared(annotation, spare):
                continue
            verdict = self.verdict(item, annotation, pack)
            if verdict is Verdict.OK or (verdict is Verdict.DEFICIENT and self.in_doubt(annotation, pack)):
                continue
            values = example_at(facts, pack, index, finite=self.finite)
            variant = annotation.part.name.lower() if verdict is Verdict.DEFICIENT else ""
            if variant == "rule" and not _FOUNDS.search(item.text):
                variant = ""
            yield item_hit(facts, index, verdict=verdict, variant=variant, values=values)

    def in_doubt(self, annotation: Annotation, pack: Pack) -> bool:
        """Whether a missing element is passed over: the promise may well be one that is to be written anew."""
        params = pack.rule(self.code).params
        least: float = params.get("plain", 0)
        return round(1 - may_be_spared(annotation, params.get("spare", ())), 2) < least

    @abstractmethod
    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        """Whether the element is there."""


def may_be_there(element: Elements, code: str, pack: Pack) -> bool:
    """Whether an element that was not found is likelier there than the pack allows (`sure`: how likely it must be missing)."""
    least: float = pack.rule(code).params.get("sure", 0)
    return round(1 - element.chance, 2) < least


def may_be_counted(item: CommitmentItem, annotation: Annotation, pack: Pack) -> bool:
    """Whether words that decide without a figure (修好, 一户一档, 每户发一张) stand in a promise in which no target was read: whether
    they are one is a person's to say."""
    if annotation.target.kind is not TargetKind.NONE:
        return False
    return holds(item.text, tuple(pack.rule("C01").params.get("may_decide", ())))


@lru_cache(maxsize=512)
def holds(text: str, patterns: tuple[str, ...]) -> bool:
    """Whether words of any of a pack's patterns stand in a text."""
    for pattern in compiled(patterns):  # noqa: SIM110  any() over a generator takes three times as long
        if pattern.search(text):
            return True
    return False


def measures_told(item: CommitmentItem, annotation: Annotation, elsewhere: Sequence[str]) -> float | None:
    """How likely it is that a promise says how it is to be kept; None where it only points to a paper that is not there
    (办法见工作计划). The measures of a vague one are as vague and count for none."""
    if annotation.wording.vague:
        return 0.0
    pointed = _pointer(item.text, tuple(elsewhere))
    if any(pointed is None or not (pointed[0] < span.end and span.start < pointed[1]) for span in annotation.measures.spans):
        return 1.0
    if pointed is not None or not (annotation.measures.sure or annotation.measures.chance):
        return None
    return annotation.measures.chance


_weighed: list[Any] = [None, None, "", Verdict.OK]
"""The promises, the pack and the rule that were asked about last, and the answer."""


def no_measures(told: Sequence[Promise], pack: Pack, code: str) -> Verdict:
    """DEFICIENT where it is likely enough (`sure`) that no promise of the form says how it is to be kept, UNKNOWN where that
    hangs on papers that are not there. `code` is of the rule whose settings count. Two rules ask it of the same promises."""
    if _weighed[0] is not told or _weighed[1] is not pack or _weighed[2] != code:
        _weighed[:] = told, pack, code, _weigh(told, pack, code)
    verdict: Verdict = _weighed[3]
    return verdict


def _weigh(told: Sequence[Promise], pack: Pack, code: str) -> Verdict:
    params = pack.rule(code).params
    chances = [measures_told(item, note, params.get("elsewhere", ())) for _, item, note in told]
    if prod(1 - chance for chance in chances if chance is not None) < params.get("sure", 1):
        return Verdict.OK
    return Verdict.UNKNOWN if None in chances else Verdict.DEFICIENT


@lru_cache(maxsize=512)
def _pointer(text: str, patterns: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the words stand that point to another paper; three rules ask of the same promise."""
    for pattern in compiled(patterns):
        if match := pattern.search(text):
            return match.span()
    return None
