"""How pages name organisations."""
