"""Official papers written: a model of what they say, and Word and PDF files by Decree 30/2020."""
