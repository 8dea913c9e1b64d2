"""Passages, outline and task tables → who answers for what, as the text says it."""

from paitou.compile.responsible.governing import Governing, attach
from paitou.compile.responsible.notes import ResponsibleNote, Scope, find_responsible
from paitou.compile.responsible.organisations import split_organisations

__all__ = [
    "Governing",
    "ResponsibleNote",
    "Scope",
    "attach",
    "find_responsible",
    "split_organisations",
]
