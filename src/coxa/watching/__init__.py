"""Watching: from landmarks of a camera to the moments of an exercise that a coach acts on."""
