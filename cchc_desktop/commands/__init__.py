"""What a user can do, as values."""
