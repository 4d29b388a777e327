"""Pages of the register and of papers."""
