"""What a provider of OpenID Connect says of somebody → who they are there, or a refusal.

The protocol is allauth's; none of its pages, tables or accounts are used. It is imported
only where a provider is set, for it can be only there.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

import jwt
import requests
from allauth.socialaccount.internal import jwtkit, statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from attrs import frozen
from django.http import HttpRequest
from django.urls import reverse

from paitou.office.config.provider import Provider
from paitou.office.journal.actions import Refused

_ID = "single"
#: A provider's own key signs; a secret that both know, or none, does not count.
_ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"})
_SCOPES = {"email": "email", "phone_number": "phone"}
_FAULTS = (OAuth2Error, requests.RequestException, jwt.PyJWTError, LookupError,
           TypeError, ValueError)  # fmt: skip
_Claims = Mapping[str, object]


class Unproved(Refused):
    """What came back proves nothing; `__cause__` says for the log what was wrong."""


@frozen(kw_only=True)
class Identity:
    """Who somebody is to the provider, and which page they wanted here.

    Attributes:
        subject: what stays, whatever their name.
        login: what of it is the name of the account here.
    """

    subject: str
    login: str
    target: str


def address_to_ask(request: HttpRequest, provider: Provider, target: str) -> str:
    """Return where the provider asks who somebody is, bound to this very session.

    Raises:
        Unproved: the provider does not answer as one.
    """
    adapter = _Adapter(request, provider)
    challenge = generate_code_challenge()
    nonce = secrets.token_urlsafe(24)
    state = {
        "nonce": nonce,
        "verifier": challenge.pop("code_verifier"),
        "target": target,
    }
    scope = ["openid", _SCOPES.get(provider.claim, "profile")]
    try:
        client = adapter.get_client(request, adapter.app)
        asked = adapter.authorize_url
    except _FAULTS as fault:
        raise Unproved(f"{provider.name}暂时连不上") from fault
    client.state = statekit.stash_state(request, provider_id=_ID, state=state)
    return str(client.get_redirect_url(asked, scope, {**challenge, "nonce": nonce}))


def identity_of(request: HttpRequest, provider: Provider) -> Identity:
    """Return who came back from the provider; each answer is good once.

    Raises:
        Unproved: it is no answer to what this session asked, or proves nothing.
    """
    told = f"{provider.name}没有确认您的身份"
    state = statekit.unstash_state(
        request, provider_id=_ID, state_id=request.GET.get("state", "")
    )
    if state is None or "code" not in request.GET:
        raise Unproved(told)
    adapter = _Adapter(request, provider)
    try:
        client = adapter.get_client(request, adapter.app)
        answer = adapter.get_access_token_data(
            request, adapter.app, client, pkce_code_verifier=state["verifier"]
        )
        claims = adapter.proved(str(answer["id_token"]), state["nonce"])
        claims = adapter.with_more(claims, str(answer["access_token"]))
    except _FAULTS as fault:
        raise Unproved(told) from fault
    login = claims.get(provider.claim)
    return Identity(
        subject=str(claims["sub"]),
        login=login if isinstance(login, str) else "",
        target=str(state["target"]),
    )


class _Adapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # untyped
    """allauth's, with the provider of the settings and every check that it leaves out."""

    def __init__(self, request: HttpRequest, provider: Provider) -> None:
        super().__init__(request, _ID)
        self._known = provider
        self.app = SocialApp(
            provider="openid_connect",
            provider_id=_ID,
            name=provider.name,
            client_id=provider.client_id,
            secret=provider.client_secret,
            settings={"server_url": provider.issuer},
        )

    def get_provider(self) -> OpenIDConnectProvider:
        """Return the provider of the settings; none in a table counts."""
        return OpenIDConnectProvider(self.request, app=self.app)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:  # noqa: ARG002
        """Return where the provider sends people back to."""
        return request.build_absolute_uri(reverse("single_back"))

    @property
    def openid_config(self) -> dict[str, object]:
        """Return what the provider says of itself (OpenID Connect Discovery 1.0, 4.3)."""
        config: dict[str, object] = super().openid_config
        if str(config["issuer"]).rstrip("/") != self._known.issuer:
            raise OAuth2Error("another issuer")
        if self._known.issuer.startswith("https:"):
            named = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            if not all(str(config[name]).startswith("https:") for name in named):
                raise OAuth2Error("an address without HTTPS")
        return config

    def proved(self, token: str, nonce: str) -> _Claims:
        """Return what a token says, checked (OpenID Connect Core 1.0, 3.1.3.7)."""
        if jwt.get_unverified_header(token).get("alg") not in _ALGORITHMS:
            raise OAuth2Error("signed by no key of the provider")
        claims: _Claims = jwtkit.verify_and_decode(
            credential=token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=self._known.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not claims.get("sub") or "exp" not in claims or "iat" not in claims:
            raise OAuth2Error("nobody, or without end")
        if not secrets.compare_digest(str(claims.get("nonce", "")), nonce):
            raise OAuth2Error("another nonce")
        if claims.get("azp", self._known.client_id) != self._known.client_id:
            raise OAuth2Error("for another site")
        return claims

    def with_more(self, claims: _Claims, access_token: str) -> _Claims:
        """Return the claims, with what only the provider's userinfo tells (5.3.2)."""
        if self._known.claim in claims or "userinfo_endpoint" not in self.openid_config:
            return claims
        more: _Claims = self._fetch_user_info(access_token)
        if more["sub"] != claims["sub"]:
            raise OAuth2Error("told of somebody else")
        return {**more, **claims}
