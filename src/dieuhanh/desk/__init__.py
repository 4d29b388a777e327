"""Each user's home: the first page, and pages that span apps."""
