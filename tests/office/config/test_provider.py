import pytest

from paitou.model import UsageError
from paitou.office.config.provider import read_provider

ALL = {
    "PAITOU_OIDC_ISSUER": "https://id.example/realms/city/",
    "PAITOU_OIDC_CLIENT_ID": "paitou",
    "PAITOU_OIDC_CLIENT_SECRET": "handed",
}


@pytest.fixture
def given(monkeypatch):
    def give(**changed):
        for name, value in {**ALL, **changed}.items():
            monkeypatch.setenv(name, value)
        return read_provider()

    return give


def test_none_is_none():
    assert read_provider() is None


def test_a_provider_is_read(given):
    made = given()
    assert made.issuer == "https://id.example/realms/city"
    assert (made.name, made.claim) == ("统一身份认证", "preferred_username")
    assert given(PAITOU_OIDC_NAME="粤政易").name == "粤政易"


@pytest.mark.parametrize("name", ALL)
def test_a_part_stops_the_start(given, name):
    with pytest.raises(UsageError, match=name):
        given(**{name: ""})


@pytest.mark.parametrize("issuer", ["http://id.example", "id.example", "ftp://id.example"])
def test_it_is_asked_over_https_only(given, issuer):
    with pytest.raises(UsageError, match="https"):
        given(PAITOU_OIDC_ISSUER=issuer)


def test_the_machine_itself_may_be_one_for_trials(given):
    assert given(PAITOU_OIDC_ISSUER="http://127.0.0.1:9000")
