"""A provider that tells the truth to one client, and lies to the others in a way of their own."""

from __future__ import annotations

import os
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import PrivateKey


class Lying(DefaultOIDCAdapter):
    """Alters the identity token as the client's name asks."""

    forged = False

    def populate_id_token(
        self, id_token: dict[str, Any], client: Any, scopes: Any, **more: Any
    ) -> None:
        """Tell one thing wrongly."""
        if client.id == "nonce":
            id_token["nonce"] = "of-another-browser"
        elif client.id == "no-nonce":
            id_token.pop("nonce", None)
        elif client.id == "expired":
            id_token["exp"] = id_token["iat"] - 3600
        elif client.id == "audience":
            id_token["aud"] = "somebody-else"
        elif client.id == "issuer":
            id_token["iss"] = "https://elsewhere.test"
        elif client.id == "subject":
            id_token["sub"] = "another-person"
        self.forged = client.id == "signature"

    def get_signing_key(self) -> PrivateKey:
        """Our key, or one nobody published."""
        key: PrivateKey = super().get_signing_key()
        return PrivateKey(pem=os.environ["IDP_OTHER_KEY"]) if self.forged else key
