"""Whatever the description allows, and much that it does not, sent by several roles.

`SCHEMA_EXAMPLES=200 pytest tests/office/api/test_schema.py` looks longer and elsewhere.
"""

import os

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth

from databases import one_connection
from paitou.office.config.wsgi import application

from .conftest import NAME, token_for

EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "0"))
ROLES = ("", "supervision", "reporter", "system", "security", "audit")
LIMITS = settings(
    max_examples=EXAMPLES or 2,
    deadline=None,
    database=None,
    derandomize=not EXAMPLES,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def known(office):
    """What stands in the place of names in addresses, so that calls arrive."""
    office.approve("YZ02")
    book = office.book
    return {
        "book": NAME,
        "statement": book.plan.statements[0].id,
        "figure": book.figures[0].id,
        "rulebook": book.rulebooks[0].id,
        "period": "2025Q3",
        "org": "东溪区",
        "code": "YZ01",
        "key": "progress",
        "ending": "docx",
    }


@pytest.fixture
def _one_connection():
    with one_connection():
        yield


@pytest.mark.usefixtures("_one_connection")
def test_every_answer_is_described(known, settings):
    settings.API_PER_MINUTE = 10**6
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    tokens = {
        role: {"Authorization": f"Bearer {token_for(role)}"} if role else {}
        for role in ROLES
    }
    faults = []
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in GenerationMode:
            with transaction.atomic():
                if fault := tried(operation, mode, tokens, known):
                    faults.append(f"{operation.label}: {fault}")
                transaction.set_rollback(True)
    assert not faults, f"{len(faults)}\n" + "\n\n".join(faults)


def tried(operation, mode, tokens, known):
    """What an operation answered that it should not have, None where all was right."""

    @LIMITS
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case):
        if mode is GenerationMode.POSITIVE:
            case.path_parameters = {
                name: known.get(name, value) for name, value in case.path_parameters.items()
            }
        for token in tokens.values():
            # Nothing unpacks what comes back; no role is ever without credentials.
            headers = {"Accept-Encoding": "identity", **token}
            answer = case.call(headers=headers)
            case.validate_response(answer, excluded_checks=[ignored_auth])

    try:
        run()
    except Unsatisfiable:
        return None
    except (Exception, FailureGroup) as fault:
        return fault
    return None
