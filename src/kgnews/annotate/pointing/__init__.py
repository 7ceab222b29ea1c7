"""Which body is meant where its name is not told: 我市, 该局, the house that writes."""
