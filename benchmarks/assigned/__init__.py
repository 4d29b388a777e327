"""A province's tasks of many years, for the benchmark of lists, scorecards and reminders."""
