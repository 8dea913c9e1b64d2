"""Book → the pages that read its plan: the living text and the tables."""
