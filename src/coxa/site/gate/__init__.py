"""The code that is asked for before anything is shown to another machine."""
