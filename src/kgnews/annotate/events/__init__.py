"""Events and works: their names, who hosts them, which one a mention means."""
