"""A book → the system of what its targets, relations and figures ask, and what it says."""
