"""`chengnuo release`: what was reviewed is packed, unit by unit, and recorded as sent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import EXIT_FINDINGS, say
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.ledger.store.store import Store
    from pipeline.release.pack import Packed, Who, Wish

MOST_TOLD = 20


@click.command(cls=PlacedCommand, options_metavar="[选项]", name="release", short_help="打包发出")
@OUT
@click.option("--unit", "units", multiple=True, metavar="单位", help="只打包名称中含有这几个字的单位；可以写几次。")
@click.option("--accept-rest", is_flag=True, help="没有填复核意见的，视为同意（“待定”的除外）。")
@click.option("--again", is_flag=True, help="上次发出后没有变化的单位也再打包一次。")
@click.option("--zip", "zipped", is_flag=True, help="每个单位一个 zip 压缩包；不写则每个单位一个文件夹。")
@click.option("--by", default="", metavar="姓名", help="经办人；不写则用本机用户名。")
@click.option("--list", "listing", is_flag=True, help="不打包，只列出以前发出的记录。")
@click.pass_context
def command(
    ctx: click.Context, out: Path, units: tuple[str, ...], accept_rest: bool, again: bool, zipped: bool, by: str, listing: bool
) -> None:
    """把复核好的单位打包到“结果文件夹/发出/第N次”，登记什么时候发出了什么。

    \b
    每个单位一个文件夹（或 zip）：
      返回说明.docx    有哪些文件、哪些要改好重报；再次发出时写明与上次有什么不同
      审核意见.docx    去掉“草稿”字样，没有填日期的填上今天
      加了批注的文件   与“反馈”里的相同，您改过的照您改的

    \b
    “必须修改”“建议修改”的都有了复核意见、没有“待定”的单位才打包；其余列出还差几处。
    复核意见写好后要先运行一次 chengnuo run。程序只打包和登记，不会自己发送。

    \b
    退出码：0 完成；1 有单位没有打包；2 不能打包，或命令写错；3 程序内部出错。

    \b
    例：chengnuo release
        chengnuo release --unit 机电学院 --accept-rest --zip
    """
    from pipeline.decisions.readback import who
    from pipeline.ledger.review.reading import ReviewError
    from pipeline.ledger.store.opening import StoreError, store_exists
    from pipeline.ledger.store.store import open_store
    from pipeline.outputs import OutputError
    from pipeline.release.pack import Who, Wish
    from pipeline.release.standing import ReleaseError

    try:
        if not store_exists(out):
            raise ReleaseError(f"“{out}”里没有审核结果。请写 chengnuo run 的结果文件夹（--out 所指的）。")
        with open_store(out) as store:
            if listing:
                _list(store)
                return
            packed = _pack(out, store, Wish(units, accept_rest, again, zipped), Who(by.strip() or who(), datetime.now(), ""))
    except (ReleaseError, StoreError, ReviewError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    _report(packed)
    ctx.exit(EXIT_FINDINGS if packed.waiting else 0)


def _pack(out: Path, store: Store, wish: Wish, who: Who) -> Packed:
    from dataclasses import replace

    from pipeline.outputs import OutputFolder
    from pipeline.release.pack import pack
    from pipeline.release.plan import load_plan
    from pipeline.release.standing import ReleaseError, check
    from rules.packs import PackError, load_pack

    folder = OutputFolder(out)
    check(folder, store)
    plan = load_plan(out)
    last = store.last_run()
    if plan is None or last is None:
        raise ReleaseError("不知道哪个文件夹是哪个单位的。请再运行一次 chengnuo run，然后打包。")
    try:
        office = load_pack(last.notice).office
    except PackError:
        office = ""  # the notice lay in a folder that is gone; the letter has the office
    return pack(folder, store, plan, wish, replace(who, office=office))


def _report(packed: Packed) -> None:
    if packed.folder:
        say(f"第{packed.number}次发出：{len(packed.units)} 个单位，在“{packed.folder}”，已登记。请核对后发送。")
    for unit, lines in packed.changes.items():
        say(f"  {unit}与上次相比：{'' if lines else '意见没有变化，文件有更新。'}")
        for line in lines[:MOST_TOLD]:
            say(f"    {line}")
    if packed.unchanged:
        say(f"没有变化、不再打包的 {len(packed.unchanged)} 个：{'、'.join(packed.unchanged[:MOST_TOLD])}。要再发的加 --again。")
    if packed.waiting:
        say(f"没有打包的 {len(packed.waiting)} 个：")
        for unit, reason in packed.waiting[:MOST_TOLD]:
            say(f"  {unit}：{reason}。")
        if len(packed.waiting) > MOST_TOLD:
            say(f"  ……其余 {len(packed.waiting) - MOST_TOLD} 个从略。")
    if not (packed.folder or packed.waiting or packed.unchanged):
        say("没有这样的单位，请核对 --unit。")


def _list(store: Store) -> None:
    from pipeline.ledger.store.releases import releases

    found = releases(store)
    for one in found:
        say(f"第{one.number}次  {one.at:%Y-%m-%d %H:%M}  {one.by}  {one.folder}")
        for sent in one.units:
            rest = f"，其中 {sent.unreviewed} 处未逐条复核" if sent.unreviewed else ""
            say(f"  {sent.name}：意见 {len(sent.said)} 处{rest}，文件 {len(sent.files)} 个")
            for path, digest in sent.files:
                say(f"    {path}  {digest}")
    if not found:
        say("还没有发出过。")
