"""A text or a file → a Document: blocks, outline, and what the document says of itself."""

from paitou.text.documents import (
    document_from_reading,
    document_from_text,
    read_document,
)
from paitou.text.periods import five_year_span, plan_period
from paitou.text.readers import read_bytes, read_file
from paitou.text.view import View, fold, view

__all__ = [
    "View",
    "document_from_reading",
    "document_from_text",
    "five_year_span",
    "fold",
    "plan_period",
    "read_bytes",
    "read_document",
    "read_file",
    "view",
]
