"""A shank cut out of a photograph and turned by a known angle: how much of it is seen?"""
