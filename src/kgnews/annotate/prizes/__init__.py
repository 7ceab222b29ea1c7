"""Prizes: what they are called and who receives them."""
