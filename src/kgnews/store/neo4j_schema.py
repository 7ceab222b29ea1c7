"""Constraints and indexes, from the ontology. Only uniqueness: existence constraints are not in the Community edition."""

from __future__ import annotations

from kgnews.errors import Neo4jError
from kgnews.schema import Ontology
from kgnews.store.neo4j_codec import UMBRELLA
from kgnews.store.neo4j_connect import Connection

FULLTEXT = "kgnews_names"
META = "KgnewsGraph"  # one node a graph and writer: its name, and who writes it
WITHDRAWN = "Withdrawn"  # a node that is gone, but that somebody else's relationship holds
_WAIT_SECONDS = 300


def statements(ontology: Ontology) -> dict[str, str]:
    """The statement that makes each constraint or index, by its name."""
    labels = [UMBRELLA, *sorted(ontology.labels)]
    made: dict[str, str] = {}
    for label in (*labels, META):
        name = f"kgnews_key_{label}"
        made[name] = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.key IS UNIQUE"
    for label in labels:
        made |= _index("", f"kgnews_name_{label}", f"(n:`{label}`)", "n.name")
    made |= _index("TEXT ", "kgnews_text_name", f"(n:{UMBRELLA})", "n.name")
    made |= _index("TEXT ", "kgnews_text_search", f"(n:{UMBRELLA})", "n.search")
    for label in ("Event", "Article"):
        made |= _index("", f"kgnews_date_{label}", f"(n:`{label}`)", "n.date")
    dates = {name for name, declared in ontology.properties.items() if declared.type == "date"}
    for kind, relation in sorted(ontology.relations.items()):
        for name in sorted(dates & set(relation.properties) | ({"date"} if kind == "HELD_ON" else set())):
            made |= _index("", f"kgnews_{name}_{kind}", f"()-[n:`{kind}`]-()", f"n.{name}")
    every = "|".join(f"`{label}`" for label in sorted(ontology.labels))
    options = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    made[FULLTEXT] = f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:{every}) ON EACH [n.name, n.aliases] {options}"
    return made


def _index(kind: str, name: str, where: str, what: str) -> dict[str, str]:
    return {name: f"CREATE {kind}INDEX {name} IF NOT EXISTS FOR {where} ON ({what})"}


def missing(connection: Connection, ontology: Ontology) -> dict[str, str]:
    """What is not there yet. Reading this writes nothing, unlike ``IF NOT EXISTS``, which may move the bookmark."""
    there = {row[0] for row in connection.rows("SHOW INDEXES YIELD name")}
    there |= {row[0] for row in connection.rows("SHOW CONSTRAINTS YIELD name")}
    return {name: statement for name, statement in statements(ontology).items() if name not in there}


def ensure(connection: Connection, ontology: Ontology) -> int:
    """Make what is missing and wait until it can be used; how many were made."""
    lacking = missing(connection, ontology)
    with connection.session(write=True) as session:
        for statement in lacking.values():
            session.execute_write(lambda tx, text=statement: tx.run(text).consume())
        if lacking:
            session.run("CALL db.awaitIndexes($seconds)", seconds=_WAIT_SECONDS).consume()
    broken = [row[0] for row in connection.rows("SHOW INDEXES YIELD name, state WHERE state = 'FAILED' RETURN name")]
    if ours := sorted(name for name in broken if name.startswith("kgnews_")):
        raise Neo4jError(f"the index {ours[0]} has failed", f"DROP INDEX {ours[0]}, and push again")
    return len(lacking)
