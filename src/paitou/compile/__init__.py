"""Document → Plan: every number classified, statements, commitments, one id a thing."""

from paitou.compile.compiler import compile_document

__all__ = ["compile_document"]
