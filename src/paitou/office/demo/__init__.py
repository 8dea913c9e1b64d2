"""A folder that does not exist yet → the office of the invented city, as if in use."""
