"""Room coach."""
