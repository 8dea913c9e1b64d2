"""A book's rulebooks and figures → the pages of its contests (竞赛评比)."""
