"""Room experiment."""
