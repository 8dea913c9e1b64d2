"""Primitives of what is shown and printed; import the module of the medium you make."""
