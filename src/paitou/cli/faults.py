"""A wrong call → one Chinese sentence that says what is wrong and what to do."""

from __future__ import annotations

import click

from paitou.model import UsageError


def sentence(error: click.ClickException | UsageError) -> str:
    """Return what to tell the caller, on one line."""
    said = _click_said(error) if isinstance(error, click.ClickException) else str(error)
    return " ".join(said.split())


def _click_said(error: click.ClickException) -> str:
    path = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    )
    return f"{_what(error)}；用法见 {path or 'paitou'} --help。"


def _what(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = (
                f"，是否要写 {'、'.join(error.possibilities)}"
                if error.possibilities
                else ""
            )
            return f"没有“{error.option_name}”这个选项{near}"
        case click.MissingParameter():
            return f"缺少 {_name(error)}"
        case click.BadParameter():
            return f"{_name(error)} 的取值不对：{error.format_message()}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面要有取值"
        case click.UsageError():
            return f"命令写得不对：{error.format_message()}"
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.make_metavar(click.Context(click.Command(""))) if parameter else "参数"
