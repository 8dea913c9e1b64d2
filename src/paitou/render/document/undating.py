"""The bytes of a .docx → the same with one day on every file, so that equal stays equal."""

from __future__ import annotations

import io
import zipfile

_ZIPPED = (1980, 1, 1, 0, 0, 0)


def undated(package: bytes) -> bytes:
    """Return the same zip with one day on every file."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
