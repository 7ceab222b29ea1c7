"""Where things are kept: the ledger (record of truth) and the graph derived from it."""
