"""Who promises: kind, unit and person of a form, from its title, fields, signature and first sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.bylines import byline
from extractors.forms.parts import UNIT, Parts
from extractors.forms.signing import signer_line
from extractors.forms.signlines import PROMISES, SignLine
from extractors.forms.text import has_ordinal, squeeze
from extractors.forms.titles import house_name, is_generic, org_name, title_house, title_kind, title_unit
from extractors.forms.vocabulary import exact
from extractors.houses import NAMED, PARTY, SELF, WORKPLACES
from extractors.model import FormKind, Paragraph, Table
from extractors.model.value_class import value_class
from extractors.offices import HOUSES, WORK

_SELF = re.compile(r"本人|(?<!自)我(?:是|叫|将|要|承诺|愿|作为|身为|在|会|自愿|的|一定|郑重|能|[向对就把给跟和])|作为(?:一名|一个|党员|共产党员)|我个人")
_SECRETARY = re.compile(r"(?:本人|我|作为|身为|担任|任|选我当|当选).{0,24}?(?:书记|村支书)|书记.{0,6}(?:本人|我(?!们|[支院村局社镇校]))")
_ORG = re.compile(
    rf"[我本](?:{SELF}|方|党支部|党总支|党组|科|处|队|部门|委|行|矿|街道|县|区|办)|我们|全体党员|(?:党?支部|党委|总支|党组|两委)[^，。]{{0,12}}(?:承诺|如下)"
)
_ANNOUNCED = re.compile(r"[我咱]们[^，,。；;：:]{0,16}承诺|(?P<one>(?<!自)我|本人)(?:在此|现|特|将|就|谨|愿|自愿|再次|郑重|公开|庄严|严肃|诚恳|向[^，,。；：:]{1,20}|[作做]出)*(?:如下|以下)?(?:公开)?承诺")
"""Who says that the list comes: 我郑重承诺如下 is one person's word, whatever is told before of 我们支部."""
_HOUSE = re.compile(rf"[我本](?:{SELF}|司)(?!人的?名|实际|人员必须)")
_ONE = re.compile(r"本人|我(?![们局司院校园所站馆店厂中单企机镇乡村社支党总市县区省国])")
_TO_THE_PUBLIC = re.compile("(?:服务|社会|便民|惠民)(?:[一二三四五六七八九十]{1,2}[项条])?(?:的|若干)?承诺")
"""What only a house calls its promises, where no member is named."""
_OPENLY = re.compile(f"[^，。；：我本]{{2}}(?:{NAMED}|中心)[^：]*向(?:全?社会|[^，。；：]{{0,6}}[用客]户)(?:公开|郑重|庄严|作出|做出|以下|如下)*承诺")
"""A house that is named before it speaks to everybody."""
_UNIT_SIGNS = re.compile("承诺(?:单位|支部|党组织|党支部|党委|总支|党总支|方|集体)")
_HEAD = rf"(?:主\s*任|[{HOUSES}]\s*长|经\s*理)"
_HEADS = re.compile(rf"书\s*记[^：:\n]{{0,6}}[：:][^，。；]*?{_HEAD}[^：:\n]{{0,6}}[：:]|{_HEAD}[^：:\n]{{0,6}}[：:][^，。；]*?书\s*记[^：:\n]{{0,6}}[：:]")
"""Both heads of a house sign: it promises."""
_HEADS_ORG = re.compile("[^副]书记$")
"""The post of whoever heads a Party organisation."""
_MYSELF = re.compile("我叫|我名叫|我的名字|我是(?!们)")
_NAMED = re.compile(r"我叫(?P<a>[一-鿿]{2,4})(?=[，,。、（(；]|$)|(?:我是|本人是?|作为)[^，,。；：:]{0,36}?(?:党员|书记|教师|同志|主任|干部|本人)\s*(?P<b>[一-鿿·]{2,4})(?=[，,。（(；])|本人\s*(?P<c>[一-鿿]{2,3})(?=[，,])")
_UNIT = re.compile(rf"(?:^|[，,。：:\s])(?P<u>[一-鿿0-9（）()]{{2,28}}?(?:{PARTY})|中共[一-鿿]{{2,20}}委员会)(?=(?:[（(]|现|向|特|郑重|作|做|就|全体|在|承诺|决定|结合|将|经|，|,))")
_NOT_UNIT = re.compile(r"^[我本各]|(?:将|对|把|就)[我本]|根据|按照|经|为|全体|一个|通过")


_GAP = re.compile(r"\s{2,}|\t")
_AROUND = "()（）【】—–- \u3000"
"""What stands around a name below the title."""
_HOUSE_NAME = 4
"""The name of an organisation has so many letters at least."""


@value_class
class Promiser:
    """`unit` and `person` are "" where the form does not say them."""

    kind: FormKind
    unit: str
    person: str


def promiser(parts: Parts, title: str) -> Promiser:
    """Who promises, by the strongest sign there is: the title's noun, the form's fields, its words."""
    opening = _opening(parts)
    kind = title_kind(title)
    for sub in parts.subtitles:
        kind = title_kind(sub.text) if kind is FormKind.UNKNOWN else kind
    if kind is FormKind.MEMBER and not _value(parts, "name") and _ORG.search(opening) and not _SELF.search(opening) and _sealed(parts, alone=True):
        kind = FormKind.ORG
    if kind is FormKind.MEMBER and _list_of_members(parts) and not _value(parts, "name"):
        kind = FormKind.ORG
    if kind is FormKind.UNKNOWN or (kind is FormKind.ORG and not _value(parts, "org_name")):
        kind = _by_words(parts, kind, opening)
    signer = signer_line(parts.signs)
    house = _house(parts, title) if kind in (FormKind.UNKNOWN, FormKind.ORG) else ""
    if kind is FormKind.UNKNOWN and (house or _speaks_as_house(parts, title)):
        kind = FormKind.ORG
    return Promiser(kind, _unit(parts, title, opening, signer) or house, _person(parts, kind, opening, signer))


def _by_words(parts: Parts, kind: FormKind, opening: str) -> FormKind:
    """Fields first, then who speaks. An organisation's name in the title does not outweigh a single person's fields."""
    keys = {f.key for f in parts.fields}
    post = _value(parts, "post")
    if "tenure_start" in keys or ("name" in keys and keys & {"org_name"} and "书记" in post):
        return FormKind.SECRETARY
    if keys & {"gender", "birth", "ethnicity", "joined", "education"}:
        return FormKind.SECRETARY if "书记" in post and "副书记" not in post else FormKind.MEMBER
    if "name" in keys and keys & {"branch", "post", "class"} and not keys & {"member_count", "head", "org_name"}:
        return FormKind.SECRETARY if _HEADS_ORG.search(post) else FormKind.MEMBER
    if kind is not FormKind.UNKNOWN:
        return kind
    if _names_organisation(parts):
        return FormKind.ORG
    if (named := byline(parts)) is not None:
        return FormKind.SECRETARY if re.search("(?<!副)书记$", squeeze(named.post.text)) else FormKind.MEMBER
    if (keys & {"member_count", "head"} and not _countersigned(parts)) or _list_of_members(parts):
        return FormKind.ORG
    return _by_voice(parts, opening)


def _names_organisation(parts: Parts) -> bool:
    """Whether the fields say which organisation promises, and of no person: whoever signs then signs for it."""
    filled = {f.key for f in parts.fields if f.value}
    return "org_name" in filled and not filled & {"name", "post", "branch"}


def _countersigned(parts: Parts) -> bool:
    """Whether the head of the organisation only signs beside somebody else who promises (承诺人：张某　支部书记：李某)."""
    keys = {f.key for f in parts.fields if f.value}
    return {"name", "head"} <= keys and not keys & {"member_count", "org_name"} and _value(parts, "name") != _value(parts, "head")


def _house(parts: Parts, title: str) -> str:
    """The house of any kind that the title names, or that signs alone."""
    return title_house(title) or next((name for rest in _rests(parts.signs) if (name := house_name(rest))), "")


def _speaks_as_house(parts: Parts, title: str) -> bool:
    """Whether the promises are called those of a house (服务承诺), or themselves are (本局工作人员……), and nobody speaks of himself."""
    text = "\n".join(b.text for b in parts.body if isinstance(b, Paragraph))[:4000]
    named = _TO_THE_PUBLIC.search(squeeze(title)) or _OPENLY.search(_opening(parts)) or _HOUSE.search(text)
    return named is not None and _ONE.search(text) is None


def _list_of_members(parts: Parts) -> bool:
    """Whether the promises are those of many, a row each under 姓名."""
    heads = (cell for block in parts.body[:4] if isinstance(block, Table) for cell in block.cells if cell.row == 0)
    keys = {squeeze(cell.text) for cell in heads}
    return any(key == "党员" or ((label := exact(key)) is not None and label.key == "name") for key in keys)


def _led(sign: SignLine) -> bool:
    """Whether an organisation and the office of its head stand before a name (某支部　书记　张某)."""
    words = sign.rest.split()
    return len(words) > 2 and org_name(words[0]) != "" and words[1].endswith("书记")


def _sealed(parts: Parts, alone: bool = False) -> bool:
    """Whether an organisation signs as the promiser (承诺单位：某支部, 某支部（章）), and nobody as 承诺人; `alone` without label or mark too."""
    if any(s.label.endswith((*PROMISES, "本人")) or (alone and (s.label or s.person)) for s in parts.signs):
        return False
    if alone:
        return any(org_name(s.rest) for s in parts.signs)
    return any(_UNIT_SIGNS.search(s.label) is not None or (s.mark and org_name(s.rest)) for s in parts.signs)


def _by_voice(parts: Parts, opening: str) -> FormKind:
    signed = signer_line(parts.signs)
    alone = _SELF.search(opening)
    if _SECRETARY.search(opening) and alone:
        return FormKind.SECRETARY
    if alone and signed is not None and signed.person and re.search("(?<!副)书记", signed.rest):
        return FormKind.SECRETARY
    if not alone and (_HEADS.search("\n".join(s.passage.text for s in parts.signs)) is not None or _committee_signs(parts)):
        return FormKind.ORG
    offices = [s.rest for s in parts.signs if s.rest and not s.person]
    if signed is not None and ("书记" in signed.label or any(o.endswith("书记") for o in offices)) and not _ORG.search(opening):
        return FormKind.SECRETARY
    announced = [m["one"] for m in _ANNOUNCED.finditer(opening)]
    if announced:
        return FormKind.MEMBER if announced[-1] else FormKind.ORG
    if _ORG.search(opening) and not ((alone and "本人" in alone.group()) or _MYSELF.search(opening)):
        return FormKind.ORG
    if not alone and (_sealed(parts) or any(_led(s) or s.label.endswith("代表") for s in parts.signs)):
        return FormKind.ORG
    if alone or (signed is not None and signed.person):
        return FormKind.MEMBER
    if (signed is not None and signed.rest) or parts.ledger or _value(parts, "org_name") or _value(parts, UNIT):
        return FormKind.ORG
    return FormKind.MEMBER if any(f.key == "name" for f in parts.fields) else FormKind.UNKNOWN


def _committee_signs(parts: Parts) -> bool:
    """Whether the secretary and others of his committee sign below one another (书记：张某, 副书记：李某, 委员：王某)."""
    labels = [s.label for s in parts.signs if s.person]
    return any(re.search("(?<!副)书记$", label) for label in labels) and any(re.search("副书记$|委员$", label) for label in labels)


def speaks_alone(parts: Parts) -> bool:
    """Whether the first sentences are those of one person."""
    return _SELF.search(_opening(parts)) is not None


def _opening(parts: Parts) -> str:
    """The sentences before the first numbered promise."""
    found: list[str] = []
    for block in parts.body[:4]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            break
        found.append(block.text)
    return "\n".join(found)[:600]


def _value(parts: Parts, key: str) -> str:
    return next((f.value or "" for f in parts.fields if f.key == key), "")


def _unit(parts: Parts, title: str, opening: str, signer: SignLine | None) -> str:
    printed = _value(parts, "org_name") or _value(parts, "branch") or _value(parts, UNIT)
    if printed:
        return printed
    named = [*(s.text.strip(_AROUND) for s in parts.subtitles), *_rests(parts.signs)]
    if printed := title_unit(title):
        return next((full for n in named if (full := org_name(n)) and _in_full(full, printed)), printed)
    match = _UNIT.search("\n".join(line for line in opening.split("\n") if not line.rstrip().endswith(("：", ":")) or "承诺" in line))
    office = _label_unit(signer) if signer is not None else ""
    guesses = [*(org_name(n) for n in named), office, squeeze(match["u"]) if match and not _NOT_UNIT.search(match["u"]) else ""]
    return next((g for g in guesses if g and not is_generic(g)), "")


_ORG_PARTS = re.compile("(?:中共|中国共产党)?(?P<house>.+?)党?(?P<kind>总支|支|工?委|党组)[部委员会]*")


def _in_full(name: str, short: str) -> bool:
    """Whether a name is the other in full: more stands before the same house and kind (中共某镇某村支部委员会 of 某村党支部)."""
    full, known = _ORG_PARTS.fullmatch(name), _ORG_PARTS.fullmatch(short)
    return full is not None and known is not None and full["house"] != known["house"] and full["house"].endswith(known["house"]) and full["kind"] == known["kind"]


def same_org(one: str, other: str) -> bool:
    """Whether two names are of one organisation (中共某镇委员会, 某镇党委), one of them with more before it or not."""
    a, b = _ORG_PARTS.fullmatch(squeeze(one)), _ORG_PARTS.fullmatch(squeeze(other))
    if a is None or b is None or a["kind"] != b["kind"]:
        return False
    return a["house"].endswith(b["house"]) or b["house"].endswith(a["house"])


def _rests(signs: Sequence[SignLine]) -> list[str]:
    """What stands beside the marks of the end, whole and word by word; of two who seal side by side each for itself."""
    found: list[str] = []
    for sign in signs:
        sides = _GAP.split(sign.rest)
        apart = len(sides) > 1 and all(len(squeeze(side)) >= _HOUSE_NAME for side in sides)
        found += [*(sides if apart else [sign.rest]), *sign.rest.split()]
    return [f for f in found if f]


def _label_unit(signer: SignLine) -> str:
    """石螺滩村党支部书记：莫大川 names the unit in its label; before a person's name stands the office."""
    label = re.sub(r"(?:副?书记|负责人|签[名字]|承诺人)+$", "", signer.label)
    if org_name(label):
        return org_name(label)
    words = signer.rest.split()
    if len(words) < 2 or signer.person != words[-1] or len(words[0]) < 5:
        return ""
    named = re.sub(r"(?:副?书记|负责人|主任|委员)$", "", squeeze(words[0]))
    if not _WORK.search(named):
        return named
    house = _WORKS_AT.match(named)
    return house["house"] if house is not None else ""


_WORK = re.compile(f"(?:{WORK})$")
"""What somebody is by his work."""
_WORKS_AT = re.compile(f"(?P<house>.{{2,}}(?:{WORKPLACES}))[一-鿿]{{2,4}}$")
"""A house before it (县医院急诊科护士)."""


def _person(parts: Parts, kind: FormKind, opening: str, signer: SignLine | None) -> str:
    if kind is FormKind.ORG:
        return ""
    if printed := _value(parts, "name"):
        return printed
    if signer is not None and signer.person:
        return signer.person
    found = _NAMED.search(opening)
    return next((g for g in found.groups() if g), "") if found else ""
