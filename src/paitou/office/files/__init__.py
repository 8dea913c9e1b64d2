"""Files that people bring → checked, cleaned, kept by the hash of their bytes."""
