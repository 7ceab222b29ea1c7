"""Chinese news into a knowledge graph of officials, organizations and events, each fact with its quotation."""

__version__ = "0.1.0"
