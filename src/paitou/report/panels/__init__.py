"""A book → the panels (展板) of its city, a programme, an organisation, a contest."""
