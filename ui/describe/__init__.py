"""Mô tả lần lượt: scans described one after the other, by keyboard."""
