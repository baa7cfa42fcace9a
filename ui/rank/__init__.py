"""The workplace “Xếp hạng”: the league of units."""
