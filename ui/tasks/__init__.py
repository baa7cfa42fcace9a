"""Nhiệm vụ khắc phục: what an assessment still has to repair, ticked off here."""
