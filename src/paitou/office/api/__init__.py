"""Requests of other systems → the same answers and changes as on the pages, as JSON."""
