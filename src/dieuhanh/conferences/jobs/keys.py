"""What is done beside the pages: keys of urns that have been counted leave the disk."""

from __future__ import annotations

from ..actions.urns import destroy_key, spent_keys
from ..models import Urn


def destroy_spent_keys() -> int:
    """Destroy keys left where a process died between counting and destroying; how many."""
    urns = list(Urn.objects.values_list("key_name", "ballot__state"))
    spent = spent_keys([name for name, state in urns if state == "open"], [n for n, _ in urns])
    for name in spent:
        destroy_key(name)
    return len(spent)


__all__ = ["destroy_spent_keys"]
