"""`chengnuo rules`: the list of rules, or one of them explained."""

from __future__ import annotations

import inspect

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say

WORDS = {"form": "整份承诺书", "field": "栏目", "item": "承诺事项", "batch": "整批", "ledger": "台账"}


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="rules", short_help="列出审核规则")
@click.argument("code", metavar="[代码]", required=False)
@click.option("--notice", "-n", default="base", metavar="通知", help="显示该通知下的程度和依据条款（默认 base）。")
def command(code: str | None, notice: str) -> None:
    """列出全部审核规则；给出代码（如 C04）则说明该规则的依据、反例和正例。"""
    from rules.engine import rules_of
    from rules.packs import PackError, load_pack

    try:
        pack = load_pack(notice)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    if code is None:
        for rule in rules_of(pack):
            settings = pack.rule(rule.code)
            state = settings.severity if settings.on else "不启用"
            say(f"{rule.code}  {settings.title or pack_title(rule.code)}（{WORDS[rule.scope]}，{state}）")
        return
    found = next((r for r in rules_of(pack) if r.code.casefold() == code.casefold()), None)
    if found is None:
        raise click.ClickException(f"没有规则 {code}。用 chengnuo rules 查看全部代码。")
    settings = pack.rule(found.code)
    say(f"{found.code}  {settings.title or pack_title(found.code)}")
    say(f"对象：{WORDS[found.scope]}　程度：{settings.severity if settings.on else '本通知不启用'}　依据：{settings.ref or '—'}")
    if found.code in pack.own_rules:
        from pipeline.notices.explain import readable

        say(f"本通知自己的规则（{pack.own_rules[found.code].check}）。")
        for words in settings.words_said():
            say(readable(words.message + words.suggestion))
        return
    say(inspect.cleandoc(type(found).__doc__ or ""))


def pack_title(code: str) -> str:
    """The rule's usual title, from the base pack."""
    from rules.packs import load_pack

    return load_pack("base").rule(code).title or code
