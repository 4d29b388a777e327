"""Components, base templates, charts. Knows no app."""
