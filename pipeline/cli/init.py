"""`chengnuo init`: lay out a working folder."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="init", short_help="建一个工作文件夹")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
@click.option("--notice", "-n", required=True, metavar="通知", help="（必填）按哪个通知审核，如 csust-2012；用 chengnuo notices 查看。")
def command(folder: Path, notice: str) -> None:
    """建一个工作文件夹：设置文件、名册样表（带下拉框和提示）、收件文件夹、一页说明。已有的文件不改动。

    \b
    建好后：把名册填进“名册.xlsx”，把收到的文件放进“收件”，进入这个文件夹运行 chengnuo run 即可，不必再写选项。

    \b
    例：chengnuo init 公开承诺2012 --notice csust-2012
    """
    from pipeline.new_folder import lay_out
    from rules.packs import PackError, load_pack

    try:
        pack = load_pack(notice)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    made, kept = lay_out(folder, notice, pack)
    for name in made:
        say(f"已建：{folder / name}")
    for name in kept:
        say(f"已有，没有改动：{folder / name}")
    say(f"下一步：填好“{folder / '名册.xlsx'}”，用 chengnuo roster check 核对；收到的文件放进“{folder / '收件'}”，再运行 chengnuo run。")
