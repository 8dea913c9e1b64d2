"""The keys of a decision → the correction and the assignment that they spell out."""

from __future__ import annotations

import re

from paitou.model import (
    Assignment,
    CommitmentKind,
    Comparator,
    Correction,
    Level,
    Measure,
    Nature,
    Rhythm,
    Role,
    Strength,
    Subject,
)
from paitou.review import values as read
from paitou.review.entry import Entry

ASSIGNMENT_KEYS = (
    "lead_official",
    "lead_org",
    "second_lead",
    "responsible_orgs",
    "supporting_orgs",
    "liaison",
    "data_source",
    "nature",
    "rhythm",
    "definition",
)
STATEMENT_KEYS = (
    "role",
    "indicator",
    "indicator_id",
    "scope",
    "measure",
    "comparator",
    "value",
    "value_high",
    "unit",
    "strength",
    "when",
    "base",
)
COMMITMENT_KEYS = ("kind", "object", "cadence", "commitment_nature")
_POST = re.compile(
    r"长|主任|书记|秘书|委员|主席|专员|调研员|负责|领导|董事|经理|助理|局|办|组|处"
)


def read_correction(entry: Entry, subject: Subject) -> Correction:
    """Return the fields that the table replaces."""
    if subject is Subject.STATEMENT:
        return _statement_correction(entry)
    return _commitment_correction(entry) if subject is Subject.COMMITMENT else Correction()


def _statement_correction(entry: Entry) -> Correction:
    return Correction(
        role=entry.get("role", read.choice(Role)),
        indicator=entry.get("indicator", read.text),
        indicator_id=entry.get("indicator_id", read.text),
        scope=entry.get("scope", read.text),
        measure=entry.get("measure", read.choice(Measure)),
        comparator=entry.get("comparator", read.choice(Comparator)),
        value=entry.get("value", read.number_or_grade),
        value_high=entry.get("value_high", read.number),
        unit=entry.get("unit", read.text),
        strength=entry.get("strength", read.choice(Strength)),
        when=entry.get("when", read.when),
        base=entry.get("base", read.text),
    )


def _commitment_correction(entry: Entry) -> Correction:
    rhythms = read.one_of("monthly", "quarterly", "yearly", "as_needed", "")
    natures = (
        "rank",
        "benchmark",
        "designation",
        "milestone",
        "directional",
        "external",
        "",
    )
    return Correction(
        kind=entry.get("kind", read.choice(CommitmentKind)),
        object=entry.get("object", read.text),
        cadence=entry.get("cadence", rhythms),
        nature=entry.get("commitment_nature", read.one_of(*natures)),
    )


def read_assignment(entry: Entry) -> Assignment:
    """Return who answers, and how it is reported; a second lead is noted."""
    second = entry.text("second_lead")
    if second:
        message = f"{entry.name} 写了并列牵头“{second}”，一项任务宜只有一个牵头单位"
        entry.note(
            "second-lead", message, "能定一家的，改列协同单位", "second_lead", Level.WARNING
        )
    official = entry.text("lead_official")
    if official and not _POST.search(official):
        message = f"{entry.name} 的牵头领导“{official}”不像岗位，这里只写岗位，不写人名"
        entry.note(
            "lead-official-no-post",
            message,
            "改写为岗位，如“副市长(工业)”",
            "lead_official",
            Level.WARNING,
        )
    return Assignment(
        lead_official=official,
        lead_org=entry.text("lead_org"),
        second_lead=second,
        responsible_orgs=entry.get("responsible_orgs", read.texts) or (),
        supporting_orgs=entry.get("supporting_orgs", read.texts) or (),
        liaison=entry.text("liaison"),
        data_source=entry.text("data_source"),
        nature=entry.get("nature", read.choice(Nature)),
        rhythm=entry.get("rhythm", read.choice(Rhythm)),
        definition=entry.text("definition"),
    )
