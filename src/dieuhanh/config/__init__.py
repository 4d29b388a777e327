"""Settings, urls, middleware, asgi, the dieuhanh command."""
