"""Environment → a configured Django site."""
