"""A scoreboard → why a score is what it is, where it falls short, and how to catch up."""
