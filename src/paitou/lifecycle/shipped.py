"""The lifecycles that ship, each with its source."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from paitou.lifecycle.reading import read_lifecycle
from paitou.model import InternalError, Lifecycle, UsageError


@lru_cache(maxsize=8)
def preset(preset_id: str) -> Lifecycle:
    """Return a lifecycle that ships.

    Raises:
        UsageError: there is none of this id.
    """
    folder = resources.files(__package__).joinpath("presets")
    names = sorted(each.name[:-5] for each in folder.iterdir() if each.name[-5:] == ".toml")
    if preset_id not in names:
        raise UsageError(f"没有“{preset_id}”这个流程，可用的：{'、'.join(names)}")
    file = f"{preset_id}.toml"
    lifecycle, issues = read_lifecycle(folder.joinpath(file).read_text("utf-8"), file)
    if lifecycle is None or issues:
        raise InternalError(f"{file}: {issues}")
    return lifecycle
