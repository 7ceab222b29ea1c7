"""Who and what is meant: one name for all forms of a person or body."""
