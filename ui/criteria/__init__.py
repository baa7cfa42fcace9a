"""Workplace Bộ tiêu chí: the tree editor."""
