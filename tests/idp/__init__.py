"""An identity provider of the tests' own: allauth's OpenID Connect server, in its own process."""
