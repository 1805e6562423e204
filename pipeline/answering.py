"""What people mean by the word or two that they type into a cell: yes or no, done or not, and where a remark begins.

Words are taken apart, not listed: what is said no to (不同意, 未完成, 无法完成), what is yet to come (预计完成, 即将完成) and what is so in
part (基本完成, 完成80%) is not what the word alone says. What does not fit as a whole is `None` or `UNCLEAR`, never a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_SIGNS = "。．.，,；;！!、~～…"
_QUOTES = "“”\"'‘’「」『』《》【】〔〕"
_TICKS = "√✓✔☑✅"
_CROSSES = "×✗✘☒❌"

NOT = "(?:不(?:予|能|会|应|太|大|再)?|没有?|未(?:能|曾)?|尚未|还未|并?非|无(?:法|力)?|难以)"
"""What turns a word round."""
_WELL = "同意|确认|认可|采纳|赞成|赞同|属实|成立|正确|准确|一致|符合|是|对|行|好|可以?"
_FAULT = "异议|意见|疑问|错误?|误|问题"
_BEFORE = "(?:拟|原则上?|我们?|本人|我办|均|都|完全|情况|确实|的确|该|此|这条|审核|意见)"
_BEHIND = "(?:的|了|啊)?(?:该|此|这)?条?(?:审核)?(?:意见|修改)?"
_YES = re.compile(rf"{_BEFORE}*(?:{_WELL}){_BEHIND}|[{_TICKS}]|ok(?:ay)?|yes|y|没有?(?:{_FAULT})|无(?:{_FAULT})")
_NO = re.compile(rf"{_BEFORE}*{NOT}(?:{_WELL}){_BEHIND}|否(?:决|认)?|(?:判|认|搞|弄)?错(?:误|的|了)*|误[判报认]|有误|[{_CROSSES}]|x|no?")

_FINISHED = "完成|办结|办[好完妥成]|做[好完到]|落实(?:到位|完毕)?|兑现|完工|竣工|完毕|结束|到位|达标|销号"
_HOW = "(?:均|都|全部?|全面|全都|如期|按[期时]|提前|准时|圆满|顺利|超额|高质量|是|现)*"
_DAY = r"(?:于|在)?(?:\d{2,4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|[./-])(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?|[上中下]旬|底|末|初)?(?:前|内)?"
_SHARE = re.compile(r"(?P<n>\d{1,3}(?:\.\d+)?)%|(?P<tenths>[一二三四五六七八九十\d])成|百分之(?P<words>[一二三四五六七八九十百]+)")
_ALL_OF_IT = re.compile(r"(?:超额|完成|已|达到?|进度|率)*(?:[1-9]\d\d(?:\.\d+)?%|百分之百|十成)(?:完成|以上)?")
_BUT = re.compile("除|但|不过|只|仅|未|没|待|差|缺|剩|尚|余")
"""What a remark has that takes something back from done."""
_DONE = re.compile(
    rf"{_HOW}(?:{_FINISHED})(?:了|任务|\({_DAY}\))*|(?:{_DAY})?{_HOW}(?:已经?|业已){_HOW}(?:{_DAY})?{_HOW}(?:{_FINISHED})(?:了|任务|\({_DAY}\)|{_DAY})*"
    rf"|(?:{_DAY}){_HOW}(?:{_FINISHED})了"
)
"""Done and nothing more; a day alone tells no past (9月30日前完成 is a plan), 已 or 了 does."""
_SOON = re.compile("预计|计划|打算|准备|即将|将|拟|争取|力争|确保|正在?|等待|待|继续|持续|长期|可(?:以|望)|有望|能够?(?:在|按)|需要?|应|尽快|着手")
_PART = re.compile("基本|部分|大部|多半|一半|过半|半数|接近|将近|快要?|差不多|初步|主体|大致|大体|还[差剩有]|尚[差剩有]|剩余|其余|几乎")
_LATER = re.compile(rf"(?:{_DAY}(?<=[前内])|(?:年底|年末|月底|季度末|下(?:季度|月|一?步|半年))(?:之?前)?)(?:全面|全部|可)?(?:{_FINISHED})")
_UNDER_WAY = re.compile(r"(?:正?在[一-鿿]{1,6}|[一-鿿]{0,6}(?:中|推进|进行|办理|实施|启动))")
_NOT_DONE = re.compile(rf"{NOT}[一-鿿]{{0,6}}(?:{_FINISHED}|启动|开始|开展|开工|动工|实施)|完不成|办不[成了]|未|没有?|尚未|{NOT}(?:办|做|动)?")


class Progress(StrEnum):
    """Whether a thing is done."""

    DONE = "done"
    OPEN = "open"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Said:
    """A word and the remark behind it: 误判，时限写在附件里; 不同意（附件中有）; 改为：请写明日期。"""

    word: str
    rest: str = ""


def bare(text: str) -> str:
    """A word in half width and small letters without blanks, quotes and the signs behind it; a lone ? is kept."""
    word = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    return word.strip(_SIGNS + _QUOTES) or word.strip(_SIGNS)


_NOTE = re.compile(r"[（(][^（）()]*[)）]$")


def heading(value: object) -> str:
    """A heading without blanks and without a note behind it (是否完成（是/否）)."""
    return _NOTE.sub("", "".join(str("" if value is None else value).split()))


def says_nothing(text: str) -> bool:
    """Whether there is no letter and no figure in it: blank, or signs alone (。 / ——)."""
    return not re.search(r"\w", text)


def apart(text: str) -> Said:
    """The word before the first sign, and the remark behind it as it was typed."""
    found = re.fullmatch(r"\s*[“\"‘]?(?P<word>[^：:，,；;。.（(“\"！!\n]*?)\s*(?:[：:，,；;。.！!\n]+|(?=[（(“\"]))(?P<rest>.*)", text, re.DOTALL)
    if found is None:
        return Said(bare(text))
    return Said(bare(found["word"]), unwrapped(found["rest"].strip()))


def unwrapped(rest: str) -> str:
    """A text without the brackets or quotes around all of it."""
    for left, right in ("（）", "()", "“”", '""'):
        if len(rest) > 1 and rest[0] == left and rest[-1] == right and left not in rest[1:]:
            return rest[1:-1].strip()
    return rest


def assent(text: str) -> bool | None:
    """Whether a word says yes or no to what stands there; None where it does neither."""
    word = bare(text)
    if _YES.fullmatch(word):
        return True
    return False if _NO.fullmatch(word) else None


def progress(text: str) -> Progress:
    """Whether words say that a thing is done. Blank and signs alone are UNCLEAR."""
    word = bare(text)
    if _ALL_OF_IT.fullmatch(word) or _DONE.fullmatch(word):
        return Progress.DONE
    if _is_open(word):
        return Progress.OPEN
    said = apart(text)
    if said.rest and said.word != word:
        return _of_two(said)
    plain = assent(word)
    return Progress.UNCLEAR if plain is None else Progress.DONE if plain else Progress.OPEN


def _is_open(word: str) -> bool:
    share = _SHARE.search(word)
    parts = (share and not _ALL_OF_IT.search(word), _NOT_DONE.fullmatch(word), _UNDER_WAY.fullmatch(word), _LATER.fullmatch(word))
    return any(parts) or bool((_SOON.search(word) or _PART.search(word)) and not word.startswith("是否"))


def _of_two(said: Said) -> Progress:
    """A word and a remark: what the word says, unless the remark says otherwise (已完成3次，还差1次)."""
    first, then = progress(said.word), Progress.UNCLEAR if re.fullmatch(_DAY, bare(said.rest)) else progress(said.rest)
    if first is Progress.DONE and (then is Progress.OPEN or _BUT.search(said.rest)):
        return Progress.UNCLEAR
    return first
