"""Addresses of the paper room."""

from __future__ import annotations

from django.urls import path

from paitou.office.papers import views

_ROOM = "plans/<str:name>/papers/"

urlpatterns = [
    path(_ROOM, views.papers, name="papers"),
    path(f"{_ROOM}<slug:key>/preview.png", views.preview, name="paper_preview"),
    path(f"{_ROOM}<slug:key>.<slug:ending>", views.paper, name="paper"),
]
