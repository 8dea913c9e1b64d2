"""A scoreboard → the parts of the 得分明细表, in which Excel can check every point."""
