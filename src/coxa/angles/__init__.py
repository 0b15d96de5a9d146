"""Room angles."""
