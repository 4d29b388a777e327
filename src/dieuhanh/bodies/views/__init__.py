"""Areas through time."""
