"""Numbers in bulk: tables in, tables out. The only door to DuckDB."""
