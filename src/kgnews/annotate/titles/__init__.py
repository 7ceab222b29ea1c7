"""Titles and the chains that they stand in, with the bodies before them."""
