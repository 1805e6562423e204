"""What the ledger's commands share: places, choices, who does it, errors in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.ledger.book.history import Who
    from pipeline.ledger.store.ledger import Ledger

DAY = click.DateTime(["%Y-%m-%d"])
BY = click.option("--by", default="", metavar="姓名", help="经办人；不写则用本机用户名。")
UNIT = click.option("--unit", default="", metavar="单位", help="只要名称（或上级名称）中含有这几个字的单位。")
YEAR = click.option("--year", metavar="年度", type=click.IntRange(1990, 2100), help="只要这一年度的。")


@contextmanager
def opened(out: Path) -> Iterator[Ledger]:
    """The ledger of a folder of results; what a clerk can mend is told in one sentence."""
    from pipeline.ledger.book.life import Illegal
    from pipeline.ledger.exchange.reading import ExchangeError
    from pipeline.ledger.store.ledger import open_ledger
    from pipeline.ledger.store.opening import StoreError
    from pipeline.outputs import OutputError

    if not out.is_dir():
        raise click.ClickException(f"没有“{out}”这个文件夹。请写 chengnuo run 的结果文件夹（--out 所指的）。")
    try:
        with open_ledger(out) as ledger:
            yield ledger
    except (Illegal, StoreError, ExchangeError, OutputError) as error:
        raise click.ClickException(f"{error}。".replace("。。", "。")) from error


def who(by: str, source: str = "命令") -> Who:
    """The person at this computer, now."""
    from pipeline import clock
    from pipeline.decisions.readback import who as user
    from pipeline.ledger.book.history import Who

    return Who(by.strip() or user(), source, clock.now())
