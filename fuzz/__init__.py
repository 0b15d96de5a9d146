"""Fuzzing of the parsers; development only."""
