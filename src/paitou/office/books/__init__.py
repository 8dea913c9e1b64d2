"""Folders → the books that are served, read again when a file in them changes."""

from paitou.office.books.shelf import Shelf, Shelved, served_shelf

__all__ = ["Shelf", "Shelved", "served_shelf"]
