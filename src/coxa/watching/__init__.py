"""Watching: from landmarks of a camera to the moments of an exercise that a coach acts on.

The coach looks for what it has shown: the figure of the catalogue's key poses, seen from about
where the camera should stand, is fitted to the landmarks of every frame. How far along its way it
then is, and how much of each fault's change of posture is in it, is all that is told.
"""

from coxa.watching.watcher import Watcher

__all__ = ["Watcher"]
