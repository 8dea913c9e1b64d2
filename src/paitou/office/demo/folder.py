"""A data folder → the one of the demonstration: its settings, and what was written down."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from attrs import asdict, frozen

from paitou.model import UsageError
from paitou.office.config.environment import read_text

_FILE = "demo.json"
_OURS = "PAITOU_"
#: Passwords that do not end and no second step: visitors are to look around at once.
_SETTINGS = {
    "PAITOU_DEMO": "1",
    "PAITOU_PASSWORD_DAYS": "0",
    "PAITOU_SECOND_STEP": "optional",
}


@frozen(kw_only=True)
class Kept:
    """What is written down beside the database of a demonstration.

    Attributes:
        passwords: by account, so that they can be printed each time.
        marks: by account the hash of its password, to see whether it is still that one.
    """

    seed: int
    passwords: Mapping[str, str]
    marks: Mapping[str, str]


def settle_demo() -> Path:
    """Let this process and those it makes use the demonstration's own folder and settings.

    No other setting counts: not the database of a real office, nor whom it tells what.
    """
    folder = Path(read_text("PAITOU_DATA_DIR", "var")) / "demo"
    for name in [each for each in os.environ if each.startswith(_OURS)]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(_SETTINGS, PAITOU_DATA_DIR=str(folder))
    return folder


def read_kept(folder: Path) -> Kept | None:
    """Return what is written down, None where nothing is.

    Raises:
        UsageError: the file cannot be read.
    """
    path = folder / _FILE
    try:
        return Kept(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as fault:
        raise UsageError(
            f"演示的记录“{path}”读不出来：请删除文件夹“{folder}”后重新运行。"
        ) from fault


def write_kept(folder: Path, kept: Kept) -> None:
    """Write it down, for whoever started the demonstration alone."""
    path = folder / _FILE
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(kept), ensure_ascii=False, indent=1), "utf-8")
