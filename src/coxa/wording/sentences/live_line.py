"""Sentences of the live socket: why a test cannot begin, go on, or be read."""

from __future__ import annotations

SENTENCES = {
    "live_ticket_unknown": (
        "This page is too old to start a test from, or coxa was started again since. Nothing is "
        "lost: load the page again, then start."
    ),
    "live_gone": (
        "This test cannot go on: coxa was stopped, or the connection was away for more than a "
        "minute. This test is lost; all that you kept before is still there. Please start again."
    ),
    "live_another_runs": (
        "A test is running in another window. Go on there, or load this page again to end that "
        "test and start here."
    ),
    "live_taken_over": (
        "A test was started in another window, so this one ended and nothing of it was kept."
    ),
    "live_continued_elsewhere": "This test goes on in another window.",
    "live_no_hello": (
        "The page did not answer in time, so the test did not start. Load the page again."
    ),
    "live_message_too_large": (
        "The page sent more than a test needs, so the connection was closed. Nothing wrong was "
        "recorded. Load the page again."
    ),
    "live_message_unreadable": (
        "The page sent something that is no part of a test, so the connection was closed. Nothing "
        "wrong was recorded. Load the page again."
    ),
    "live_nothing_read": (
        "The test ended before anything could be read. Nothing was kept, and your records are as "
        "they were. Start again when you like."
    ),
    "live_forgotten": "All records were deleted, so this test ended too and nothing was kept.",
}
