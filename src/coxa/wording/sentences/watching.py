"""Sentences of the watch socket: why the camera does not watch an exercise."""

from __future__ import annotations

SENTENCES = {
    "watch_ticket_unknown": (
        "This page is too old for the camera to watch. Nothing is lost, and the session goes on "
        "by the clock. Load the page again to use the camera."
    ),
    "watch_continued_elsewhere": (
        "The camera watches in another window now. Here the session goes on by the clock."
    ),
    "watch_silent": (
        "No picture came for a while, so the camera stopped watching. Nothing is lost. Switch the "
        "camera on again when you like."
    ),
}
