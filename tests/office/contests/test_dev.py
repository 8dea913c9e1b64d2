import re


def test_it(html):
    for p in ["", "lists/", "analysis/", "small/2025Q3/东渡区/", "small/2025Q3/西岭县/"]:
        h = html(p)
        print(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", h[h.index("<main") :])), "\n")
