"""`chengnuo show`: what the program read and understood, for people or as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_UNREADABLE, say, say_error, say_json

if TYPE_CHECKING:
    from extractors.model import Form, PrintedDate
    from pipeline.records import ItemRecord, SpanPair
    from pipeline.submission import Judged

TARGETS = {"none": "无", "clear": "明确", "quantified": "量化", "unknown": "无法判定"}
FAULTS = {"vague": "空泛", "routine": "等同一般要求", "overpromise": "过高过泛", "copied": "照搬通知"}
DATE_STATES = {"blank": "（空）", "none": "（未印日期栏）", "impossible": "（不是有效日期）", "partial": "（未填全）"}


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="show", short_help="看读出了什么")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--notice", "-n", default="base", metavar="通知", help="按哪个通知理解时限和维度（默认 base）。")
@click.option("--format", "style", default="text", type=click.Choice(["text", "json"]), help="输出形式（默认 text）。")
@click.option("--text", "plain", is_flag=True, help="只显示读到的全部文字，不作分析。")
@click.option("--picture", metavar="文件.png", type=click.Path(path_type=Path), help="PDF：把每页读到的文字和表格线画出来。")
@click.pass_context
def command(ctx: click.Context, file: Path, notice: str, style: str, plain: bool, picture: Path | None) -> None:
    """显示程序从文件里读出的栏目、承诺事项和各项要素，便于核对。

    \b
    例：chengnuo show 承诺书.docx
        chengnuo show 承诺书.pdf --text
        chengnuo show 承诺书.pdf --picture 核对.png
    """
    from extractors.errors import DocumentError
    from extractors.reading import read

    if file.is_dir():
        raise click.ClickException(f"“{file}”是文件夹。请写一个文件；整个文件夹请用 chengnuo run。")
    if not file.is_file():
        raise click.ClickException(f"找不到文件“{file}”，请核对文件名。")
    try:
        if picture:
            _draw(file, picture)
        elif plain:
            say(read(file).text)
        else:
            _show(file, notice, style)
    except DocumentError as error:
        say_error(f"{file}：{error.message}{error.next_step}")
        ctx.exit(EXIT_UNREADABLE)


def _show(file: Path, notice: str, style: str) -> None:
    from pipeline.recording import form_record
    from pipeline.rosters.roster import Roster
    from pipeline.submission import judge_file, submission
    from rules.packs import PackError, load_pack

    try:
        pack = load_pack(notice)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    source = submission(file)
    found = list(judge_file(source, pack, Roster()))
    records = [form_record(j.facts, j.findings, sha256=source.sha256, file_format=j.format, pack=pack) for j in found]
    if style == "json":
        say_json([r.model_dump(mode="json") for r in records], indent=2)
        return
    for judged, record in zip(found, records, strict=True):
        _show_form(judged)
        for item in record.items:
            _show_item(item)
        _show_unread(judged.facts.form)


def _show_form(judged: Judged) -> None:
    from pipeline.wording import FORM_NAME, tidy
    from rules.unsure import LIMIT

    form = judged.facts.form
    title = tidy(form.title.text) or "（无标题）"
    say(f"【{title}】{FORM_NAME[form.kind]}，样式 {form.template}，{form.year or '不明'}年度")
    for f in form.fields:
        doubt = "（待核）" if form.scan and f.confidence < LIMIT else ""
        say(f"  {tidy(f.label)}：{f.value if f.value is not None else '（空）'}{doubt}")
    say(f"  签署日期：{_date(form.signing.date)}")
    if form.approval.printed:
        say(f"  审定意见：{form.approval.opinion or '（空）'}　日期：{_date(form.approval.date)}")
    say(f"  承诺事项：{len(judged.facts.items)} 项")


def _show_item(item: ItemRecord) -> None:
    from pipeline.wording import due, phrase

    def words(spans: Iterable[SpanPair]) -> str:
        return "、".join(item.text[a:b].strip() for a, b in spans) or "—"

    path = " › ".join(item.headings)
    say(f"  {item.n}. {f'[{path}] ' if path else ''}{item.ordinal}{item.text}")
    hedge = "（留有余地）" if item.target.hedged else ""
    say(f"     目标：{TARGETS[item.target.kind]}{hedge}　{words(item.target.spans)}")
    say(f"     项目：{words(item.project.spans)}　措施：{words(item.measures.spans)}")
    printed = f"（{phrase(item.deadline)}）" if item.deadline.phrase else ""
    say(f"     时限：{due(item.deadline)}{printed}　责任人：{'、'.join(item.responsible.names) or '—'}")
    dims = "、".join(f"{d.label}（{words(d.evidence)}）" for d in item.dimensions) or "—"
    faults = "、".join(word for name, word in FAULTS.items() if getattr(item.wording, name))
    say(f"     维度：{dims}　类别：{'其他' if item.part == 'other' else item.part}{f'　措辞：{faults}' if faults else ''}")


def _show_unread(form: Form) -> None:
    texts = [p.text.strip() for p in form.unread if p.text.strip()]
    if texts:
        say("  未归入栏目的文字：" + "；".join(texts))


def _date(printed: PrintedDate) -> str:
    return printed.day.isoformat() if printed.day else DATE_STATES.get(printed.state, "—")


def _draw(file: Path, picture: Path) -> None:
    from extractors.formats.pdfpage.picture import draw
    from extractors.reading import read

    found = read(file).format
    if found != "pdf":
        raise click.ClickException(f"--picture 只用于 PDF，“{file.name}”是 {found} 文件。请去掉 --picture，或加 --text 看读到的文字。")
    pages = draw(file.read_bytes(), picture)
    say("已画出：" + "、".join(str(p) for p in pages))
