"""Fixtures of all tests."""

from neo4j_server import neo4j_connection, neo4j_empty, neo4j_fresh, neo4j_server

__all__ = ["neo4j_connection", "neo4j_empty", "neo4j_fresh", "neo4j_server"]
