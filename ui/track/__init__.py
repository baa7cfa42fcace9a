"""Tiến độ: how far every unit is, and who is reminded."""
