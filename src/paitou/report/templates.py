"""A folder and the name of a product → the office's own template for it, if it has one."""

from __future__ import annotations

from pathlib import Path

_FOLDER = "templates"


def template_in(folder: Path, product: str) -> Path | None:
    """Return templates/‹product›.docx of a folder, None where there is none."""
    path = folder / _FOLDER / f"{product}.docx"
    return path if path.is_file() else None
