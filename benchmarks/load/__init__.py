"""What the load benchmarks and the fault tests share: a database, a server, officers, the line."""
