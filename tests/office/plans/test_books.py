"""The list of books."""

from __future__ import annotations

from attrs import evolve


def test_a_single_book_is_opened(client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer["Location"] == "/plans/yunting/"


def test_several_are_listed_with_a_sentence_each(serve, book):
    html = (
        serve(book, evolve(book, name="second", title="第二本")).get("/").content.decode()
    )
    assert "/plans/yunting/" in html
    assert "第二本" in html
    assert html.count("7项量化目标") == 2


def test_children_are_books_too(serve, book):
    child = evolve(book, name="port", title="港口专项方案")
    client = serve(evolve(book, children=(child,)))
    assert "/plans/yunting~port/" in client.get("/").content.decode()
    assert client.get("/plans/yunting~port/").status_code == 200


def test_none_says_what_to_do(serve):
    html = serve().get("/").content.decode()
    assert "paitou serve" in html


def test_it_refuses_to_be_written(client):
    assert client.post("/").status_code == 405
