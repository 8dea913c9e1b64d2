"""Addresses of the journal."""

from __future__ import annotations

from django.urls import path

from paitou.office.journal import views

urlpatterns = [path("journal/", views.journal, name="journal")]
