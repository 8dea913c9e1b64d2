"""Documents are looked at as LibreOffice renders them."""

from rendered_pages import render

__all__ = ["render"]
