"""Who works in the office of the invented city."""

from __future__ import annotations

from paitou.office.demo.cast import (
    ADMINISTRATORS,
    INVESTMENT,
    MEMBERS,
    OVERSEER,
    STATISTICS,
    UNCERTIFIED,
    approver_of,
    colleagues,
    endorser_of,
    filler_of,
)
from paitou.office.people.roles import Role


def test_somebody_signs_in_for_every_role():
    roles = {member.role for member in (*MEMBERS, *ADMINISTRATORS)}
    assert roles == set(Role) - {Role.DEPUTY}


def test_every_organisation_gets_a_reporter_and_a_head():
    orgs = (STATISTICS, UNCERTIFIED)
    members = (*MEMBERS, *colleagues(orgs))
    for org in orgs:
        assert filler_of(org, members).login != endorser_of(org, members).login


def test_a_department_approves_its_own_numbers_of_others():
    assert approver_of(UNCERTIFIED, INVESTMENT) == "toucu"
    assert approver_of(INVESTMENT, INVESTMENT) == OVERSEER
    assert approver_of(UNCERTIFIED, "") == OVERSEER
