"""The provider's modules belong to its own process: pytest does not import them."""

collect_ignore_glob = ["*.py"]
