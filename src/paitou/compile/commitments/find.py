"""Passages → commitments: each clause of the plan's part asked for each kind of promise."""
