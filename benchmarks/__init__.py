"""How fast it is, measured: `make bench`, or `make bench NAME=overview`. No part of the tests.

Each module here with a function `run()` is one benchmark. It returns lines of
{"name", "value", "unit", "budget", "ok"}; a line without a budget only informs.
"""
