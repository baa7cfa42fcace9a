"""What the user reads: Vietnamese words as typed functions."""
