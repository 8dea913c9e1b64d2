"""`paitou show`: a folder → its reviewed plan, as a table, as JSON or as a workbook."""

from __future__ import annotations

import json
from pathlib import Path

import click

from paitou.cli.options import PATH, form_option, out_option, wants_file
from paitou.cli.output import write_file, write_lines
from paitou.model import Book

_HELP = """\
显示工作文件夹里的方案：编译结果加上人工复核。

Show the reviewed plan of a folder made by `paitou new`.

\b
例：
  paitou show kunming/
  paitou show kunming/ --format json -o kunming.json
"""


@click.command("show", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@form_option("table", "json", "xlsx")
@out_option
def show_command(folder: Path, form: str, out: Path | None) -> int:
    """Show the book and return the exit status."""
    from paitou.folder import load

    wants_file(form, out)
    book = load(folder)
    if form == "xlsx" and out is not None:
        from paitou.cli.plan_sheets import plans_workbook

        frame = "模拟数据" if book.is_simulated else ""
        write_file(lambda path: path.write_bytes(plans_workbook([book.plan], frame)), out)
    else:
        write_lines([_text(book, form)], out)
    return int(book.has_errors)


def _text(book: Book, form: str) -> str:
    if form == "json":
        from paitou.cli.book_record import book_record

        return json.dumps(book_record(book), ensure_ascii=False)
    from paitou.cli.book_table import book_table

    return book_table(book)
