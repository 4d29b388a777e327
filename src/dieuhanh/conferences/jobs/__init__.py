"""What runs beside the pages: the watch over a live room."""
