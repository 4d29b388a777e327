"""What the approval benchmark runs inside an installation."""
