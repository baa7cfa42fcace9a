"""Documents without a format, and their writers."""
