"""Dates and places: when and where, and the stops of a visit."""
