"""`paitou forecast`: a table of series, or a folder → where they will go, with bands."""

from __future__ import annotations

from pathlib import Path

import click

from paitou.cli.options import PATH, out_option
from paitou.cli.output import write_lines
from paitou.model import UsageError

_HELP = """\
由已有的数推算以后的走势和区间。测算，供内部参考。

Forecast series with honest bands; for internal reference.

\b
例：
  paitou forecast --series gdp.csv --horizon 5 --period 1
"""


@click.command("forecast", help=_HELP)
@click.option(
    "--series", type=PATH, required=True, help="序列表（.csv）：unique_id、ds、y。"
)
@click.option("--horizon", type=int, required=True, help="向前推算几期。")
@click.option(
    "--period", type=click.Choice(["1", "2", "4", "12"]), default="1",
    help="一年有几期：1 年、4 季、12 月。[默认 1]",
)  # fmt: skip
@out_option
def forecast_command(series: Path, horizon: int, period: str, out: Path | None) -> int:
    """Forecast every series of the table and return the exit status."""
    from paitou.outlook.forecasting import forecast_panel
    from paitou.outlook.table import read_histories, write_paths

    if horizon < 1:
        raise UsageError("--horizon 要不小于1")
    histories = read_histories(series, int(period))
    paths = forecast_panel(histories, horizon, int(period))
    write_lines([write_paths(paths).rstrip("\n")], out)
    return 0
