"""`chengnuo ledger export` and `import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import EXIT_FINDINGS, say
from pipeline.cli.ledger_options import BY, UNIT, YEAR, opened, who
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.ledger.exchange.plan import Plan


@click.command(cls=PlacedCommand, name="export", short_help="导出 Excel 台账", options_metavar="[选项]")
@OUT
@UNIT
@YEAR
@click.option("--name", default="", metavar="名称", help="工作簿的名称；不写则是“承诺台账”，选了单位的加单位名。")
@click.option("--lock", is_flag=True, help="锁定由程序填写的列（没有密码）。锁定后 Excel 不能排序，发给别人填写时用。")
@BY
def export_(out: Path, unit: str, year: int | None, name: str, lock: bool, by: str) -> None:
    """导出台账工作簿到结果文件夹，供填写进展、佐证和状态。您改过还没有导入的旧工作簿不会被替换，新的另加编号。

    \b
    例：chengnuo ledger export
        chengnuo ledger export --unit 机电学院 --lock
    """
    from pipeline.feedback.names import folder_name
    from pipeline.ledger.exchange.run import BOOK, export
    from pipeline.ledger.store.ledger import Which
    from pipeline.outputs import OutputFolder

    called = folder_name(name or (f"{BOOK}-{unit}" if unit else BOOK))
    with opened(out) as ledger:
        done = export(ledger, OutputFolder(out), Which(year=year, unit=unit), who(by), name=called, lock=lock)
    say(f"已导出 {done.items} 项，在“{done.path}”。")
    if done.asked:
        say(f"有 {done.asked} 个问题请在“待确认事项”里答复。")


@click.command(cls=PlacedCommand, name="import", short_help="读回填好的 Excel 台账", options_metavar="[选项]")
@OUT
@click.argument("book", metavar="工作簿.xlsx", type=click.Path(path_type=Path))
@click.option("--apply", "applied", is_flag=True, help="不再询问，直接写入。")
@click.option("--dry-run", "dry", is_flag=True, help="只列出要改什么，不写入。")
@click.option("--all", "everything", is_flag=True, help="全部列出，不从略。")
@BY
@click.pass_context
def import_(ctx: click.Context, out: Path, book: Path, applied: bool, dry: bool, everything: bool, by: str) -> None:
    """读回填好的台账：先列出修改、新增、冲突、不能采用和被删掉的行，确认后一次写入；写入前自动备份。

    \b
    只写入您改过的格。别人在导出以后改过同一格的，两个值都保留，列为问题。
    退出码：0 完成；1 没有写入，或有不能采用的；2 工作簿打不开或不是这个台账的；3 程序内部出错。
    """
    from dataclasses import replace

    from pipeline.ledger.exchange.run import bring_in, planned
    from pipeline.ledger.exchange.telling import told

    with opened(out) as ledger:
        plan = planned(ledger, book, by.strip())
        for line in told(plan, 10**9 if everything else 20):
            say(line)
        if not plan.changes:
            say("没有要写入的改动。")
            return
        if dry or not (applied or _agreed()):
            say("没有写入。")
            ctx.exit(EXIT_FINDINGS)
        done = bring_in(ledger, out, book, replace(who(by), by=by.strip()), plan, copied=lambda path: say(f"已备份到“{path}”。"))
    _report(done, set(plan.notes))
    ctx.exit(EXIT_FINDINGS if done.refused or done.conflicts else 0)


def _agreed() -> bool:
    """Ask; where nobody can answer, the answer is no."""
    try:
        return click.confirm("写入台账吗？", default=False)
    except click.Abort:
        return False


def _report(done: Plan, told: set[str]) -> None:
    edits = sum(len(one.edits) for one in done.items.values())
    say(f"已写入：修改 {edits} 格，新增 {len(done.added)} 项，冲突 {len(done.conflicts)} 格，不能采用 {len(done.refused)} 处。")
    for note in done.notes:
        if note not in told:
            say(note)
    if done.conflicts:
        say("冲突的格请在下次导出的“待确认事项”里答复，或用 chengnuo ledger questions 查看。")
