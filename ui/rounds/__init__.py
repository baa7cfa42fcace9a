"""So vòng: how the rounds of a sheet differ, and what still needs a decision."""
