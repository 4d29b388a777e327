"""Pages about people: signing in, one's own account, and the administrator's."""
