"""The parts of a quarterly circular, each written by rule from the same material."""
