"""Occasions in free words (台风登陆前, 大坝合龙之前, 老人过生日时, 协议签订后, 挂职期间, 直到修好为止): days that hang on another day.

No list holds all that may happen; what shows them is the frame: some words that open a clause, an act that begins or ends
or a day of a life, and 前, 时 or 后 behind it; any words before 之前, 之后, 期间; or a word that leads up to an end. They weigh less than any time that is known by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.choice import closes
from extractors.language.deadlines.seasons import DAYS_OF_A_LIFE
from extractors.language.signs import ALL, PLAIN
from extractors.model import DeadlineKind

_HEAD = r"(?:(?<=[，,。；;：:\n])|^)"
_SENTENCE = r"(?:(?<=[。；;：:\n])|^)"
"""Where words may govern all that follows: further on 验收后 or 施工期间 tells the order of steps."""
_ACT = (
    "到来|来临|登陆|抵达|到达|到位|结束|开始|完成|竣工|完工|动工|开工|出发|启程|离开|回来|收割|抽穗|上冻|封冻|合龙|通车|交工|验收|检查|换防|移交|"
    "上岗|转岗|出院|入院|交接|换届|搬迁|启用|停用|开业|拆除|实施|施行|下发|批复|召开|举行|开会|闭幕|离校|返校|交付|入住"
)
_PLACES = "面眼目当门楼窗桌床台幕房屋店胸跟身馆厅堂园舍栋口碑墙村庙亭树院校室山桥库棚灶井路提此往向超空先从生之以事"
"""Letters that make of 前 behind them a place or another word (楼前, 目前, 提前)."""
_WHOSE = r"[\u4e00-\u9fff]{1,5}的[\u4e00-\u9fff]"
"""What tells people or things by their past (解放以后出生的党员, 防汛期间立功的同志)."""
_FREE = re.compile(
    rf"{_HEAD}(?P<event>(?![不未无此目从在对为把将让做搞])[\u4e00-\u9fff“”]{{1,10}}?"
    rf"(?:(?<![点时分岁年月日号天周期此目久午学课班])(?<=[\u4e00-\u9fff“”]{{2}})之前|(?:{_ACT}|{DAYS_OF_A_LIFE})(?:前(?![往列来提后期移])|时(?![间候期段])|之[际时])))(?!{_WHOSE})(?=[，,]?[^，,。；;\n]{{2}})"
)
# 比赛前, 下届教代会前, 考试周前: any words at the head of a clause that ends with something done, if 前 behind them is no place.
_BARE = re.compile(
    rf"{_HEAD}(?P<event>(?![不未无此目从在对为把将让做搞给向请到由])[\u4e00-\u9fff“”]{{1,9}}[^\W\d{_PLACES}])前(?![往列来提后期移进景茅沿三途锋面边排方头两几半一二三四五六七八九十百\d])(?=[^，,。；;、\n]{{2}})"
)
_SIGN = PLAIN.gate(f"之前|(?:{_ACT}|{DAYS_OF_A_LIFE})(?:[前时]|之[际时])")
_WORK = "春耕|春播|夏收|夏种|秋收|秋种|秋播|麦收|收割|插秧|采收|入[春夏秋冬伏汛]|[期年]中考试|[期年]末考试|月考|高考|中考|换届|验收|评审|普查|招生|军训|清明|签订|签署|签约|审议通过|出院|去世|领证|分娩"
"""What is over one day; what then begins for good (毕业后, 退休后, 转正后) is only a start."""
_AFTERWARDS = re.compile(
    rf"{_SENTENCE}(?P<event>(?![不未无此目从在对为把将让做搞每今往])(?:[\u4e00-\u9fff“”]{{0,8}}?(?:{_ACT}|{_WORK})(?:之后|以后|后(?![续勤期备进盾厨代顾生半台方天面果]))"
    rf"|[\u4e00-\u9fff“”]{{2,10}}?(?<![点时分岁年月日号天周期此目久午学课班饭会])(?:之后|以后)))(?!不|仍|也|都|一律|方可|才|继续|始终|长期|{_WHOSE})(?=[^。；;\n]{{2}})"
)
AFTER_ENDS = "".join(sorted({words[-1] for words in f"{_ACT}|{_WORK}|以|之".split("|") if words[-1] != "]"}))
"""The letters before 后 there."""
_SIGN_AFTER = PLAIN.gate(f"(?:{_ACT}|{_WORK}|之|以)后")
# 在校期间, 挂职期间: the time of a state. One's own hours (上班期间) and those of a ban (施工期间不饮酒) only say where a rule holds.
_BAN = r"(?![，,]?(?:[\u4e00-\u9fff]{0,4}(?:不|零)|[^。；;\n]{0,14}?(?:一律|不得|不许|严禁|禁止|杜绝|[决绝]不)|严格|服从|遵守|认真|努力))"
_DURING = re.compile(
    rf"{_SENTENCE}(?P<event>在[校读岗职]期间|(?![此其这目不])[\u4e00-\u9fff“”]{{2,10}}?(?<![工作上下值当在班岗课会勤公业餐驾标务此这])期间)(?!{_WHOSE}){_BAN}(?=[^。；;\n]{{2}})"
)
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
_ENGAGED = PLAIN.gate("(?:本|首|一个|整个)?(?<![月年])(?:聘用?|合同|规培|挂职|驻村|援派|轮岗|实习|试用|见习|服务|协议|租赁|承包|保修|质保|帮扶|建设)期(?:之内|以内|内|期间|满之?前|结束前)")


def find(text: str, signs: int = ALL) -> Iterator[Candidate]:
    """The occasions in a text, as events in its own words; `signs` tell which patterns it may match."""
    if signs & _SIGN.sign and _SIGN.search(text):
        yield from _events(_FREE, text)
    if signs & _SIGN_AFTER.sign and _SIGN_AFTER.search(text):
        yield from _events(_AFTERWARDS, text)
    if "期间" in text:
        yield from _events(_DURING, text)
    if "前" in text:
        yield from (found for found in _events(_BARE, text) if closes(text, found) or _tells_an_act(text, found))
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


_OWN_HOURS = re.compile("[班课会饭操岗药针点时分年月日天周]$|^(?:每|手术|施工|作业|操作|用药|给药)")
"""What comes round every day, or is a length of time."""


def _tells_an_act(text: str, found: Candidate) -> bool:
    """Whether the words before 前 open the sentence and are long enough for somebody and his act (茶叶开采前, 合同期满前)."""
    words = text[found.start : found.end - 1]
    opens = found.start == 0 or text[found.start - 1] in "。；;:：\n"
    return opens and len(words) >= _SHORTEST_ACT and not text.startswith("的", found.end) and not _OWN_HOURS.search(words)


_SHORTEST_ACT = 4


def _events(pattern: re.Pattern[str], text: str) -> Iterator[Candidate]:
    return (_event(m, m["event"] + ("前" if pattern is _BARE else "")) for m in pattern.finditer(text))


def _event(m: re.Match[str], words: str) -> Candidate:
    start = m.start()
    return Candidate(start, start + len(words), DeadlineKind.EVENT, Weight.LASTING, event=words)
