"""Kiểm tra hồ sơ: what is damaged, where it is used, how it is mended; the bin."""
