"""Teaches `coxa.angles` what a pose model makes of a turned leg, and proves it on other people."""
