"""The provider's clients: one is told the truth, each other one thing wrongly."""

HONEST = "dieuhanh"
LIES = ("nonce", "no-nonce", "expired", "audience", "issuer", "subject", "signature")
