"""`chengnuo eval`: how right the program is on forms that somebody labelled."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import progress_bar, say, say_json


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="eval", short_help="用标注过的承诺书检验准确率")
@click.argument("gold", metavar="标注.jsonl", type=click.Path(path_type=Path))
@click.option("--notice", "-n", default="base", metavar="通知", help="按哪个通知理解时限和维度（默认 base）。")
@click.option("--format", "style", default="text", type=click.Choice(["text", "json"]), help="输出形式（默认 text）。")
@click.option("--worst", default=10, show_default=False, metavar="项数", help="列出差异最大的几项（默认 10，0 为不列）。")
@click.option("--quiet", "-q", is_flag=True, help="不显示进度。")
def command(gold: Path, notice: str, style: str, worst: int, quiet: bool) -> None:
    """把程序读出的结果与人工标注逐项比较，给出各要素的查准率、查全率和 95% 置信区间。

    \b
    标注文件每行一份承诺书，写明文件名和各项标注；也可以取 results.jsonl 中的若干行，
    改正其中不对的地方后使用。写法见 docs/手册.md 第十三部分。

    \b
    例：chengnuo eval 标注.jsonl --notice csust-2012
    """
    from pipeline.evaluation.gold import GoldError, load_lines
    from pipeline.evaluation.report import lines
    from pipeline.evaluation.run import score_all
    from rules.packs import PackError, load_pack

    try:
        pack, forms = load_pack(notice), load_lines(gold)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    except GoldError as error:
        raise click.ClickException(f"标注文件“{gold}”{error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"标注文件“{gold}”打不开，请核对文件名，并确认是 UTF-8 编码的文本。") from error
    if not forms:
        raise click.ClickException(f"标注文件“{gold}”里没有内容。")
    with progress_bar(quiet) as progress:
        scores = score_all(forms, pack, progress)
    if style == "json":
        from dataclasses import asdict

        say_json(asdict(scores), indent=2)
        return
    for line in lines(scores, worst):
        say(line)
