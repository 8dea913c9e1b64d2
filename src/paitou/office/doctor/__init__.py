"""An office as it is installed → what is not yet safe about it, and what to do."""
