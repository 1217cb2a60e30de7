"""Explains advice: why, why not, what it would take, and the way there."""
