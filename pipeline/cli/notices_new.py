"""`chengnuo notices new`: a pack from a few answers."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say

if TYPE_CHECKING:
    from pipeline.notices.scaffold import Sketch

_SPLIT = re.compile(r"[、,，;；\s]+")


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="new", short_help="新建一个通知")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
@click.option("--id", "code", metavar="代号", help="代号，小写字母、数字和短横线；不写则用文件夹名。")
@click.option("--title", metavar="标题", help="通知标题。")
@click.option("--short", metavar="简称", help="批注里怎样称呼这个通知；不写则用标题。")
@click.option("--office", metavar="单位", help="审核意见落款的单位。")
@click.option("--year", type=click.IntRange(min=1990), metavar="年度", help="承诺年度。")
@click.option("--hand-in", type=click.DateTime(["%Y-%m-%d"]), metavar="日期", help="报送截止日期，如 2023-03-15。")
@click.option("--copies", type=click.IntRange(min=0), metavar="份数", help="一式几份。")
@click.option("--org-set", metavar="名称=方面…", help="党组织的方面，如 五个好，或 四强=班子强、队伍强、…。")
@click.option("--member-set", metavar="名称=方面…", help="党员的方面，如 五带头，或 四优=政治素质优、…。")
@click.option("--topic", "topics", multiple=True, metavar="名称=词…", help="通知的重点和看得出它的词；可写多次。")
@click.option("--yes", "quiet", is_flag=True, help="不提问，没有给出的留空（供脚本使用）。")
def command(folder: Path, quiet: bool, topics: tuple[str, ...], **given: object) -> None:
    """新建一个通知：逐项提问（回车跳过），写出 pack.yaml 和一个用例文件。其余要求都照通用要求 base。

    \b
    例：chengnuo notices new 我的通知
    例：chengnuo notices new qinghe-2023 --yes --title 关于做好公开承诺工作的通知 --year 2023
    """
    from pipeline.notices.scaffold import write_pack
    from rules.packs import PackError

    answers = dict(given) if quiet or not _at_a_terminal() else _asked(folder, given)
    try:
        for path in write_pack(folder, _sketch(folder, answers, topics)):
            say(f"已写好 {path}")
    except PackError as error:
        raise click.ClickException(str(error)) from error
    say(f"请对照通知修改 {folder / 'pack.yaml'}，再运行：chengnuo notices test {folder}")


QUESTIONS = {
    "code": "代号（小写字母、数字、短横线，如 qinghe-2023）",
    "title": "通知标题",
    "short": "简称（批注里用）",
    "office": "审核单位",
    "year": "承诺年度",
    "hand_in": "报送截止日期（如 2023-03-15）",
    "copies": "一式几份",
    "org_set": "党组织的方面（如 五个好，或 四强=班子强、队伍强、机制强、业绩强）",
    "member_set": "党员的方面（如 五带头，或 四优=政治素质优、岗位业绩优、服务作风优、群众评价优）",
}


def _at_a_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _asked(folder: Path, given: dict[str, object]) -> dict[str, object]:
    """Answers to what the options left open; Enter leaves it out."""
    from pipeline.notices.scaffold import is_id

    answers = dict(given)
    for name, question in QUESTIONS.items():
        if answers.get(name) is None:
            default = folder.name if name == "code" and is_id(folder.name) else ""
            answers[name] = _answer(name, question, default)
    return answers


def _answer(name: str, question: str, default: str) -> str | None:
    """One answer; what cannot be is said, and asked again."""
    while said := str(click.prompt(question, default=default, show_default=bool(default))).strip():
        wrong = _CHECKS[name](said) if name in _CHECKS else ""
        if not wrong:
            return said
        say(wrong)
    return None


def _said_of(read: Callable[[str], object]) -> Callable[[str], str]:
    """What is wrong with an answer, as reading it tells; "" where it can be read."""

    def wrong(said: str) -> str:
        try:
            read(said)
        except click.ClickException as error:
            return error.message
        return ""

    return wrong


def _sketch(folder: Path, answers: dict[str, object], topics: tuple[str, ...]) -> Sketch:
    from pipeline.notices.scaffold import Sketch, is_id

    def text(name: str) -> str:
        return str(answers.get(name) or "").strip()

    org, member = _named(text("org_set")), _named(text("member_set"))
    own = folder.resolve().name
    return Sketch(
        id=text("code") or (own if is_id(own) else "-".join(["tongzhi", *text("year")[:4].split()])),
        title=text("title") or folder.resolve().name,
        short=text("short"),
        office=text("office"),
        year=_number(text("year"), "承诺年度"),
        hand_in=_day(answers.get("hand_in")),
        copies=_number(text("copies"), "份数") or 0,
        dimensions={name: labels for name, labels in (org, member) if labels},
        sets={kind: name for kinds, (name, _) in (("org secretary", org), ("member", member)) if name for kind in kinds.split()},
        topics=dict(_named(topic) for topic in topics),
    )


def _named(text: str) -> tuple[str, tuple[str, ...]]:
    """名称=甲、乙 as a name and its words."""
    name, _, words = re.sub("[＝：:]", "=", text).partition("=")
    return name.strip(), tuple(word for word in _SPLIT.split(words.strip()) if word)


def _set(said: str) -> None:
    """Refuses a set of dimensions that neither names its own nor is one of those that every notice may use."""
    from rules.packs import load_pack

    name, words = _named(said)
    known = load_pack("base").dimensions
    if not words and name not in known:
        raise click.ClickException(f"“{said}”没有写明有哪几个方面。请写成 名称=方面、方面，或写通用的：{'、'.join(known)}。")


def _code(said: str) -> None:
    from pipeline.notices.scaffold import is_id

    if not is_id(said):
        raise click.ClickException(f"代号“{said}”只能用小写字母、数字和短横线，如 qinghe-2023；直接回车的，由程序起一个。")


def _number(text: str, what: str) -> int | None:
    from pipeline.rosters.values import count

    found = count(text.removesuffix("年")) if text else None
    if text and found is None:
        raise click.ClickException(f"{what}“{text}”不是数字。")
    return found


def _day(given: object) -> date | None:
    from pipeline.rosters.values import day_of

    found = day_of(given) if given else None
    if given and found is None:
        raise click.ClickException(f"日期“{given}”请写成 2023-03-15 的样子。")
    return found


_CHECKS = {
    "code": _said_of(_code),
    "year": _said_of(lambda said: _number(said, QUESTIONS["year"])),
    "hand_in": _said_of(_day),
    "copies": _said_of(lambda said: _number(said, QUESTIONS["copies"])),
    "org_set": _said_of(_set),
    "member_set": _said_of(_set),
}
