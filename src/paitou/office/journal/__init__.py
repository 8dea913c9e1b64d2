"""Every change of the office → one entry of a chain that nobody can alter unseen."""
