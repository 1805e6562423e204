"""What a clerk means by the three cells of a row of 问题清单: the five words of the list, or words that say one of them.

Who types 误判 or 已按意见修改 says 不采纳 or 已改; who types 误判，时限写在附件里 has given the reason as well. What says two things
(同意，但措施不用写), or nothing that can be told, stays as it was typed, and is asked back."""

from __future__ import annotations

import re

from pipeline.answering import NOT, Said, apart, assent, bare, unwrapped
from pipeline.decisions.model import REACH_WORDS, STATE_WORDS, Reach, State

_CHANGED = "修?改[好正完过]*|改写|整改|更正|订正|修正|完善|补[充正好上]*"
_PUT_OFF = re.compile(rf"[?]+|待.+|再.*[看核议查问定].*|存疑|拿不准|(?:需要?|请)?(?:再|进一步)?核[实对查](?:后.*)?|{NOT}(?:确定|清楚|明确|把握)")
_MENDED = re.compile(rf"(?:支部|单位|本人|对方|均|都)*(?:(?:已经?|业已)(?:按.{{0,8}})?(?:{_CHANGED}|重[报交])|改[好正完过]+)(?:了|完毕|到位)*")
_REWORD = re.compile("(?:建议|请|应|可|拟)?(?:改写?|修改|换)(?:为|成)|改写|换个?(?:说法|写法)|另?换一[种个]说法")
_NEEDLESS = re.compile(r"(?:不(?:用|必|需要?|予|应)?|无[需须]|没?有?必要|别)(?:再|作|做)?(?:修?改|提|写|整改|处理|列入)|忽略|(?:应|可)?删[除掉去]?|驳回")
_DOUBTFUL = re.compile(r"没有?问题|[无有]误|无问.*|不?(?:符合|一致|好|行|可以?)(?:的|了|修改)*")
"""The form, or what is said of it?"""
_REACHES = (
    (Reach.ITEM, re.compile("仅?限?[本此该这]一?[项条处]")),
    (Reach.UNIT, re.compile("[本该此全]个?(?:单位|支部|党支部)")),
    (Reach.RULE, re.compile("[本该此]条?规则|(?:所有|全部|各)单位")),
)
_TURN = re.compile("但|不过|除|只是|部分|其余")
_CLAIM = re.compile(r"\s*(?:建议|请)?(?:改写?|修改|换)(?:为|成)\s*(?P<rest>\S.*)", re.DOTALL)


def meant(word: str, text: str, reach: str) -> tuple[str, str, str]:
    """复核意见, 复核说明, 适用范围 in the words of the lists where it is plain what they say; else as they were typed."""
    reach = _reach(reach)
    said = apart(word)
    state = _state(bare(word))
    if state is None and said.rest:
        state = _of_remark(said, text)
        if state is not None and not text:
            text = said.rest
    elif state is None and (claim := _CLAIM.fullmatch(word)):  # 改成请写明日期。
        state, text = State.REWORDED, text or claim["rest"]
    if state is State.REWORDED:
        text = _own_words(text)
    return (STATE_WORDS[state] if state else "".join(word.split())), text, reach


def decided_in(text: str) -> State | None:
    """The decision that a remark begins with, if any (改为：……)."""
    said = apart(text)
    return _state(said.word) if said.rest else _state(bare(text))


def _state(word: str) -> State | None:
    listed = next((state for state, listed in STATE_WORDS.items() if word == listed), None)
    if listed or not word:
        return listed
    for state, pattern in ((State.PENDING, _PUT_OFF), (State.MENDED, _MENDED), (State.REWORDED, _REWORD), (State.DISMISSED, _NEEDLESS)):
        if pattern.fullmatch(word):
            return state
    if _DOUBTFUL.fullmatch(word):
        return None
    said = assent(word)
    return None if said is None else State.CONFIRMED if said else State.DISMISSED


def _of_remark(said: Said, text: str) -> State | None:
    """What the word before a remark says, unless the remark takes it back or decides otherwise."""
    state, other = _state(said.word), decided_in(said.rest)
    if state is None or _TURN.search(said.rest) or (other is not None and other is not state) or (text and state is State.REWORDED):
        return None
    return state


def _own_words(text: str) -> str:
    """What is to be said to the branch, without 改为： before it and the quotes around it."""
    said = apart(text)
    return unwrapped(said.rest if said.rest and _REWORD.fullmatch(said.word) else text)


def _reach(typed: str) -> str:
    word = bare(typed)
    found = next((reach for reach, pattern in _REACHES if pattern.fullmatch(word)), None)
    return REACH_WORDS[found] if found else "".join(typed.split())
