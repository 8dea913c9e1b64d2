"""Addresses of the paper room."""

from __future__ import annotations

from django.urls import path

from paitou.office.papers import issued_views, views

_ROOM = "plans/<str:name>/papers/"
_ISSUED = "plans/<str:name>/issued/"

urlpatterns = [
    path(_ISSUED, issued_views.issued, name="issued"),
    path(f"{_ISSUED}<int:number>/", issued_views.issued_file, name="issued_file"),
    path(f"{_ISSUED}<int:number>/level/", issued_views.paper_level, name="paper_level"),
    path(f"{_ROOM}<slug:key>/issue/", issued_views.issue_paper, name="issue_paper"),
    path(_ROOM, views.papers, name="papers"),
    path(f"{_ROOM}<slug:key>/preview.png", views.preview, name="paper_preview"),
    path(f"{_ROOM}<slug:key>.<slug:ending>", views.paper, name="paper"),
]
