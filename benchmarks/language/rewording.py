"""The same promise typed a little otherwise, as clerks do: nothing of what it says changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from zlib import crc32

Rewording = Callable[[str], str]

_CHINESE = "零一二三四五六七八九十"
_HAN = "[一-龥]"
_COUNTED = "[次名个户件场篇项条人盏台册]"
_NUMBER = r"\d+(?:\.\d+)?"
_BETWEEN = re.compile(f"(?<={_HAN})(?={_HAN})")
_SELF = re.compile("我|本[人支党]|支部|[一首][是先]|第一|一、|按照|目标|承诺")


def _replacing(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Rewording:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(by, text)


def _signs(printed: str, typed: str) -> Rewording:
    table = str.maketrans(printed, typed)
    return lambda text: text.translate(table)


def _chinese(number: str) -> str:
    """The Chinese numeral of a number below 100."""
    tens, ones = divmod(int(number), 10)
    return (("" if tens == 1 else _CHINESE[tens]) + "十" if tens else "") + (_CHINESE[ones] if ones or not tens else "")


def _arabic(numeral: str) -> str:
    tens, ten, ones = numeral.rpartition("十")
    value = (_CHINESE.index(tens) if tens else 1) * 10 if ten else 0
    return str(value + (_CHINESE.index(ones.replace("两", "二")) if ones else 0))


def _counted(number: str) -> str:
    return "两" if number == "2" else _chinese(number)


def _inside(sign: str) -> Rewording:
    """`sign` at one place between two characters, the same place each time."""

    def inserted(text: str) -> str:
        places = [m.start() for m in _BETWEEN.finditer(text) if 3 < m.start() < len(text) - 3]
        at = places[crc32(text.encode()) % len(places)] if places else len(text)
        return text[:at] + sign + text[at:] if places else text

    return inserted


def _before(words: str) -> Rewording:
    """`words` before a promise that begins with nothing of the kind."""
    return lambda text: text if _SELF.match(text) else words + text


def _behind(words: str) -> Rewording:
    return lambda text: text.rstrip("。；;，,") + words


def _around_digits(blank: str) -> Rewording:
    return _replacing(rf"(?<=[^\s\d.])(?={_NUMBER}{_HAN})|(?<={_HAN})(?={_NUMBER})|(?<=\d)(?=[%％{_HAN[1:-1]}])", blank)


REWORDINGS: dict[str, Rewording] = {
    "blanks at digits": _around_digits(" "),
    "wide blanks at digits": _around_digits("\u3000"),
    "fixed blanks at digits": _around_digits("\xa0"),
    "tabs at digits": _around_digits("\t"),
    "blanks behind signs": _replacing("(?<=[，。；：、])(?=.)", " "),
    "blanks before signs": _replacing("(?=[，。；：、（])", " "),
    "a blank between words": _inside(" "),
    "a wide blank between words": _inside("\u3000"),
    "a line end between words": _inside("\n"),
    "blanks before all": lambda text: "\u3000 " + text,
    "blanks in labels": _replacing("(目|措|时|期|项|内)(标|施|限|间|目|容)(?=[：:])", r"\1　\2"),
    "wide digits": _signs("0123456789.%", "０１２３４５６７８９．％"),
    "% in words": _replacing(r"(?<![\d.])(\d\d?)[%％]", lambda m: "百分之" + _chinese(m[1])),
    "wide %": _signs("%", "％"),
    "counts in Chinese": _replacing(rf"(?<![\d.年月:：第-])([2-9]|[1-9]\d)(?={_COUNTED})", lambda m: _counted(m[1])),
    "counts in digits": _replacing(rf"(?<![{_CHINESE}第百千万两每星期周月])([二两三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)(?={_COUNTED})", lambda m: _arabic(m[1])),
    "months in Chinese": _replacing(r"(?<!\d)(1[012]|[1-9])(?=月(?!\d))", lambda m: _chinese(m[1])),
    "months in digits": _replacing(f"(?<![{_CHINESE}第两])(十[一二]?|[一二三四五六七八九])(?=月)", lambda m: _arabic(m[1])),
    "两 as 二": _replacing(f"两(?={_COUNTED})", "二"),
    "万 in digits": _replacing(r"(?<![\d.])(\d+)万(?=元|人|亩)", r"\g<1>0000"),
    "ranges with 至": _replacing(r"(?<=[\d日月])[-—－~～]+(?=\d)", "至"),
    "ranges with ～": _replacing(r"(?<=[\d日月])(?<![-.]\d\d)(?<!\d{4})[-—－至]+(?=\d)", "～"),
    "ranges with -": _replacing(r"(?<=[\d日月])[—－至~～]+(?=\d)", "-"),
    "ranges with ——": _replacing(r"(?<=[\d日月])(?<![-.]\d\d)(?<!\d{4})[-－至~～]+(?=\d)", "——"),
    "第一季度": _replacing("(?<!第)(?<![上下])(?=[一二三四]季度)", "第"),
    "1季度": _replacing("第?([一二三四])(?=季度)", lambda m: _arabic(m[1])),
    "年底之前": _replacing("(?<=[底末月日])前", "之前"),
    "年底以前": _replacing("(?<=[底末月日])前", "以前"),
    "half-width signs": _signs("，；：（）！？", ",;:()!?"),
    "half-width brackets": _signs("（）", "()"),
    "straight quotes": _signs("“”", '""'),
    "“” for 《》": _signs("《》", "“”"),
    "no stop": lambda text: text.rstrip("。；;"),
    "a stop": _behind("。"),
    "a semicolon": _behind("；"),
    "two stops": _behind("。。"),
    "two commas": _replacing("，", "，，"),
    "； as ，": _signs("；", "，"),
    "本人承诺": _before("本人承诺"),
    "我承诺：": _before("我承诺："),
    "我保证": _before("我保证"),
    "我们支部承诺": _before("我们支部承诺"),
    "我支部郑重承诺，": _before("我支部郑重承诺，"),
    "一是": _before("一是"),
    "一个题目：": _before("开好头："),
    "一个题目。": _before("开好头。"),
    "【题目】": _before("【开好头】"),
    "首先，": _before("首先，"),
    "按照要求，": _before("按照要求，"),
    "请大家监督": _behind("，请大家监督。"),
    "敬请监督！": _behind("。敬请广大党员群众监督！"),
    "我 as 本人": _replacing("^我(?![们校院村镇县局社国省市区家处科室部单支班站厂所队中])", "本人"),
    "本人 as 我": _replacing("本人", "我"),
    "本支部 as 我支部": _replacing("本支部", "我支部"),
    "我支部 as 支部": _replacing("[我本]支部", "支部"),
}
"""By name; one that finds nothing to change gives the text as it was."""
