"""Figures, pages, files and papers → who may be shown them, and from which minute on."""
