"""A plan's standings → its overview, what is off course, the final evaluation."""
