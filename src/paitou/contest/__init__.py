"""Figures and a rulebook → scores, ranks and classes, every point of them explained."""
