"""Where the results lie: `--out` in every command, and where it is left out those of the working folder that one stands in.

Some commands once took the folder as their first word; that still works, and no help speaks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand

HELP = "chengnuo run 的结果文件夹；不写则用当前工作文件夹的设置。"


def usual() -> Path:
    """The results of the working folder that one stands in. Raises ClickException."""
    from pipeline.working_folder import FolderError, working_folder

    try:
        folder = working_folder(Path())
    except FolderError as error:
        raise click.ClickException(str(error)) from error
    if folder is None:
        raise click.UsageError("这里没有“设置.yaml”。请进入工作文件夹，或用 --out 写明结果文件夹。")
    if folder.settings.database:
        use_database(folder.out, folder.settings.database)
    return folder.out


def use_database(out: Path, url: str) -> None:
    """The working folder's settings name a PostgreSQL; a store that the results have already is not left behind."""
    from pipeline.ledger.store.moving import use
    from pipeline.ledger.store.opening import StoreError

    try:
        use(out, url)
    except StoreError as error:
        raise click.ClickException(str(error)) from error


def _placed(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    del param
    return value or (Path() if ctx.resilient_parsing else usual())


OUT = click.option("--out", "-o", metavar="结果文件夹", type=click.Path(path_type=Path), callback=_placed, help=HELP)
"""The option; the command gets a folder in any case."""


class PlacedCommand(ChineseCommand):
    """A command with `--out` that also takes the folder as its first word."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, with the first word made `--out` where it is the folder."""
        places = list(self._words(ctx, args))
        said = any(word in ("--out", "-o") or word.startswith("--out=") for word in args)
        if places and not said and self._first_is_folder([args[n] for n in places]):
            first = places[0]
            args = ["--out", args[first], *args[:first], *args[first + 1 :]]
        return super().parse_args(ctx, args)

    def _words(self, ctx: click.Context, args: Sequence[str]) -> Iterator[int]:
        """Where the words are that are neither options nor what belongs to them."""
        valued = {name for p in self.get_params(ctx) if isinstance(p, click.Option) and not (p.is_flag or p.count) for name in p.opts}
        skip = only_words = False
        for n, word in enumerate(args):
            if skip:
                skip = False
            elif word == "--" and not only_words:
                only_words = True
            elif only_words or not word.startswith("-") or word == "-":
                yield n
            else:
                skip = word in valued

    def _first_is_folder(self, words: Sequence[str]) -> bool:
        """With more words than the command has arguments it must be; with as many as it may have, it is one where a folder of
        that name is there, or where no working folder tells another."""
        wanted = [p for p in self.params if isinstance(p, click.Argument)]
        open_ended = any(p.nargs == -1 for p in wanted)
        if not open_ended and len(words) != len(wanted):
            return len(words) > len(wanted)
        if not open_ended and all(p.required for p in wanted):
            return False
        from pipeline.working_folder import SETTINGS

        return Path(words[0]).is_dir() or not Path(SETTINGS).is_file()
