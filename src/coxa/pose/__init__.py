"""Room pose."""
