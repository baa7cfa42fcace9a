"""Ma trận: every criterion of every unit in one round, for reading across and quick entry."""
