"""Floors 2 to 4: the verbs, the doors and the commands."""
