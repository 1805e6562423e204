"""返回说明.docx: the sheet on top of what a unit gets back: what is in the folder, what to send again, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.feedback import page
from pipeline.wording import chinese_day

FILE_NAME = "返回说明.docx"
HEADINGS = ("序号", "文件", "必须修改", "建议修改", "提示", "是否重新报送")
WIDTHS_CM = (1.2, 7.0, 1.9, 1.9, 1.5, 2.7)
MOST_TOLD = 30


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that goes back, with how many findings of each weight it has; `old` where a newer one came."""

    file: str
    must: int
    should: int
    hints: int
    old: bool = False

    @property
    def again(self) -> str:
        """Whether it has to come again."""
        if self.old:
            return "已有新稿，不需要"
        return "请修改后重报" if self.must else "请研究，改后重报" if self.should else "不需要"


@dataclass(frozen=True, slots=True)
class Note:
    """What the sheet says. `changes` are lines on what differs from the release of `since`."""

    unit: str
    office: str
    number: int
    day: date
    files: Sequence[Returned]
    unreadable: Sequence[str]
    others: Sequence[str]
    since: date | None
    changes: Sequence[str]


def write_note(target: Path, note: Note) -> None:
    """Write the sheet; the same note gives the same bytes."""
    document = page.new_page(f"第{note.number}次发出")
    page.title(document, "返回说明")
    page.line(document, f"{note.unit}：", indent=False)
    page.line(document, "现将你单位报送的公开承诺书审核后返回，请先看《审核意见》，再看各文件中的批注。")
    page.heading(document, "一、返回的材料")
    rows = [
        (str(n), f.file, *(str(count) if count else "—" for count in (f.must, f.should, f.hints)), f.again)
        for n, f in enumerate(note.files, start=1)
    ]
    page.table(document, HEADINGS, WIDTHS_CM, rows)
    for text in note.others:
        page.line(document, f"另附：{text}。")
    page.heading(document, "二、请办理的事项")
    for text in _duties(note):
        page.line(document, text)
    if note.since:
        page.heading(document, f"三、与{chinese_day(note.since)}发出的相比")
        for text in _changes(note.changes):
            page.line(document, text)
    page.signature(document, note.office or "（审核单位）", chinese_day(note.day))
    page.save(document, target, note.office, title="返回说明")


def _duties(note: Note) -> list[str]:
    again = [f.file for f in note.files if f.must]
    texts = [f"请修改后重新报送的：{'、'.join(again)}。"] if again else []
    if any(f.should and not f.must for f in note.files):
        texts.append("只有“建议修改”的，请研究；确有理由的可以不改，不改的不用重报。")
    if note.unreadable:
        texts.append(f"没有读出、请重新报送的：{'、'.join(note.unreadable)}。")
    if not texts:
        texts.append("没有需要修改的问题，电子版不用重新报送。")
    else:
        texts.append("时间和份数见《审核意见》。请照批注在原文件上修改，文件名不变。")
    return texts


def _changes(changes: Sequence[str]) -> list[str]:
    more = [f"……共{len(changes)}处。"] if len(changes) > MOST_TOLD else []
    return [*changes[:MOST_TOLD], *more] or ["意见没有变化，文件有更新。"]
