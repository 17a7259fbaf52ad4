"""A module that is not on the pass-through list."""

WAARDE = 1
