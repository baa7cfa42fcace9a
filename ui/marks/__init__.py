"""Workplace Chấm điểm: the score tree and its forms."""
