"""`paitou report`: a folder and the name of a product → a file.

Products come from the entry-point group `paitou.products`: functions (book, path).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import click

from paitou.cli.options import PATH
from paitou.cli.output import write_file
from paitou.model import Book, UsageError

GROUP = "paitou.products"
_HELP = """\
由工作文件夹生成一份成品；现有 breakdown（任务分解表，.xlsx）。

Make one product of a folder.

\b
例：
  paitou report kunming/ breakdown -o 任务分解表.xlsx
"""


@click.command("report", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.argument("product", metavar="成品")
@click.option("-o", "--output", "out", type=PATH, required=True, help="写入这个文件。")
def report_command(folder: Path, product: str, out: Path) -> int:
    """Make the product and return the exit status."""
    from paitou.folder import load

    write = _product(product)
    book = load(folder)
    write_file(lambda path: write(book, path), out)
    return int(book.has_errors)


def _product(name: str) -> Callable[[Book, Path], object]:
    known: dict[str, EntryPoint] = {one.name: one for one in entry_points(group=GROUP)}
    if name not in known:
        raise UsageError(f"没有“{name}”这种成品，现有：{'、'.join(sorted(known))}")
    product: Callable[[Book, Path], object] = known[name].load()
    return product
