"""Products, one module each, made from a book; import the module of the product."""
