"""A scoreboard → how far its places can be relied upon (测算，供内部参考)."""
