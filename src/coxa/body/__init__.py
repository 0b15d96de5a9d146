"""Room body."""
