"""Attacks on every address, generated from the URL map."""
