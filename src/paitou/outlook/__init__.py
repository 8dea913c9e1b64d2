"""Figures so far → where it will end, with a band and the chance of reaching the target."""
