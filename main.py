"""Front door: builds everything, then steps aside."""
