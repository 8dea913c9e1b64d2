"""Addresses of kept files."""

from __future__ import annotations

from django.urls import path

from paitou.office.files import views

urlpatterns = [
    path("desk/files/<int:number>/", views.download, name="file"),
    path("desk/files/<int:number>/level/", views.set_level, name="file_level"),
]
