"""Environment variables → the provider of single sign-on (OpenID Connect), or none."""

from __future__ import annotations

from urllib.parse import urlparse

from attrs import frozen

from paitou.model import UsageError
from paitou.office.config import environment as env

_NAMES = ("PAITOU_OIDC_ISSUER", "PAITOU_OIDC_CLIENT_ID", "PAITOU_OIDC_CLIENT_SECRET")
#: The machine itself, where a provider may be tried without a certificate.
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@frozen(kw_only=True)
class Provider:
    """Who says for this site who somebody is.

    Attributes:
        issuer: its address, as it stands in every token.
        name: how people call it, on the button.
        claim: what of a token is the name of the account here.
    """

    issuer: str
    client_id: str
    client_secret: str
    name: str
    claim: str


def read_provider() -> Provider | None:
    """Return the provider, None where none is named.

    Raises:
        UsageError: only a part is set, or its address is not one over HTTPS.
    """
    issuer = env.read_text("PAITOU_OIDC_ISSUER").rstrip("/")
    client = env.read_text("PAITOU_OIDC_CLIENT_ID")
    secret = env.read_handed("PAITOU_OIDC_CLIENT_SECRET")
    missing = [n for n, v in zip(_NAMES, (issuer, client, secret), strict=True) if not v]
    if len(missing) == len(_NAMES):
        return None
    if missing:
        raise UsageError(f"统一身份认证还缺 {'、'.join(missing)}：请设好，或都不要设。")
    where = urlparse(issuer)
    if where.scheme != "https" and not (where.scheme == "http" and where.hostname in _HERE):
        raise UsageError(f"PAITOU_OIDC_ISSUER 的值“{issuer}”不对：要以 https:// 开头。")
    return Provider(
        issuer=issuer,
        client_id=client,
        client_secret=secret,
        name=env.read_text("PAITOU_OIDC_NAME", "统一身份认证"),
        claim=env.read_text("PAITOU_OIDC_CLAIM", "preferred_username"),
    )
