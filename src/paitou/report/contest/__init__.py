"""A scoreboard → the parts of a 竞赛通报 and of its annexes."""
