"""The environment of a command → Django's settings, checked, with the key that is kept."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from paitou.office.config.environment import keep_secret, read_secret, read_text

SETTINGS = "paitou.office.config.settings"


def settle() -> None:
    """Set what this process and those it makes need, and check the settings.

    Raises:
        UsageError: a setting has a wrong value, or the data folder cannot be written.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    if not read_secret("PAITOU_SECRET_KEY"):
        folder = Path(read_text("PAITOU_DATA_DIR", "var"))
        os.environ["PAITOU_SECRET_KEY"] = keep_secret(folder)
    import_module(SETTINGS)


def open_database() -> None:
    """Settle, and bring the database to where this program needs it.

    Raises:
        UsageError: a setting has a wrong value, or the database cannot be used.
    """
    settle()
    from paitou.office.config.database import prepare_database

    prepare_database()
