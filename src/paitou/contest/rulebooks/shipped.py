"""The rulebooks that ship: published rules, each with its source."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from attrs import frozen

from paitou.contest.rulebooks.reading import read_rulebook
from paitou.model import InternalError, Rulebook, UsageError


@frozen(kw_only=True)
class Preset:
    """A rulebook that ships; `is_ours` where something in it was not published."""

    id: str
    title: str
    source: str
    is_ours: bool = False


@lru_cache(maxsize=1)
def presets() -> tuple[Preset, ...]:
    """Return the rulebooks that ship, by id."""
    books = [preset(name) for name in _names()]
    return tuple(
        Preset(id=book.id, title=book.title, source=book.source, is_ours=book.is_ours)
        for book in books
    )


@lru_cache(maxsize=64)
def preset(preset_id: str) -> Rulebook:
    """Return a rulebook that ships.

    Raises:
        UsageError: there is none of this id.
    """
    if preset_id not in _names():
        raise UsageError(f"没有“{preset_id}”这个考核办法，可用的：{'、'.join(_names())}")
    rulebook, issues = read_rulebook(preset_text(preset_id), f"{preset_id}.toml")
    if rulebook is None:
        raise InternalError(f"{preset_id}.toml: {issues}")
    return rulebook


def preset_text(preset_id: str) -> str:
    """Return the text of a rulebook that ships, to start one's own from."""
    return _folder().joinpath(f"{preset_id}.toml").read_text("utf-8")


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    files = (each.name for each in _folder().iterdir())
    return tuple(sorted(name[:-5] for name in files if name.endswith(".toml")))


def _folder() -> resources.abc.Traversable:
    return resources.files(__package__).joinpath("presets")
