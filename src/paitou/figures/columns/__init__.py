"""What single columns of a table hold: roles by title, names, times, units of measure."""
