"""Room assessment."""
