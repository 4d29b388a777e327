"""Every write of a conference."""
