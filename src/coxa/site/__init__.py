"""Room site."""
