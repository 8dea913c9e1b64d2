"""Addresses of the desk where it is decided what everybody sees."""

from __future__ import annotations

from django.urls import path

from paitou.office.release import views

_HOME = "desk/release/"
_BOOK = f"{_HOME}<str:name>/"

urlpatterns = [
    path("desk/as-public/", views.as_public, name="release_as_public"),
    path(_HOME, views.books, name="release"),
    path(_BOOK, views.book, name="release_book"),
    path(f"{_BOOK}pages/<slug:kind>/", views.page, name="release_page"),
    path(f"{_BOOK}rounds/<int:number>/", views.round_, name="release_round"),
    path(f"{_BOOK}call-off/<int:number>/", views.call_off, name="release_call_off"),
]
