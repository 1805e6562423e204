"""`chengnuo diff`: what differs between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_FINDINGS, say, say_json

if TYPE_CHECKING:
    from pipeline.release.compare import Difference

KINDS = ("新增", "消失", "变化")


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="diff", short_help="比较两次运行")
@click.argument("one", metavar="运行1", type=click.Path(path_type=Path))
@click.argument("other", metavar="[运行2]", required=False, type=click.Path(path_type=Path))
@click.option("--code", default="", metavar="代码", help="只看这条规则，如 C04。")
@click.option("--most", default=50, metavar="个数", type=click.IntRange(0), help="最多列出多少处（默认 50；0 表示只看各代码的个数）。")
@click.option("--format", "style", default="text", type=click.Choice(["text", "json"]), help="输出形式（默认 text）。")
@click.pass_context
def command(ctx: click.Context, one: Path, other: Path | None, code: str, most: int, style: str) -> None:
    """比较两次运行：哪些问题新增、消失，哪些的结论、程度、说法、依据或复核意见有变化。

    \b
    “运行”写结果文件夹（--out 所指的），或其中的 results.jsonl。
    只写一个结果文件夹的，与它上一次不同的结果比较：改了通知、名册或补收了文件，
    再运行一次，就能看出改动的影响。

    \b
    退出码：0 没有不同；1 有不同；2 找不到结果，或命令写错；3 程序内部出错。

    \b
    例：chengnuo diff 结果
        chengnuo diff 结果 结果-新通知 --code C04
    """
    from pipeline.release.compare import compare

    before, after = _pair(one, other)
    found = [d for d in compare(before, after) if code.upper() in ("", d.point.code)]
    if style == "json":
        for difference in found:
            say_json(_plain(difference))
    else:
        _show(found, most)
    ctx.exit(EXIT_FINDINGS if found else 0)


def _pair(one: Path, other: Path | None) -> tuple[Path, Path]:
    from pipeline.decisions.round import KEPT

    if other is not None:
        return _results(one), _results(other)
    after = _results(one)
    before = one / KEPT
    if not before.exists():
        raise click.ClickException(f"“{one}”只有一次结果，没有可比的。请写出要比较的另一次结果的文件夹。")
    return before, after


def _results(place: Path) -> Path:
    results = place / "results.jsonl" if place.is_dir() else place
    if not results.is_file():
        raise click.ClickException(f"“{place}”里没有审核结果（results.jsonl）。请写 chengnuo run 的结果文件夹（--out 所指的）。")
    return results


def _show(found: list[Difference], most: int) -> None:
    from pipeline.release.compare import count

    if not found:
        say("没有不同。")
        return
    for code, kinds in count(found).items():
        say(f"{code}  {'，'.join(f'{kind} {kinds[kind]} 处' for kind in KINDS if kinds[kind])}")
    for difference in found[:most]:
        point = difference.point
        say(f"【{difference.kind}】{point.code} {point.owner} {point.where}（{point.file}）{difference.what}")
    if most and len(found) > most:
        say(f"……共 {len(found)} 处，加 --most 可多列。")


def _plain(difference: Difference) -> dict[str, object]:
    point = difference.point
    sides = {"before": difference.before, "after": difference.after}
    told = {name: side.says if side else None for name, side in sides.items()}
    return {"kind": difference.kind, "code": point.code, "owner": point.owner, "where": point.where, "file": point.file, **told}
