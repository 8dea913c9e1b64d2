"""Addresses of what runs in the background."""

from __future__ import annotations

from django.urls import path

from paitou.office.tasks import views

urlpatterns = [
    path("duties/", views.duties, name="duties"),
    path("duties/deposit/", views.deposit_sheet, name="deposit_sheet"),
]
