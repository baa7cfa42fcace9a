"""The evidence panel (tài liệu kiểm chứng)."""
