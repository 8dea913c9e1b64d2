"""Addresses of the paper room."""

from __future__ import annotations

from django.urls import path

from paitou.office.papers import issued_views, views

_ROOM = "plans/<str:name>/papers/"

urlpatterns = [
    path("plans/<str:name>/issued/", issued_views.issued, name="issued"),
    path(
        "plans/<str:name>/issued/<int:number>/",
        issued_views.issued_file,
        name="issued_file",
    ),
    path(f"{_ROOM}<slug:key>/issue/", issued_views.issue_paper, name="issue_paper"),
    path(_ROOM, views.papers, name="papers"),
    path(f"{_ROOM}<slug:key>/preview.png", views.preview, name="paper_preview"),
    path(f"{_ROOM}<slug:key>.<slug:ending>", views.paper, name="paper"),
]
