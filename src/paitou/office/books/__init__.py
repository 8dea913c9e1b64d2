"""Folders → the books that are served, read again when a file in them changes."""

from paitou.office.books.shelf import Shelf, served_shelf

__all__ = ["Shelf", "served_shelf"]
