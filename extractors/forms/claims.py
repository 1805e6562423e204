"""Who or what a label of a form's end speaks of: the promiser, his superior, a witness, a day of some other kind."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from extractors.forms.dates import find_dates
from extractors.forms.signlines import MARK, PERSON, SEES
from extractors.forms.text import half, label_key
from extractors.forms.titles import org_name
from extractors.forms.vocabulary import Role, exact, vocabulary
from extractors.houses import AUTHORITIES, SIGNS
from extractors.model.value_class import value_class
from extractors.offices import LED


class Claimant(StrEnum):
    """Whose a date under a label is. The first four say it by themselves; an office, an organisation or a stranger signs as
    the promiser or above him, as the others of the form tell; a bare 签名 or 日期 belongs to whoever was named before it."""

    OWN = "own"
    UPPER = "upper"
    SEES = "sees"
    OTHER = "other"
    LEADS = "leads"
    UNIT = "unit"
    STRANGER = "stranger"
    NOBODY = "nobody"


SURE = frozenset({Claimant.OWN, Claimant.UPPER, Claimant.SEES, Claimant.OTHER})
_DAY = re.compile("(?P<what>.*?)(?:日期|时间|年月日?|时限|期限)")
_NEUTRAL = re.compile("(?:签[名字署订章]|盖章|按手印)*|本次|当前|落款|今天")
_OWN = re.compile("(?<!被)承诺(?!期|时限|兑现|完成|事项|内容|项目|书)|[立许亮]诺|践诺人|本人|党员签|^(?:全体)?党员$|^保证人|^立书人|^宣誓|^填[表报]人|^签(?:订|约)人|^乙方$")
_UPPER = re.compile("审[核批定查阅诺]|批[准示复]|核准|意见|上一?级|备案")
_OTHER = re.compile("(?!公示人)(?:承诺(?:期|时限|兑现|完成)|[兑践]诺?[现诺](?!人)|评[议定价]|测评|责任人|牵头|反馈|整改|完成|验收|公示|受理|收[到件]|登记|印[制发]|制[表订定]|考核|回访)")
_VERDICT = re.compile("(?:支部|党委|总支|党组|组织|大会)[^的]{0,6}评[定价]意见$")
_SIGNS = re.compile("(?:签名|签字|签章|盖章)$")
_LEADS = re.compile(f"书记|负责人|领导|[^一-鿿]?主任|委员$|班子|[{LED}]长$|经理$|经办人$")
_BODY = re.compile(f"{SIGNS}|委员会|[村居]委|部门|..[^一-鿿]?.[{AUTHORITIES}]$")
_PARTY = re.compile("[人方者]$|代表$")
_STRICT = re.compile(
    r"(?:[立许践亮承]诺|签名|签字|签[章订约]|盖章|本人|党员|审[核批定查诺]|批准|见证|监督|证明|支部|党委|总支|党组织|单位|上级|书记|负责)"
    r"(?:人|单位|党员|党组织|支部|方|者|部门|意见|书记)?(?:签名|签字|签章|盖章)?(?:日期|时间)?|日期|时间"
)
_ENDS = re.compile(rf"{MARK}\s*:?|:")
_STOP = re.compile(r"[。;!?,)\]】]|\s{2,}|\t|_+")
_SIGNING = re.compile("签名|签字|签章|盖章|公章|印章|手印|按|盖|捺|[章印签字]")
_DATED = frozenset({"birth", "joined", "tenure_start"})
_AGREES = re.compile(r"\s*(?:经[^，。,]{0,10}[，,])?(?:情况)?(?:不?同意|属实|通过)")
"""What only a superior says behind his label (支部：同意)."""
_REACHED = re.compile("(?:电话|手机|热线|邮箱|地址|号码?)$")
_SAID = re.compile("不?同意|属实|情况属实|通过|批准[^人]|可行|合格")
_LONGEST = 24
"""Letters of a label at most."""


@value_class
class Claim:
    """A label's claimant and key, and where it begins in its line."""

    who: Claimant
    key: str
    start: int

    @property
    def sure(self) -> bool:
        return self.who in SURE


@lru_cache(maxsize=4096)
def claims(text: str) -> tuple[Claim, ...]:
    """Every label of a line that says whose a date is, from left to right: those before a colon or a mark, and known words that
    stand alone between blanks."""
    plain = half(text)
    for hit in find_dates(text):
        if hit.state == "blank" and plain[hit.end : hit.end + 1] == ":":
            continue  # 出生年月：1965年2月 is a label and a day
        plain = plain[: hit.start] + ";" * (hit.end - hit.start) + plain[hit.end :]
    found: list[Claim] = []
    labels: list[tuple[int, int]] = []
    low = 0
    for end in _ENDS.finditer(plain):
        start = _begin(plain, low, end.start())
        inner = _SIGNING.sub("", end.group().strip("([【】)]: \u3000"))
        printed = plain[start : end.start()]
        within = claimant(_key(inner), marked=True) if len(inner) > 1 else None
        claim = within or claimant(_key(printed), marked=len(end.group()) > 1)
        if claim not in SURE and _AGREES.match(plain, end.end()):
            claim = Claimant.UPPER
        if claim is not None:
            found.append(Claim(claim, _key(inner if within else printed), start))
            labels.append((start, end.end()))
        low = end.end()
    found += [c for c in _alone(plain) if not any(start <= c.start < end for start, end in labels) and not (labels and plain[c.start - 1 : c.start] == "(" and c.start > labels[-1][1])]
    return tuple(sorted(found, key=lambda c: c.start))


def _begin(text: str, low: int, end: int) -> int:
    """Where the label that ends there begins: behind the last stop or wide blank."""
    label = text[low:end].rstrip(" _\t")
    starts = [m.end() for m in _STOP.finditer(label)]
    start = low + (starts[-1] if starts else 0)
    return start + len(text[start:end]) - len(text[start:end].lstrip(" ([【/"))


def _key(printed: str) -> str:
    """The key of a label; of a value and a label with one blank between them, the label's."""
    words = printed.split()
    last = len(words) - 1
    while last > 0 and len(words[last]) == 1:
        last -= 1
    joined = "".join(words[last:])
    return label_key(joined if len(joined) > 1 else printed)


def _alone(plain: str) -> list[Claim]:
    """Known labels that stand between blanks without a colon."""
    found = []
    tokens = list(re.finditer(r"[^\s;。,!?()_/]+", plain))
    for i, token in enumerate(tokens):
        word, after = token.group(), tokens[i + 1].group() if i + 1 < len(tokens) else ""
        if len(word) <= 14 and _SAID.match(after) and _BODY.search(word):
            found.append(Claim(Claimant.UPPER, word, token.start()))
        elif len(word) <= 12 and _STRICT.fullmatch(word) and (who := claimant(word, marked=True)) is not None:
            found.append(Claim(who, word, token.start()))
    return found


@lru_cache(maxsize=4096)
def claimant(key: str, *, marked: bool = False) -> Claimant | None:
    """Who a label speaks of; None for labels that say nothing of it (a telephone, a name). `marked` where a signature or seal is
    asked for."""
    if not key or len(key) > _LONGEST or _SAID.match(key) or _REACHED.search(key):
        return None
    known = exact(key)
    if known is not None and (known.key in _DATED or known.role is Role.COMMITMENT):
        return Claimant.OTHER if known.key else Claimant.OWN
    day = _DAY.fullmatch(key)
    if day is not None:
        return _day(day["what"])
    if _NEUTRAL.fullmatch(key):
        return Claimant.NOBODY
    if SEES.search(key):
        return Claimant.SEES
    if known is not None and known.role is Role.APPROVAL:
        return Claimant.UPPER
    if _OTHER.search(key) and not _VERDICT.search(key):
        return Claimant.OTHER
    if _UPPER.search(key):
        return Claimant.UPPER
    if _OWN.search(key):
        return Claimant.OWN
    signer = _SIGNS.sub("", key)
    if _LEADS.search(signer):
        return Claimant.LEADS
    if known is None and vocabulary().other.search(key):
        return Claimant.OTHER
    if (marked or signer != key) and (_BODY.search(signer) or org_name(signer)):
        return Claimant.UNIT
    if signer != key and len(signer) > 1 and not PERSON.fullmatch(signer):
        return Claimant.STRANGER
    return Claimant.STRANGER if _PARTY.search(key) and len(key) <= 8 else None


def _day(what: str) -> Claimant:
    """Whose a day of that name is; one of another name than those of signing and approval is a day of its own kind."""
    if _OTHER.search(what):
        return Claimant.OTHER
    if _NEUTRAL.fullmatch(what):
        return Claimant.NOBODY
    if SEES.search(what):
        return Claimant.SEES
    if _UPPER.search(what):
        return Claimant.UPPER
    return Claimant.OWN if _OWN.search(what) or what in ("承诺", "填表", "填报", "填写", "申报", "报送", "上报", "呈报", "提交", "递交") else Claimant.OTHER
