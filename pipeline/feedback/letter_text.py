"""The sentences of a unit's letter."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pipeline.feedback.letter_content import Letter, Received
from pipeline.wording import ELEMENTS, FORM_NAME, chinese_day, sentence
from rules.packs import Pack

MOST_NAMED = 3
MOST_PERSONS = 15
APPEAL = "对意见有不同看法的，请说明情况，由办公室研究确定。"
RESUBMIT = "请于{due}前修改后重新报送电子版，纸质件签字盖章。"
CONTACT = "如有疑问，请与本办公室联系。"


def received(letter: Letter) -> list[str]:
    """What came and when, kind by kind, and what could not be read."""
    parts = []
    for kind, name in FORM_NAME.items():
        for what, adds in ((name, False), (f"{name}的补充", True)):
            if forms := [r for r in letter.received if r.kind == kind and r.adds is adds]:
                parts.append(f"{what}{len(forms)}份（{_listed(forms)}）")
    texts = [f"共收到{'、'.join(parts)}。"] if parts else []
    return texts + [f"“{name}”无法读取：{sentence(reason)}" for name, reason in letter.unreadable]


def _listed(forms: list[Received]) -> str:
    more = "等" if len(forms) > MOST_PERSONS else ""
    if len({r.day for r in forms}) == 1:
        names = "、".join(_named(r, len(forms)) for r in forms[:MOST_PERSONS])
        return f"{names}{more}，{_day(forms[0].day)}"
    return "；".join(f"{_named(r, len(forms))}，{_day(r.day)}" for r in forms[:MOST_PERSONS]) + more


def _named(received: Received, of: int) -> str:
    """By file where there are few, by person where there are many."""
    name = received.file if of <= MOST_NAMED or not received.person else received.person
    return f"{name}[{received.note}]" if received.note else name


def _day(day: date | None) -> str:
    return f"{chinese_day(day)}收" if day else "收到日期未登记"


def overall(letter: Letter) -> list[str]:
    """What is fine, in figures, and how much is to be mended."""
    forms = letter.forms.total()
    if not forms:
        return ["未能读取到承诺书内容，暂不能提出意见。"]
    counted = [(f"有{name}的", letter.with_element[name]) for name in ELEMENTS] + [("四项俱全的", letter.complete)]
    shares = "、".join(f"{what}{n}条" for what, n in counted if n)
    good = f"{letter.good_items}条未发现问题，请保持。" if letter.good_items else ""
    text = f"共承诺{letter.items}条{'，其中' if shares else ''}{shares}。{good}"
    if not letter.points:
        return [text]
    counts = "、".join(f"{word}{n}处" for word in ("必须修改", "建议修改", "提示") if (n := letter.severities[word]))
    clean = f"{letter.clean_forms}份承诺书未发现问题，其余{forms - letter.clean_forms}份" if letter.clean_forms else ""
    return [f"{text}{clean}需要修改完善的共{sum(letter.severities.values())}处，其中{counts}。"]


def doubts(letter: Letter) -> list[str]:
    """What the office will look at itself."""
    texts = []
    if letter.paper_doubts:
        texts.append(f"下列事项电子版无法判定，由我办核对纸质件，不作为问题：{_counted(letter.paper_doubts, '份')}。")
    others = [_counted(counted, unit) for counted, unit in ((letter.doubts, "份"), (letter.item_doubts, "处")) if counted]
    if others:
        texts.append(f"有无下列情形程序尚不能确定，由我办对照名册、收件登记或原文核对，暂不必修改：{'、'.join(others)}。")
    return texts


def _counted(doubts: Counter[str], unit: str) -> str:
    return "、".join(f"{name}（{n}{unit}）" for name, n in doubts.items())


def closing(letter: Letter, pack: Pack, due: date | None) -> list[str]:
    """What comes next: when to resubmit, how many copies, whom to ask; numbered."""
    limit = due or pack.resubmit_by
    day = chinese_day(limit) if limit else "____月____日"
    if letter.points:
        texts = [pack.letter.get("resubmit_by", RESUBMIT).replace("{due}", day), pack.letter.get("appeal", APPEAL)]
    elif letter.unreadable:
        texts = [f"请于{day}前重新报送上述无法读取的文件，其余电子版不需要重新报送。"]
    else:
        texts = ["电子版不需要重新报送，请按通知要求签字盖章后报送纸质件。"]
    texts += [*_copies(letter, pack), *([letter.paper] if letter.paper else [])]
    usual = pack.letter.get("contact", CONTACT)
    texts.append(f"联系人：{letter.contact}。" if letter.contact else usual)
    return [f"{n}. {sentence(text)}" for n, text in enumerate(texts, start=1)]


def _copies(letter: Letter, pack: Pack) -> list[str]:
    """How many copies on paper, for the kinds of form that the unit handed in; said once where it is the same."""
    told: dict[str, list[str]] = {}
    for kind, copies in pack.copies.items():
        if letter.forms[kind.value] and (copies.text or copies.total):
            counted = copies.text.startswith("一式") or not copies.total
            text = copies.text if counted else f"一式{copies.total}份：{copies.text}"
            told.setdefault(text, []).append(FORM_NAME[kind.value])
    return [f"{'、'.join(names)}{'' if text.startswith('一式') else '：'}{text}" for text, names in told.items()]
