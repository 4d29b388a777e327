"""Official documents: `writing` sets them in type."""
