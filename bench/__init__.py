"""Measurements of what a person waits for, each with its floor from the same run."""
