"""A book → the paper room (文稿): products to preview and to take away, nothing changed."""
