"""The story of the fictitious city 云泽市 → its made-up tables."""
