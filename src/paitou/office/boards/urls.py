"""Addresses of the pages about a whole plan."""

from __future__ import annotations

from django.urls import path

from paitou.office.boards import views

urlpatterns = [
    path("plans/<str:name>/overview/", views.overview, name="overview"),
    path("plans/<str:name>/off-course/", views.off_course, name="off_course"),
    path("plans/<str:name>/final/", views.final, name="final"),
    path("plans/<str:name>/balance/", views.balance, name="balance"),
    path("plans/<str:name>/outlook/", views.outlook, name="outlook"),
    path("plans/<str:name>/outlook.json", views.outlook_json, name="outlook_json"),
    path("plans/<str:name>/standings.json", views.standings_json, name="standings_json"),
    path("plans/<str:name>/standings.xlsx", views.standings_xlsx, name="standings_xlsx"),
]
