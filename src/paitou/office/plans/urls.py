"""Addresses of the plan pages."""

from __future__ import annotations

from django.urls import path

from paitou.office.plans import views

urlpatterns = [
    path("", views.books, name="front"),
    path("plans/", views.books, name="books"),
    path("plans/<str:name>/", views.living_plan, name="living_plan"),
    path("plans/<str:name>/statements/", views.statements, name="statements"),
    path("plans/<str:name>/targets/<str:statement>/", views.target, name="target"),
    path("plans/<str:name>/commitments/", views.commitments, name="commitments"),
    path("plans/<str:name>/breakdown.xlsx", views.breakdown, name="breakdown"),
]
