"""A small provider of OpenID Connect, for tests: discovery, keys and tokens."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "paitou", "a-secret"


def new_key():
    """Return a key that signs."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class IdentityProvider:
    """A provider whose every answer a test may spoil.

    `claims` are those of the person, `config` is added to what it says of itself, `spoil`
    is done to the claims of a token before it is signed, `key` and `header` sign it.
    """

    def __init__(self) -> None:
        self.issuer = ""
        self.claims = {"sub": "8-1-7", "preferred_username": "li"}
        self.more: dict[str, object] = {}
        self.config: dict[str, object] = {}
        self.published = self.key = new_key()
        self.header = {"kid": "k1"}
        self.algorithm = "RS256"
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []

    def spoil(self, claims):
        """Return the claims as they are signed."""
        return claims

    def allow(self, address: str) -> str:
        """Let the person say yes: return the address that they are sent back to."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def __call__(self, environ, start):
        """Answer as a WSGI application."""
        path = environ["PATH_INFO"]
        self.asked.append(path)
        length = int(environ.get("CONTENT_LENGTH") or 0)
        form = parse_qs(environ["wsgi.input"].read(length).decode()) if length else {}
        status, body = "200 OK", {}
        match path:
            case "/.well-known/openid-configuration":
                body = self._config()
            case "/jwks":
                body = {"keys": [self._jwk()]}
            case "/userinfo":
                body = {"sub": self.claims["sub"], **self.more}
            case "/token":
                status, body = self._token({k: v[0] for k, v in form.items()})
            case _:
                status = "404 Not Found"
        start(status, [("Content-Type", "application/json")])
        return [json.dumps(body).encode()]

    def _config(self):
        usual = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }
        return {**usual, **self.config}

    def _jwk(self):
        made = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key()))
        return {**made, "kid": "k1", "alg": "RS256", "use": "sig"}

    def _token(self, form):
        asked = self.codes.pop(form.get("code", ""), None)
        made = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(made).decode().rstrip("=")
        is_known = form.get("client_secret") == SECRET
        if asked is None or asked["code_challenge"] != challenge or not is_known:
            return "400 Bad Request", {"error": "invalid_grant"}
        now = int(time.time())
        usual = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        claims = self.spoil({**usual, "nonce": asked["nonce"], **self.claims})
        key = self.key if self.algorithm.startswith("RS") else SECRET * 5
        signed = jwt.encode(claims, key, self.algorithm, headers=self.header)
        return "200 OK", {"access_token": "a", "token_type": "Bearer", "id_token": signed}
