"""Room safety."""
