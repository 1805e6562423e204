"""季度践诺情况通报: who reported, how the promises stand, what is wrong with the reports; two tables and a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.feedback import chart, fill, page
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Line, Unit
from pipeline.ledger.store.ledger import Which
from pipeline.wording import DRAFT, chinese_day
from pipeline.year.entries import Flag
from pipeline.year.lights import Light, standing
from pipeline.year.office import Office
from pipeline.year.quarter import Quarter
from pipeline.year.report_state import Came, Reported, flags_of, quarter_state

NAME = "践诺情况通报"
MOST_BARS = 25
REPORT_HEADS = ("序号", "单位", "应报", "按期", "迟报", "未报", "空表")
REPORT_CM = (1.2, 6.4, 1.7, 1.7, 1.7, 1.7, 1.8)
STATE_HEADS = ("序号", "单位", "事项", "已兑现", "推进中", "未兑现", "红", "黄", "蓝")
STATE_CM = (1.2, 5.2, 1.4, 1.5, 1.5, 1.5, 1.3, 1.3, 1.3)
DONE = (State.KEPT, State.CLOSED)
FAILED = (State.NOT_KEPT, State.PUT_RIGHT)
COUNTED = (*DONE, *FAILED, State.UNDER_WAY)


@dataclass(slots=True)
class Standings:
    """How the promises of a unit stand."""

    unit: Unit
    done: int = 0
    failed: int = 0
    running: int = 0
    lights: Counter[Light] | None = None

    @property
    def all(self) -> int:
        """All that are counted: carried over and dropped ones are not."""
        return self.done + self.failed + self.running


def write_bulletin(target: Path, office: Office, quarter: Quarter, *, names: bool) -> None:
    """Write the bulletin; units and people that did not report are named only with `names`. Raises YearError."""
    reported = quarter_state(office, quarter)
    stands = unit_standings(office)
    document = page.new_page(DRAFT)
    page.title(document, f"关于{quarter.words}公开承诺践诺情况的通报")
    page.line(document, "各党组织：", indent=False)
    page.line(document, f"现将{quarter.words}公开承诺践诺情况（截至{chinese_day(office.today)}）通报如下。")
    page.heading(document, "一、报告情况")
    for text in (*_came(reported), *(_named(reported) if names else ())):
        page.line(document, text)
    page.table(document, REPORT_HEADS, REPORT_CM, report_rows(reported))
    fill.centre_from(document, 2)
    page.heading(document, "二、践诺情况")
    page.line(document, _whole(stands))
    page.table(document, STATE_HEADS, STATE_CM, state_rows(stands))
    fill.centre_from(document, 2)
    _chart(document, stands)
    page.heading(document, "三、存在的主要问题")
    for text in _faults(reported):
        page.line(document, text)
    page.heading(document, "四、下步要求")
    for text in _asked(reported, stands):
        page.line(document, text)
    page.signature(document, office.pack.office or "（主管单位）", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title=NAME)


def unit_standings(office: Office) -> list[Standings]:
    """How the promises of the year stand, unit by unit."""
    found: dict[int, Standings] = {}
    for line in office.ledger.lines(Which(year=office.year, states=COUNTED)):
        _count(found.setdefault(line.unit.id, Standings(line.unit, lights=Counter())), line, office)
    return list(found.values())


def report_rows(reported: Iterable[Reported]) -> list[Sequence[str]]:
    """The first table: reports by unit, with the sum below."""
    by_unit: dict[int, tuple[str, Counter[str]]] = {}
    for one in reported:
        unit = one.owner.unit
        _, count = by_unit.setdefault(unit.id, (unit.name, Counter()))
        count.update({"应报": 1, one.came.value: 1, "空表": int(one.empty)})
    total = sum((count for _, count in by_unit.values()), Counter())
    keys = REPORT_HEADS[2:]
    rows = [(str(n), name, *(str(count[key]) for key in keys)) for n, (name, count) in enumerate(by_unit.values(), start=1)]
    return [*rows, ("", "合计", *(str(total[key]) for key in keys))]


def state_rows(stands: Sequence[Standings]) -> list[Sequence[str]]:
    """The second table: promises by unit, with the sum below."""
    rows = [(str(n), one.unit.name, *map(str, _numbers(one))) for n, one in enumerate(stands, start=1)]
    sums = [str(sum(column)) for column in zip(*(_numbers(one) for one in stands), strict=True)] or ["0"] * 7
    return [*rows, ("", "合计", *sums)]


def _count(one: Standings, line: Line, office: Office) -> None:
    one.done += line.item.state in DONE
    one.failed += line.item.state in FAILED
    one.running += line.item.state is State.UNDER_WAY
    assert one.lights is not None
    one.lights[standing(line.item, office.pack.lights, office.today).light] += 1


def _numbers(one: Standings) -> tuple[int, ...]:
    lights = one.lights or Counter()
    return one.all, one.done, one.running, one.failed, lights[Light.RED], lights[Light.YELLOW], lights[Light.BLUE]


def _came(reported: Sequence[Reported]) -> list[str]:
    count = Counter(one.came for one in reported)
    empty = sum(one.empty for one in reported)
    told = f"应报{len(reported)}份，按期{count[Came.ON_TIME]}份，迟报{count[Came.LATE]}份，未报{count[Came.MISSING]}份"
    told += f"，尚未到期{count[Came.OPEN]}份" if count[Came.OPEN] else ""
    return [f"{told}；收到的报告中，没有填写进展的{empty}份。"]


def _named(reported: Sequence[Reported]) -> Iterable[str]:
    for came in (Came.MISSING, Came.LATE):
        names = [one.owner.unit.name + (f"（{one.owner.name}）" if one.owner.personal else "") for one in reported if one.came is came]
        if names:
            yield f"{came.value}的有：{'、'.join(names)}。"


def _whole(stands: Sequence[Standings]) -> str:
    total, done = sum(one.all for one in stands), sum(one.done for one in stands)
    if not total:
        return "没有正在践诺的承诺事项。"
    red = sum((one.lights or Counter())[Light.RED] for one in stands)
    return f"列入践诺的承诺事项{total}项，已兑现{done}项，占{done / total:.0%}；逾期{red}项。各单位情况如下。"


def _chart(document: object, stands: Sequence[Standings]) -> None:
    shown = sorted(stands, key=lambda one: (one.done / one.all if one.all else 0, one.unit.id))[:MOST_BARS]
    if not shown:
        return
    title = "各单位践诺进度（项）" + (f"：兑现比例最低的{MOST_BARS}个单位" if len(stands) > MOST_BARS else "")
    series = [
        chart.Series("已兑现", [one.done for one in shown], "70AD47"),
        chart.Series("推进中", [one.running for one in shown], "9DC3E6"),
        chart.Series("未兑现", [one.failed for one in shown], "E06666"),
    ]
    chart.stacked_bars(document, title, [one.unit.name for one in shown], series, 16, min(4 + 0.8 * len(shown), 18))


def _faults(reported: Sequence[Reported]) -> list[str]:
    count = flags_of(list(reported))
    entries = sum(len(one.entries) for one in reported)
    told = [(flag, count[flag]) for flag in Flag if count[flag] and not flag.endswith("待核")]
    lines = [f"{n}. 报告事项{_how(flag)}的{number}项，占{number / entries:.0%}。" for n, (flag, number) in enumerate(told, start=1)]
    return lines or ["收到的报告没有发现明显的问题。" if entries else "没有收到报告。"]


def _how(flag: Flag) -> str:
    return "与上季度文字相同" if flag is Flag.REPEATED else flag.value if flag.startswith(("没有", "填", "是否")) else f"下步{flag.value}"


def _asked(reported: Sequence[Reported], stands: Sequence[Standings]) -> list[str]:
    lines = []
    if any(one.came is Came.MISSING for one in reported):
        lines.append("未报的尽快补报，并说明原因。")
    if any(one.empty for one in reported) or flags_of(list(reported)):
        lines.append("进展逐项写实：做了什么、用了什么办法、何时完成；没有进展的说明原因。")
    if any((one.lights or Counter())[Light.RED] for one in stands):
        lines.append("逾期事项逐项明确新的完成时限，责任到人；仍不能兑现的，限期整改。")
    lines.append("已兑现的事项及时报送佐证材料，复核后销号。")
    return [f"{n}. {text}" for n, text in enumerate(lines, start=1)]
