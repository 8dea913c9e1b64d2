"""The invented city with one form approved, its store in a folder of the test."""

from __future__ import annotations

from office.release.conftest import (
    approved,
    desk,
    on_day,
    people,
    publish,
    shelf,
    signed_in,
)

__all__ = ["approved", "desk", "on_day", "people", "publish", "shelf", "signed_in"]
