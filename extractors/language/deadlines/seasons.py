"""Times of the year and days of a life that stand without 前: 汛期加强巡查, 暑期内, 秋收大忙时, 过生日那天, 开学第一周内."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, scanner, words
from extractors.language.deadlines.numerals import NUMBER, YEAR
from extractors.language.scanning import Scanner
from extractors.language.signs import PLAIN
from extractors.model import DeadlineKind

WHEN = rf"(?:(?:{YEAR}年度?|[今明本当]年|{NUMBER}月(?:份|底|初|中下旬|[上中下]旬)?)的?|(?<![一二三每年上下次]))"
"""A year or month that narrows an occasion (2006年春耕以前, 9月开学前), or nothing that makes it another (每年春耕, 上汛期)."""

_INSIDE = r"(?:大忙|高峰|来临|到来)?(?:之内|以内|内(?![部容涵在外科])|里(?![面程])|中(?![央国小])|时节?(?![间期])|季节|的?时候|之[时际]|期间|当中|一到|一来)"
# Compounds that name a thing of the season and not a time (期末考试, 寒假作业, 冬季运动会).
_NAMES = r"(?!考试|考核|测试|成绩|试卷|总评|复习|作业|作息|费|工(?!作)|校|班(?!主任)|课|征文|招生|学期|运动会|用品|服装|取暖|蔬菜|旅游|学校|生活)"
_CLAUSE_START = frozenset("，,。；;：:、\n()")
_LEADS = ("利用", "趁着", "趁", "在", "于", "每到", "每逢", "到", "逢", "遇")
DAYS_OF_A_LIFE = "生日|寿辰|入学|升学|开学|报到|毕业|结业|实习|退休|结婚|入党|入伍|退伍|去世|出院|住院|入职|上岗|乔迁|开业|离校|返校|入住|领证|就职"
"""What happens once or seldom to somebody, by whose day others may count."""
_DAY_OF = re.compile(
    rf"(?:(?:过|满)?\d{{0,2}}(?:{DAYS_OF_A_LIFE})|开工|赶[集场圩])(?:之?后)?的?(?:那一?天|当天|当日|这一?天|之日)"
)
_FIRST_DAYS = re.compile(
    rf"(?:开学|报到|入学|入职|入院|放假|收假|返校|上任|任职|换届|复工|节)(?:后|之后|以后)?的?(?:前|头|最初|第)?{NUMBER}个?(?:周|天|日|星期|月)(?:之内|以内|内|里)?"
)
_OF_SEASONS = "汛暑寒冬夏忙闲抢秋麦春伏雨旺渔烤茶季期雪假"
QUICK = PLAIN.gate(
    rf"[{_OF_SEASONS}前头初第那当这之](?:(?<=[{_OF_SEASONS}])|(?<=[学到职院假校任工届节后的最].)|(?<=[那当这之])(?=[一天日]))"
)
"""A letter of everything here in its place: where this finds nothing, `find` does not either."""
_FIRST_SIGN = re.compile(r"[学到职院假校任工届节]后?之?后?的?(?:前|头|最初|第)")


def find(text: str) -> Iterator[Candidate]:
    """Seasons with a word of time or at the head of a clause, days of a life, the first days after something."""
    if "第" in text or "前" in text or "头" in text or "初" in text:
        yield from (_event(m, Weight.FIRM) for m in _FIRST_DAYS.finditer(text) if _FIRST_SIGN.match(text, m.start() + 1))
    if "那" in text or "当" in text or "这" in text or "之日" in text:
        yield from (_event(m, Weight.FIRM) for m in _DAY_OF.finditer(text))
    if _sign().search(text):
        for m in _season().finditer(text):
            if m["inside"]:
                yield _event(m, Weight.FIRM)
            elif _heads_clause(text, m.start()):
                yield _event(m, Weight.WHOLE_YEAR)


def _heads_clause(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _CLAUSE_START or text[:at].endswith(_LEADS)


def _event(m: re.Match[str], weight: Weight) -> Candidate:
    return Candidate(m.start(), m.end(), DeadlineKind.EVENT, weight, event=m[0].replace("\n", ""))


@cache
def _written() -> tuple[str, ...]:
    """The seasons of the lexicon; 季 is also written 季节."""
    names = words().seasons
    return (*names, *(f"{name}节" for name in names if name.endswith("季")))


@cache
def _sign() -> Scanner:
    return scanner(_written())


@cache
def _season() -> re.Pattern[str]:
    which = r"(?:新学期|[上下]学期|明年|今年|学校|学生|主|春|秋)*"
    return re.compile(rf"{WHEN}{which}{either(_written())}(?:(?P<inside>{_INSIDE})|(?!之?前|以前|前夕|来临|到来|结束|开始|之?后(?![勤续])|以后|以来|[-~]){_NAMES})")
