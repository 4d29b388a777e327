"""What the benchmark of votes runs inside an installation: the meeting, the ballots, the count."""
