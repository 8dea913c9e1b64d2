"""Command lines → calls of the engine, results on standard output, an exit status."""

from paitou.cli.entry import main

__all__ = ["main"]
