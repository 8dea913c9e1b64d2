"""`paitou new`: a plan → a folder ready to work in."""

from __future__ import annotations

from pathlib import Path

import click

from paitou.cli.options import PATH

_HELP = """\
为一份方案新建工作文件夹，里面的文件带有填写说明。

Make a folder to work in: the plan, review.toml, breakdown.csv, orgs.csv.

\b
例：
  paitou new kunming/ --plan examples/kunming-2023/plan.txt
"""


@click.command("new", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.option("--plan", required=True, type=PATH, help="方案原文（各种格式）。")
def new_command(folder: Path, plan: Path) -> int:
    """Make the folder and say what is in it."""
    from paitou.folder import new_folder

    for path in new_folder(folder, plan):
        click.echo(folder / path.name)
    return 0
