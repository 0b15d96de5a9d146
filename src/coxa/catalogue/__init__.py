"""Room catalogue."""
