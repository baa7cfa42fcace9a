"""Criteria, rules, marks, scoring and changes: pure values and functions."""
