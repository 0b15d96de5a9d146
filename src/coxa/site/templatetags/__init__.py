"""Filters and tags of the page templates."""
