"""`chengnuo notices test`: run a pack's own cases."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="test", short_help="运行通知自带的用例")
@click.argument("notice", metavar="[通知]", required=False)
@click.pass_context
def command(ctx: click.Context, notice: str | None) -> None:
    """检查通知写得对不对，并运行它 cases 文件夹里的用例；不给出通知则检查随程序提供的全部通知。

    \b
    退出码：0 全部通过；1 有用例不符；2 通知写错。

    \b
    例：chengnuo notices test 我的通知
    """
    from rules.packs import PackError, pack_ids

    try:
        wrong = sum([_tried(name) for name in ([notice] if notice else pack_ids())])
    except PackError as error:
        raise click.ClickException(str(error)) from error
    ctx.exit(EXIT_FINDINGS if wrong else EXIT_CLEAN)


def _tried(name: str) -> int:
    """Run the cases of a pack; how many are not as they should be."""
    from pipeline.notices.cases import cases_in, mistakes
    from rules.pack_files import pack_folder
    from rules.packs import load_pack

    pack, folder = load_pack(name), Path(pack_folder(name))
    cases = cases_in(folder / "cases", str(folder))
    wrong = [(case, told) for case in cases if (told := mistakes(case))]
    for case, told in wrong:
        say(f"{pack.id} {case.name}：{'；'.join(told)}")
    untried = sorted(set(pack.own_rules) - {case.code for case in cases})
    if untried:
        say(f"{pack.id} 没有用例的规则：{'、'.join(untried)}")
    say(f"{pack.id}：通知可用，用例 {len(cases)} 个，不符 {len(wrong)} 个。")
    return len(wrong)
