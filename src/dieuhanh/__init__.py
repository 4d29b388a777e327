"""Điều Hành: the yearly cycle by which a Vietnamese province steers its development."""
