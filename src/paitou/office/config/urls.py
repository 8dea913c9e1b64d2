"""Addresses → pages of the site."""

from __future__ import annotations

from django.urls import include, path

from paitou.office.config import faults
from paitou.office.config.health import healthz, metrics

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("", include("paitou.office.people.urls")),
    path("", include("paitou.office.journal.urls")),
    path("", include("paitou.office.plans.urls")),
    path("", include("paitou.office.boards.urls")),
    path("", include("paitou.office.contests.urls")),
    path("", include("paitou.office.papers.urls")),
    path("", include("paitou.office.reporting.urls")),
    path("", include("paitou.office.release.urls")),
    path("", include("paitou.office.tasks.urls")),
    path("", include("paitou.office.files.urls")),
    path("", include("paitou.office.cases.urls")),
    path("", include("paitou.office.api.urls")),
]
handler400 = faults.bad_request
handler403 = faults.permission_denied
handler404 = faults.page_not_found
handler500 = faults.server_error
