"""The rig: a posable, clothed body filmed through the seated hip-rotation test, with known angles.

Development only, never in the wheel. See README.md.
"""
