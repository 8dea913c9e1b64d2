"""Organisations, posts and users → who somebody is, and what they may do and see."""
