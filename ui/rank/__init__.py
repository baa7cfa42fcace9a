"""The workplace “Xếp hạng”: the league of units, and a province among the others."""
