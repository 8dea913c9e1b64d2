import datetime as dt

from attrs import evolve

from paitou.model import Standing
from paitou.report.panels.edges import context_of, sources_of


def test_the_context_says_what_and_when(book):
    told = context_of(book, dt.date(2025, 11, 5))
    assert told == f"《{book.title}》，按2025年11月5日已知的数据"


def test_sources_are_sites_and_words_with_their_number(tracked):
    figures = tracked.figures[:3]
    sources = ("https://www.tjj.example.cn/a.html", "市统计局", "")
    held = evolve(
        tracked,
        figures=tuple(evolve(f, source=s) for f, s in zip(figures, sources, strict=True)),
    )
    ids = tuple(figure.id for figure in held.figures)
    standing = Standing(statement="a", org="", verdict="met", figures=ids)
    told = sources_of(held, [standing])
    assert "tjj.example.cn、市统计局，共3条" in told


def test_without_figures_it_says_so(book):
    assert sources_of(book, []) == "数据来源：没有可用的数据。"
