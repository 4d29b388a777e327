"""Pages of forms, rounds, submissions and figures."""
