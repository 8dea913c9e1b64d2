"""What is typed after an option → a whole number within bounds, or a sentence why not."""

from __future__ import annotations

from typing import Any

import click

from paitou.model import UsageError


class Whole(click.ParamType[int]):
    """A whole number within bounds; what is none is told in Chinese."""

    name = "整数"

    def __init__(self, least: int, most: int) -> None:
        self._least = least
        self._most = most

    def convert(
        self,
        value: Any,  # noqa: ANN401 (click hands over whatever was typed)
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (click's own)
    ) -> int:
        """Return it as a number.

        Raises:
            UsageError: it is none, or out of bounds.
        """
        typed = str(value)
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 10
        if is_number and self._least <= int(typed) <= self._most:
            return int(typed)
        option = param.opts[0] if param else ""
        raise UsageError(
            f"{option} 的取值“{typed}”不对：请写 {self._least} 到 {self._most} 的整数。"
        )
