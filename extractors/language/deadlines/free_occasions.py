"""Occasions in free words (台风登陆前, 大坝合龙之前, 直到修好为止, 下一次考试, 聘期内): days that hang on another day.

No list holds all that may happen; what shows them is the frame: some words that open a clause, an act that begins or ends,
and 前 or 时 behind it; or a word that leads up to an end. They weigh less than any time that is known by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.choice import closes
from extractors.language.signs import ALL, PLAIN
from extractors.model import DeadlineKind

_HEAD = r"(?:(?<=[，,。；;：:\n])|^)"
_ACT = (
    "到来|来临|登陆|抵达|到达|到位|结束|开始|完成|竣工|完工|动工|开工|出发|启程|离开|回来|收割|抽穗|上冻|封冻|合龙|通车|交工|验收|检查|换防|移交|"
    "上岗|转岗|出院|入院|交接|换届|搬迁|启用|停用|开业|拆除|实施|施行|下发|批复|召开|举行|开会|闭幕|离校|返校|交付|入住"
)
_PLACES = "面眼目当门楼窗桌床台幕房屋店胸跟身馆厅堂园舍栋口碑墙村庙亭树院校室山桥库棚灶井路提此往向超空先从生之以事"
"""Letters that make of 前 behind them a place or another word (楼前, 目前, 提前)."""
_FREE = re.compile(
    rf"{_HEAD}(?P<event>(?![不未无此目从在对为把将让做搞])[\u4e00-\u9fff“”]{{1,10}}?"
    rf"(?:(?<![点时分岁年月日号天周期此目久午学课班])(?<=[\u4e00-\u9fff“”]{{2}})之前|(?:{_ACT})(?:前(?![往列来提后期移])|时(?![间候期段]))))(?=[^，,。；;\n]{{2}})"
)
# 比赛前, 下届教代会前, 考试周前: any words at the head of a clause that ends with something done, if 前 behind them is no place.
_BARE = re.compile(
    rf"{_HEAD}(?P<event>(?![不未无此目从在对为把将让做搞给向请到由])[\u4e00-\u9fff“”]{{1,9}}[^\W\d{_PLACES}])前(?![往列来提后期移进景茅沿三途锋面边排方头两几半一二三四五六七八九十百\d])(?=[^，,。；;、\n]{{2}})"
)
_SIGN = PLAIN.gate(f"之前|(?:{_ACT})[前时]")
_NEXT = PLAIN.gate("下一?(?:次|回|届|轮|场)(?!再)[\u4e00-\u9fff]{2,6}?(?=同时|[前时，,。；;\n]|一次|拿|通过|达|取|争|到|上|$)")
_UNTIL = PLAIN.gate(
    "(?:直|(?<=[，,。；;\n])|^)?[到至](?P<event>[^，,。；;\n]{1,12}?)(?:为止|(?<=[业休假学考院任满])止)(?=[，,。；;\n]|$)"
    "|(?:直[到至]|一直[\u4e00-\u9fff]{0,3}[到至])(?P<end>[^，,。；;\n]{2,12})(?=[，,。；;\n]|$)"
    "|[\u4e00-\u9fff][到至](?P<leave>(?:放?[寒暑]假|期[中末]考试|放假|开学|毕业|退休|出院|离校|退伍|过年|补考|高考|中考|考研|离任)+(?:那天|那一天|当天|开始|结束|离校)?)(?=[，,。；;\n]|$)"
)
# The days of something: 新生报到那两天, 桑葚开园那半个月, 毕业典礼当天.
_THOSE_DAYS = re.compile(
    rf"{_HEAD}(?P<event>(?![当有这那从在])[\u4e00-\u9fff“”]{{2,9}}?(?:那(?:[几两三四五七半一]?个?(?:天|日|周|月|星期|晚|阵子|段时间|段日子))|之日|的?(?:前一|头一|第一|最后一)[天周晚]))(?=[，,]|[^，,。；;\n]{{2}})"
)
_WAITING = re.compile(rf"{_HEAD}(?P<event>(?:待|等到?)[^，,。；;\n]{{2,12}}?)(?:之?后|以后|[，,](?=即|就|便|立即|随即|马上|再))")
_CAMPAIGN = re.compile(
    rf"{_HEAD}(?P<event>[\u4e00-\u9fff“”]{{0,6}}(?:雷锋|安全|生产|质量|读书|敬老|宣传|服务|活动|教育|科技|廉政|法制|节能|环保|消防|文明|团结|卫生|普法|纪律|考试)”?(?:月|周)(?:活动)?(?:里|期间|内|中)?)(?=[^，,。；;\n]{{2}})"
)
_SEASON_WORK = re.compile(rf"{_HEAD}(?P<event>(?:开春|入春|麦收|秋后|年后|节后|过完年|收麦|收稻|[蚕鱼茶烟桑]忙季?)(?:之?[前后]|前后|以[前后]|季节?|期间)?)")
_WHOLE_TERM = PLAIN.gate(r"全学[年期]")
# What a person has been taken on for has an end that his papers know.
_ENGAGED = PLAIN.gate("(?:本|首|一个|整个)?(?:聘用?|合同|规培|挂职|驻村|援派|轮岗)期(?:之内|以内|内|期间|满之?前|结束前)")


def find(text: str, signs: int = ALL) -> Iterator[Candidate]:
    """The occasions in a text, as events in its own words; `signs` tell which patterns it may match."""
    if signs & _SIGN.sign and _SIGN.search(text):
        yield from _events(_FREE, text)
    if "前" in text:
        yield from (found for found in _events(_BARE, text) if closes(text, found))
    if signs & _UNTIL.sign:
        yield from (_event(m, m[0]) for m in _UNTIL.finditer(text))
    if signs & _NEXT.sign:
        yield from (_event(m, m[0]) for m in _NEXT.finditer(text))
    if signs & _SIGN_DAYS.sign and _SIGN_DAYS.search(text):
        for pattern in (_THOSE_DAYS, _WAITING, _CAMPAIGN, _SEASON_WORK):
            yield from _events(pattern, text)
    for gate in (_ENGAGED, _WHOLE_TERM):
        if signs & gate.sign:
            yield from (_event(m, m[0]) for m in gate.finditer(text))


_SIGN_DAYS = PLAIN.gate("那[几两三四五七半一天日周月星晚阵段个]|[当之一][天日晚周]|[待等][^，]{2}|[月周季](?:活动)?[里期内]|开春|入春|麦收|秋后|年后|节后|过完年|收[麦稻]|[全动育传产量书老锋]”?[月周]|忙")
"""One look instead of four."""


def _events(pattern: re.Pattern[str], text: str) -> Iterator[Candidate]:
    return (_event(m, m["event"] + ("前" if pattern is _BARE else "")) for m in pattern.finditer(text))


def _event(m: re.Match[str], words: str) -> Candidate:
    start = m.start()
    return Candidate(start, start + len(words), DeadlineKind.EVENT, Weight.LASTING, event=words)
