"""Passages → commitments: named actions, programmes, projects, duties, rules and aims."""

from paitou.compile.commitments.find import find_commitments

__all__ = ["find_commitments"]
