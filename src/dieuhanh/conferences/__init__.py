"""Hội nghị: sites, delegates, agenda, the live room, ballots, conclusions."""
