"""The options that several commands share: in what form, and where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from paitou.model import UsageError

# A command's function may have any signature; click hands the options to it by name.
Command = TypeVar("Command", bound=Callable[..., Any])

#: Whether a path exists is checked where it is read, in a sentence of our own.
PATH = click.Path(path_type=Path)
_FORMS = {"table": "表格", "json": "JSON", "xlsx": "工作簿"}

out_option = click.option(
    "-o", "--output", "out", type=PATH, help="写入这个文件，不在屏幕显示。"
)


def form_option(*forms: str) -> Callable[[Command], Command]:
    """Return the option --format with these choices; the first is the default."""
    words = "、".join(f"{form} {_FORMS[form]}" for form in forms)
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        help=f"输出形式：{words}。[默认 {forms[0]}]",
    )


def wants_file(form: str, out: Path | None) -> None:
    """Refuse a workbook without a file to write it to.

    Raises:
        UsageError: the form is a workbook and no file is named.
    """
    if form == "xlsx" and out is None:
        raise UsageError("--format xlsx 要用 -o 给出文件名，例如 -o 汇总.xlsx")
