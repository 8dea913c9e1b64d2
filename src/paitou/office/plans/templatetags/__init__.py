"""Words that the templates know besides Django's own."""
