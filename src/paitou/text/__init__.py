"""A text or a file → a Document: blocks, outline, and what the document says of itself."""

from paitou.text.documents import document_from_reading, document_from_text
from paitou.text.periods import five_year_span

__all__ = ["document_from_reading", "document_from_text", "five_year_span"]
