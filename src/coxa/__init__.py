"""coxa: measure how far each hip turns, train it, and know whether it helped."""

__version__ = "0.1.0"
