"""What the benchmark of a large conference runs inside an installation."""
