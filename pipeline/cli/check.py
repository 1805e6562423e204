"""`chengnuo check`: what a branch runs on its own form before it hands it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE, say, say_json

if TYPE_CHECKING:
    from pipeline.records import FormRecord, UnreadableRecord


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="check", short_help="自查一个或几个文件")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--notice", "-n", default="base", metavar="通知", help="按哪个通知检查；不写则按通用要求（默认 base）。")
@click.option("--format", "style", default="text", type=click.Choice(["text", "json"]), help="输出形式（默认 text）。")
@click.option("--all", "everything", is_flag=True, help="无法判定的事项也列出。")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], notice: str, style: str, everything: bool) -> None:
    """报送前自查：列出承诺书里需要修改的地方，不生成任何文件。

    \b
    退出码：0 没有必须修改的问题；1 有必须修改的问题；2 有文件无法读取，或命令写错；3 程序内部出错。

    \b
    例：chengnuo check 机电学院党总支公开承诺书.docx --notice csust-2012
    """
    from pipeline.records import FormRecord
    from pipeline.rosters.roster import Roster
    from pipeline.submission import process, submission
    from pipeline.trouble import why
    from rules.packs import PackError, load_pack

    try:
        pack = load_pack(notice)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    code = EXIT_CLEAN
    for path in files:
        if path.is_dir():
            raise click.ClickException(f"“{path}”是文件夹。请逐个写出文件；整个文件夹请用 chengnuo run。")
        try:
            source = submission(path)
        except OSError as error:
            raise click.ClickException(f"文件“{path}”打不开（{why(error)}），请核对文件名和权限。") from error
        for record in map(_as_handed_in, process(source, pack, Roster())):
            if style == "json":
                say_json(record.model_dump(mode="json"))
            elif isinstance(record, FormRecord):
                _show_form(record, everything)
            else:
                _show_unreadable(record)
            code = max(code, _code(record))
    ctx.exit(code)


def _as_handed_in(record: FormRecord | UnreadableRecord) -> FormRecord | UnreadableRecord:
    """A file that calls itself a supplement is looked at as one: the form that it adds to was handed in before."""
    from pipeline.supplements import settled

    if record.record == "unreadable" or record.addition == "no":
        return record
    return settled(record, record.version, record.addition, beside=True)


def _code(record: FormRecord | UnreadableRecord) -> int:
    if record.record == "unreadable":
        return EXIT_UNREADABLE
    must = any(f.verdict == "deficient" and f.severity == "必须修改" for f in record.findings)
    return EXIT_FINDINGS if must else EXIT_CLEAN


def _show_unreadable(record: UnreadableRecord) -> None:
    say(f"{record.file}：{record.message}{record.next_step}")


def _show_form(record: FormRecord, everything: bool) -> None:
    from pipeline.wording import FORM_NAME, VERDICT, WEIGHT

    owner = " ".join(x for x in (record.unit.name, record.person) if x) or "未写明单位"
    say(f"{record.file}：{FORM_NAME[record.kind]}，{owner}，{f'{record.year}年度' if record.year else '年度不明'}，承诺事项 {len(record.items)} 项。")
    if record.addition != "no":
        say("  本文件写明是补充，按补充检查：对整份承诺书的要求（如方面覆盖、制度、期限）请在原表中核对。")
    shown = [f for f in record.findings if everything or f.verdict == "deficient"]
    for finding in sorted(shown, key=lambda f: (f.verdict == "unknown", WEIGHT[f.severity], f.code)):
        label = VERDICT["unknown"] if finding.verdict == "unknown" else finding.severity
        clause = f"（{finding.clause.ref}）" if finding.clause.ref else ""
        say(f"  【{label}】{finding.code} {finding.message}{clause}")
        if finding.suggestion:
            say(f"      建议：{finding.suggestion}")
    hidden = len(record.findings) - len(shown)
    if not shown:
        say("  未发现需要修改的问题。")
    if hidden:
        say(f"  另有 {hidden} 处电子版无法判定（如签名、盖章），加 --all 可列出。")
