"""The server's door."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
django.setup(set_prefix=False)

from dieuhanh.config.desks import DeskHandler  # noqa: E402 - once Django is set up

application = DeskHandler()

# Thousands of open lines hold many objects that live long: looking through them all for rings, as
# Python does by default every few thousand new ones, stops every page for a fifth of a second.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
