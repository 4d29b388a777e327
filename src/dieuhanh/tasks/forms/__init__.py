"""Forms of programmes, tasks and their lists."""
