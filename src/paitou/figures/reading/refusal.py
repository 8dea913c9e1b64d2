"""What is wrong with one cell, until the row that it stands in makes an issue of it."""

from __future__ import annotations


class Refusal(ValueError):
    """A cell cannot be taken over; `title` is its column, `code` that of the issue."""

    def __init__(self, code: str, message: str, remedy: str, title: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.remedy = remedy
        self.title = title
