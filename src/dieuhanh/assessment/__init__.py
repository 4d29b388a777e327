"""The board, frozen assessments, comparison, findings."""
