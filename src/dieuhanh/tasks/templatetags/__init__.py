"""Tags of task pages."""
