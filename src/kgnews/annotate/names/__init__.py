"""Names of persons as such: how long one is, how likely, where it ends."""
