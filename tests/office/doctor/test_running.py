"""What an office has to keep up, and what is told where it does not."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from django.utils import timezone

from officials import make_user
from paitou.office.doctor.running import running_issues
from paitou.office.people.models import User
from paitou.office.people.roles import Role
from paitou.office.tasks.models import Run, State
from paitou.office.tasks.ticking import ALIVE

pytestmark = pytest.mark.django_db


def codes(days=0):
    now = timezone.localtime() + dt.timedelta(days=days)
    return {issue.code for issue in running_issues(now)} - {"deploy-disk-full"}


@pytest.fixture
def kept_up(settings, tmp_path):
    """An office in which everything was done today."""
    settings.DATA_DIR = tmp_path
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.DEPOSIT_FILE = tmp_path / "deposits.txt"
    for role in (Role.SYSTEM, Role.SECURITY, Role.AUDIT):
        make_user(role.value, role)
    settings.BACKUP_DIR.mkdir()
    now = timezone.localtime()
    (settings.BACKUP_DIR / f"paitou-{now.date()}.sqlite3").write_bytes(b"x")
    settings.DEPOSIT_FILE.write_text(f"{now.date()} 1:{'a' * 64}\n")
    Run.objects.create(duty=ALIVE, slot="", state=State.DONE, seen=now)
    Run.objects.create(duty="verify", slot="x", state=State.DONE, ended=now)
    return settings


def test_nothing_is_told_of_an_office_that_is_kept_up(kept_up):
    assert codes() == set()


def test_days_later_everything_is_stale(kept_up):
    stale = {"tick-stopped", "backup-old", "verify-old", "deposit-old"}
    assert codes(days=3) == {f"deploy-{one}" for one in stale}


def test_an_old_backup_that_was_copied_again_counts_by_its_file(kept_up):
    (path,) = kept_up.BACKUP_DIR.iterdir()
    os.utime(path, (0, 0))
    assert codes() == {"deploy-backup-old"}


def test_an_empty_office_has_everything_to_do(settings, tmp_path):
    settings.DATA_DIR = settings.BACKUP_DIR = tmp_path
    settings.DEPOSIT_FILE = tmp_path / "deposits.txt"
    assert "deploy-administrators-none" in codes()
    assert "deploy-tick-stopped" in codes()


def test_a_password_that_was_handed_over_is_told(kept_up):
    User.objects.filter(login="audit").update(must_change=True)
    assert codes() == {"deploy-administrators-unclaimed"}


def test_a_duty_that_fails_is_told(kept_up):
    Run.objects.create(duty="clean", slot="x", state=State.FAILED)
    assert codes() == {"deploy-duty-failing"}


def test_a_deposit_that_cannot_be_read_is_told(kept_up):
    kept_up.DEPOSIT_FILE.write_text("hello\n")
    assert codes() == {"deploy-deposit-unreadable"}
