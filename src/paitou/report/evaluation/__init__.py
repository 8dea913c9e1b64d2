"""The parts of an evaluation report, each written by rule from the same material."""
