"""The Django site: what an office opens, reads and prints of its books."""
