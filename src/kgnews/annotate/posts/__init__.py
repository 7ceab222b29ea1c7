"""Posts: which title of which body a person has, had or is given."""
