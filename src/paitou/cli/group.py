"""The name of a command → the command, imported only when it is called.

Commands of the package are in a table; others come from the entry-point group
`paitou.commands`, so that the office adds its own without this folder knowing it.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

import paitou as package

GROUP = "paitou.commands"
_HELP = """\
排头：把公开发布的行动方案变成可执行、可核对的程序。

Turn a published action plan into statements that can be checked.

\b
例：
  paitou compile examples/kunming-2023/plan.txt
"""
_COMMANDS = {
    "compile": "paitou.cli.compile:compile_command",
    "show": "paitou.cli.show:show_command",
    "new": "paitou.cli.new:new_command",
    "report": "paitou.cli.report:report_command",
    "check": "paitou.cli.check:check_command",
    "track": "paitou.cli.track:track_command",
    "forecast": "paitou.cli.forecast:forecast_command",
    "score": "paitou.cli.score:score_command",
    "reconcile": "paitou.cli.reconcile:reconcile_command",
    "import-breakdown": "paitou.cli.import_breakdown:import_breakdown_command",
    "import-figures": "paitou.cli.import_figures:import_figures_command",
    "import-folder": "paitou.cli.import_folder:import_folder_command",
}


class CommandGroup(click.Group):
    """A group that knows where its commands are and imports each when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        """Return the names of all commands, the engine's first."""
        return [*_COMMANDS, *sorted(_added_commands())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, None where there is none."""
        place = _COMMANDS.get(cmd_name) or _added_commands().get(cmd_name)
        return _imported(cmd_name, place) if place else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command to run.

        Raises:
            click.UsageError: there is no command of that name.
        """
        if self.get_command(ctx, args[0]) is None:
            known = "、".join(self.list_commands(ctx))
            raise click.UsageError(f"没有“{args[0]}”这个命令，现有：{known}", ctx)
        return super().resolve_command(ctx, args)


def _added_commands() -> dict[str, str]:
    # Half the start-up time of a command; only those who need it pay.
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=GROUP)}


def _imported(name: str, place: str) -> click.Command:
    module, attribute = place.split(":")
    try:
        return cast("click.Command", getattr(import_module(module), attribute))
    except ModuleNotFoundError as missing:
        return _not_installed(name, missing.name or module)


def _not_installed(name: str, missing: str) -> click.Command:
    """A command whose libraries are absent stays listed and says so when it is called."""

    def refuse(**_arguments: object) -> None:
        raise click.ClickException(f"命令 {name} 需要先安装 {missing}")

    return click.Command(name, callback=refuse, short_help=f"(需要先安装 {missing})")


@click.group(
    cls=CommandGroup,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=False,
    invoke_without_command=True,
)
@click.version_option(package.__version__, "-V", "--version", message="paitou %(version)s")
@click.pass_context
def paitou(ctx: click.Context) -> None:
    """Show the help where no command is named."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
