"""Persons found in the text: beside titles, in lists, in bylines, alone."""
