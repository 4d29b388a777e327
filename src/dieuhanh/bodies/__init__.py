"""Areas and bodies, their trees through time, successions."""
