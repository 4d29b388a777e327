"""The nouns of the field and their rules. Standard library only: no Django, no I/O, no clock."""
