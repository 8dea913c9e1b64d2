"""`paitou forecast`: a folder, or a table of series → where they will go, with bands."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from paitou.cli.options import PATH, form_option, out_option
from paitou.cli.output import write_lines
from paitou.cli.plan_table import issue_lines
from paitou.model import Level, UsageError

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_HELP = """\
推算每个目标到期时会到哪里：区间、达到的可能性、还需要怎样的增速。测算，供内部参考。

Where each open target will probably end, with bands, a chance and what it would take.

\b
例：
  paitou forecast examples/kunming-2023
  paitou forecast kunming/ --as-of 2024-09-30 --format json -o 测算.json
  paitou forecast --series gdp.csv --horizon 5 --period 1
"""


class Table(TypedDict):
    """What is said of a table of series."""

    series: Path | None
    horizon: int | None
    period: str


_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("forecast", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH, required=False)
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据推算。[默认今天]")
@click.option("--series", type=PATH, help="不用文件夹，推算一张序列表（.csv）。")
@click.option("--horizon", type=int, help="序列表：向前推算几期。")
@click.option(
    "--period", type=click.Choice(["1", "2", "4", "12"]), default="1",
    help="序列表：一年有几期，1 年、2 半年、4 季、12 月。[默认 1]",
)  # fmt: skip
@click.option(
    "--keep", is_flag=True, help="把这次的测算留存在文件夹的 outlooks/ 里，以后对照。"
)
@form_option("table", "json")
@out_option
def forecast_command(
    folder: Path | None,
    as_of: dt.datetime | None,
    keep: bool,
    form: str,
    out: Path | None,
    **table: Unpack[Table],
) -> int:
    """Forecast the folder or the series and return the exit status."""
    if table["series"] is not None:
        if folder is not None:
            raise UsageError("文件夹和 --series 只能给一个")
        return _series(table["series"], table["horizon"], int(table["period"]), out)
    if folder is None:
        raise UsageError("请给出工作文件夹，或用 --series 给出序列表")
    day = as_of.date() if as_of else dt.date.today()  # noqa: DTZ011
    return _folder(folder, day, (form, out), keep=keep)


def _series(series: Path, horizon: int | None, period: int, out: Path | None) -> int:
    from paitou.outlook.forecasting import forecast_panel
    from paitou.outlook.table import read_histories, write_paths

    if horizon is None or horizon < 1:
        raise UsageError("用 --series 时请写 --horizon，向前推算几期，不小于1")
    paths = forecast_panel(read_histories(series, period), horizon, period)
    write_lines([write_paths(paths).rstrip("\n")], out)
    return 0


def _folder(
    folder: Path, as_of: dt.date, asked: tuple[str, Path | None], *, keep: bool
) -> int:
    from paitou.folder import load
    from paitou.outlook.plan import outlooks

    book, (form, out) = load(folder), asked
    found = outlooks(book, as_of)
    if keep:
        _keep(folder, as_of, found)
    if form == "json":
        from paitou.cli.outlook_record import outlooks_record

        text = json.dumps(outlooks_record(book, found, as_of), ensure_ascii=False)
    else:
        from paitou.cli.outlook_table import outlook_table

        text = outlook_table(book, found)
    write_lines([text], out)
    if form != "json" and (said := issue_lines(book.issues)):
        click.echo(said, err=True)
    return int(any(issue.level is Level.ERROR for issue in book.issues))


def _keep(folder: Path, as_of: dt.date, found: tuple[Outlook, ...]) -> None:
    """Keep what was issued; nothing that is there is ever written over."""
    from paitou.outlook.plan.keeping import kept_text

    path, text = folder / "outlooks" / f"{as_of.isoformat()}.csv", kept_text(found)
    if path.exists() and path.read_text("utf-8-sig") != text:
        raise UsageError(
            f"outlooks/{path.name} 已经留存过，与这次的不同，没有改动；"
            "留存的测算不覆盖，确要重来请先移走它"
        )
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8-sig", newline="\n")
