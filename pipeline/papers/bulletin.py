"""审核情况通报: who handed in, what is common, what to mend, and that it will be looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pipeline.feedback import page
from pipeline.ledger.tally import Fault
from pipeline.paper_copies import short_rows
from pipeline.papers.gather import Round
from pipeline.status import CAME, DUE, ORG_FORM, PERSON_FORM, State, StatusRow
from pipeline.wording import DRAFT, ELEMENTS, chinese_day, sentence, short
from rules.packs import Pack

NAME = "审核情况通报"
NUMERALS = "一二三四五六七八九十"
MOST_FAULTS, MOST_NAMES = 8, 40
PRESSED = ((State.MISSING, "未报"), (State.LATE, "迟报"))
LATE = "B02"
"""Told with what came, not among the faults."""
AGAIN = "我办将对整改情况进行“回头看”，对重新报送的承诺书逐项核对，并将核对结果反馈各单位；未按要求修改的，退回修改。"


def write_bulletin(target: Path, found: Round, pack: Pack, due: date | None, *, names: bool, roster: bool) -> None:
    """Write the bulletin. Units and people are named only with `names`; without a roster (`roster` False) it is not
    known who is missing, and nothing is said of it."""
    document = page.new_page(DRAFT)
    year = f"{pack.year}年度" if pack.year else ""
    page.title(document, f"关于{year}公开承诺书审核情况的通报")
    page.line(document, "各党组织：", indent=False)
    page.line(document, f"根据《{pack.title}》要求，我办对报送的公开承诺书逐份进行了审核。现将有关情况通报如下。")
    sections = (
        ("报送情况", _came(found, names=names, roster=roster)),
        ("总体情况", _whole(found)),
        ("存在的主要问题", _faults(found, pack)),
        ("整改要求", _mending(found, pack, due)),
        ("回头看", [pack.letter.get("again", AGAIN)]),
    )
    for numeral, (heading, lines) in zip(NUMERALS, sections, strict=False):
        page.heading(document, f"{numeral}、{heading}")
        for text in lines:
            page.line(document, text)
    page.signature(document, pack.office or "（审核单位）", "　　年　　月　　日")
    page.save(document, target, pack.office, title=NAME)


def _came(found: Round, *, names: bool, roster: bool) -> list[str]:
    lines = []
    for what in (ORG_FORM, PERSON_FORM):
        count = Counter(row.state for row in found.status.rows if row.what == what)
        came, total = sum(count[s] for s in CAME), sum(count[s] for s in DUE)
        if not (total or came):
            continue
        told = [f"按期{count[State.ON_TIME]}份", f"迟报{count[State.LATE]}份"]
        told += [f"收到日期未登记{count[State.UNDATED]}份"] if count[State.UNDATED] else []
        due = f"应报{total}份，已报{came}份" if roster else f"收到{came + count[State.EXTRA]}份"
        tail = f"；口头承诺{count[State.ORAL]}人" if count[State.ORAL] else ""
        missing = f"；未报{count[State.MISSING]}份" if roster else ""
        lines.append(f"{what}{due}（其中{'、'.join(told)}）{tail}{missing}。")
    if short := short_rows(found.status.rows):
        lines.append(f"按收件登记，纸质件未交齐的{len(short)}份，共差{sum(row.paper.short for row in short)}份。")
    if roster:
        lines += _companions(found)
    lines += _named(found.status.rows) if names and roster else []
    return lines or ["没有收到可以审核的承诺书。"]


def _companions(found: Round) -> Iterable[str]:
    for what in dict.fromkeys(row.what for row in found.status.companions):
        count = Counter(row.state for row in found.status.companions if row.what == what)
        came = sum(count[s] for s in CAME)
        late = f"，其中迟报{count[State.LATE]}份" if count[State.LATE] else ""
        unclear = f"；另有{count[State.UNCLEAR]}个单位的负责人名册没有写明" if count[State.UNCLEAR] else ""
        yield f"{what}应报{came + count[State.MISSING]}份，已报{came}份{late}{unclear}。"


def _named(rows: Iterable[StatusRow]) -> Iterable[str]:
    """Who is missing and late: organisations by name, people by their organisation."""
    for state, label in PRESSED:
        theirs = [row for row in rows if row.state is state]
        units = [row.unit for row in theirs if not row.person]
        people = [f"{row.unit}{row.person}" for row in theirs if row.person]
        for what, found in ((ORG_FORM, units), (PERSON_FORM, people)):
            if found:
                more = f"等{len(found)}个" if len(found) > MOST_NAMES else ""
                yield f"{label}{what}的有：{'、'.join(found[:MOST_NAMES])}{more}。"


def _whole(found: Round) -> list[str]:
    tally = found.tally
    if not tally.items:
        return ["没有可以审核的承诺事项。"]
    shares = "、".join(f"有{name}的{tally.with_element[name] / tally.items:.0%}" for name in ELEMENTS)
    return [
        f"共审核承诺书{tally.forms.total()}份、承诺事项{tally.items}条。承诺事项中，{shares}，四项俱全的{tally.complete / tally.items:.0%}。"
        + (f"有{tally.clean}份承诺书没有发现需要修改的问题。" if tally.clean else "")
    ]


def _serious(found: Round) -> list[Fault]:
    faults = [f for f in found.tally.faults() if f.serious and f.code != LATE]
    return sorted(faults, key=lambda f: (-f.serious_share, f.code))[:MOST_FAULTS]


def _faults(found: Round, pack: Pack) -> list[str]:
    """In the tone of such papers: 多数, 部分, 个别, with an example; hints are left out."""
    lines = []
    for n, fault in enumerate(_serious(found), start=1):
        what, measure = ("承诺事项", "条") if fault.on_items else ("承诺书", "份")
        example = "、".join(f"“{text}”" for text in found.examples.get(fault.code, ()))
        shown = f"（如{example}）" if example else ""
        lines.append(
            f"{n}. {fault.tone}{what}{_fault(fault, pack)}{shown}，共{fault.serious}{measure}，占{fault.serious_share:.1%}，"
            f"涉及{fault.serious_units}个单位。"
        )
    return lines or ["没有发现需要修改的共性问题。"]


def _fault(fault: Fault, pack: Pack) -> str:
    title = short(fault.code, pack)
    return title if title.startswith(("缺", "没有", "全表没有")) else f"存在“{title}”问题"


def _mending(found: Round, pack: Pack, due: date | None) -> list[str]:
    """What to do, by the families of faults that were found; the sentences are the pack's (letter: mend_C …)."""
    families = dict.fromkeys(fault.code[0] for fault in _serious(found))
    lines = [pack.letter[key] for family in families if (key := f"mend_{family}") in pack.letter]
    if any(row.state is State.MISSING for row in (*found.status.rows, *found.status.companions)):
        lines.append(pack.letter.get("mend_missing", "未报的单位和个人尽快补报；确有特殊情况不能报送的，书面说明原因。"))
    limit = due or pack.resubmit_by
    day = chinese_day(limit) if limit else "____月____日"
    lines.append(f"各单位对照反馈的批注和《审核意见》逐项修改，于{day}前重新报送。对意见有不同看法的，请说明情况，由我办研究确定。")
    return [f"{n}. {sentence(text)}" for n, text in enumerate(lines, start=1)]
