"""docs/cli.md: every command with the help text that it prints."""

from __future__ import annotations

import click

from pipeline.cli.main import COMMANDS, cli

HEAD = """# 命令参考

<!-- 由 python -m pipeline.reference 生成，请勿手工修改 -->
"""


def cli_page() -> str:
    """The page as Markdown."""
    top = click.Context(cli, info_name="chengnuo", terminal_width=100, **cli.context_settings)
    parts = [HEAD, "## chengnuo\n", f"```\n{cli.get_help(top)}\n```\n"]
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top, terminal_width=100, max_content_width=100)
        parts += [f"## chengnuo {name}\n", f"```\n{command.get_help(context)}\n```\n"]
        for inner, sub in command.commands.items() if isinstance(command, click.Group) else ():
            below = click.Context(sub, info_name=inner, parent=context, terminal_width=100, max_content_width=100)
            parts += [f"### chengnuo {name} {inner}\n", f"```\n{sub.get_help(below)}\n```\n"]
    return "\n".join(parts)
