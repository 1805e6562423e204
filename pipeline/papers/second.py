"""复审意见: what a form that came again has mended, item by item."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path, PurePosixPath

from pipeline.feedback import page
from pipeline.papers.compare import GONE, LEFT, MENDED, NEW, OPEN, Outcome, compare, unchanged
from pipeline.records import FormRecord
from pipeline.wording import DRAFT, FORM_NAME, chinese_day, place, sentence, short
from rules.packs import Pack

NAME = "复审意见"
HEADINGS = ("序号", "位置", "意见", "复审结果", "现在的修改建议")
WIDTHS_CM = (1.1, 2.6, 5.6, 2.2, 4.7)
ORDER = (LEFT, NEW, OPEN, MENDED, GONE)


def write_second(target: Path, unit: str, earlier: FormRecord, later: FormRecord, pack: Pack, due: date | None) -> None:
    """Write the opinion on the later of two versions of one form."""
    outcomes = sorted(compare(earlier, later), key=lambda o: (ORDER.index(o.state), not (o.now or o.before), o.now or o.before))
    document = page.new_page(DRAFT)
    page.title(document, "关于公开承诺书的复审意见")
    page.line(document, f"{unit}{later.person or ''}：", indent=False)
    files = f"上次为“{PurePosixPath(earlier.file).name}”，本次为“{PurePosixPath(later.file).name}”"
    page.line(document, f"重新报送的{FORM_NAME[later.kind]}收悉（{files}）。经与上次报送的对照复审，意见如下。")
    page.heading(document, "一、复审结果")
    page.line(document, _summary(outcomes, same=unchanged(earlier, later)))
    if outcomes:
        page.heading(document, "二、逐项情况")
        page.table(document, HEADINGS, WIDTHS_CM, _rows(outcomes, earlier, later, pack))
    page.heading(document, f"{'三' if outcomes else '二'}、下一步")
    page.line(document, _next(outcomes, pack, due))
    page.signature(document, pack.office or "（审核单位）", "　　年　　月　　日")
    page.save(document, target, pack.office, title=NAME)


def _summary(outcomes: list[Outcome], *, same: bool) -> str:
    count = Counter(o.state for o in outcomes)
    before = len(outcomes) - count[NEW]
    mended = count[MENDED] + count[GONE]
    words = "本次报送的各栏目和承诺事项与上次相同，没有修改。" if same else ""
    if not outcomes:
        return f"{words}上次没有提出需要修改的意见，本次也没有发现新的问题。"
    asked = f"上次提出意见{before}处，已改{mended}处，未改{count[LEFT]}处" if before else "上次没有提出需要修改的意见"
    unsure = f"，待我办核对{count[OPEN]}处" if count[OPEN] else ""
    return words + (f"{asked}{unsure}；本次新发现{count[NEW]}处。" if count[NEW] else f"{asked}{unsure}，没有发现新的问题。")


def _rows(outcomes: list[Outcome], earlier: FormRecord, later: FormRecord, pack: Pack) -> list[tuple[str, ...]]:
    return [(str(n), *_cells(o, earlier, later, pack)) for n, o in enumerate(outcomes, start=1)]


def _cells(outcome: Outcome, earlier: FormRecord, later: FormRecord, pack: Pack) -> tuple[str, str, str, str]:
    finding = outcome.finding
    still = outcome.state in (LEFT, NEW)
    text = sentence(finding.message) if still else short(finding.code, pack)
    return _where(outcome, earlier, later), f"【{finding.severity}】{text}", outcome.state, finding.suggestion if still else "—"


def _where(outcome: Outcome, earlier: FormRecord, later: FormRecord) -> str:
    """第3项（原第2项) where the number changed."""
    if outcome.before and outcome.now:
        now = "、".join(map(str, sorted((outcome.now, *outcome.more))))
        return f"第{now}项" + (f"（原第{outcome.before}项）" if now != str(outcome.before) else "")
    if outcome.before or outcome.now:
        return f"第{outcome.now}项" if outcome.now else f"原第{outcome.before}项"
    return place(later if outcome.state in (LEFT, NEW, OPEN) else earlier, outcome.finding)


def _next(outcomes: list[Outcome], pack: Pack, due: date | None) -> str:
    limit = due or pack.resubmit_by
    day = chinese_day(limit) if limit else "____月____日"
    grave = [o for o in outcomes if o.state in (LEFT, NEW) and o.finding.severity != "提示"]
    if grave:
        return f"未改和新发现的，请于{day}前修改后再次报送；对意见有不同看法的，请说明情况，由我办研究确定。"
    if any(o.state == OPEN and o.finding.severity != "提示" for o in outcomes):
        return "待我办核对的，核对后另行告知是否需要再次报送；在此之前请不要报送纸质件。"
    if any(o.state in (LEFT, NEW) for o in outcomes):
        return "余下的均为提示，供参考，可不再重新报送电子版；请按通知要求签字盖章后报送纸质件。"
    return "不需要再次报送电子版，请按通知要求签字盖章后报送纸质件。"
