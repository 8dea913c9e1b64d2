"""Addresses of the pages about contests."""

from __future__ import annotations

from django.urls import path

from paitou.office.contests import views

_HOME = "plans/<str:name>/contest/"
_ORG = f"{_HOME}<str:rulebook>/<str:period>/<path:org>/"

urlpatterns = [
    path(_HOME, views.board, name="contest"),
    path(f"{_HOME}lists/", views.lists, name="contest_lists"),
    path(f"{_HOME}analysis/", views.analysis, name="contest_analysis"),
    path(f"{_HOME}board.json", views.board_json, name="contest_json"),
    path(f"{_HOME}scores.xlsx", views.scores_xlsx, name="contest_xlsx"),
    path(f"{_ORG}certificate.json", views.certificate_json, name="contest_certificate"),
    path(_ORG, views.org, name="contest_org"),
]
