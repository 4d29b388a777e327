"""Every write of tasks and programmes."""
