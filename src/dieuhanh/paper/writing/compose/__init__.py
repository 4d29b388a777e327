"""Papers composed from records: a module for each kind, small frozen records in, a `Paper` out.

Nothing here reads the books or knows the day. What is not known stays `BLANK`, to be filled in.
"""
