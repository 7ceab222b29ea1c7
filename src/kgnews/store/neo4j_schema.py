"""Constraints and indexes, from the ontology. Only uniqueness: existence constraints are not in the Community edition."""

from __future__ import annotations

import re

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
    for label in labels[1:]:  # of any label: the text index answers equality too
        made |= _index("", f"kgnews_name_{label}", f"(n:`{label}`)", "n.name")
    made |= _index("TEXT ", "kgnews_text_name", f"(n:{UMBRELLA})", "n.name")
    made |= _index("TEXT ", "kgnews_text_search", f"(n:{UMBRELLA})", "n.search")
    for label in ("Event", "Article"):
        made |= _index("", f"kgnews_date_{label}", f"(n:`{label}`)", "n.date")
    every = "|".join(f"`{label}`" for label in sorted(ontology.labels))
    options = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    made[FULLTEXT] = f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:{every}) ON EACH [n.name, n.aliases] {options}"
    return made


def _index(kind: str, name: str, where: str, what: str) -> dict[str, str]:
    return {name: f"CREATE {kind}INDEX {name} IF NOT EXISTS FOR {where} ON ({what})"}


def missing(connection: Connection, ontology: Ontology) -> list[str]:
    """The statements for what is not there yet. Asking writes nothing; ``IF NOT EXISTS`` alone might move the bookmark.

    What somebody has made under another name for the same property counts as there.
    """
    query = "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint"
    there: set[object] = set()
    for name, kind, labels, properties, constraint in connection.rows(query):
        there |= {name, ("UNIQUE" if constraint else kind, *(labels or ()), *(properties or ()))}
    return [text for name, text in statements(ontology).items() if not there & {name, _shape(text)}]


def _shape(statement: str) -> object:
    """Type, label and property that a statement of ours is about, as ``SHOW INDEXES`` says them."""
    label, name = re.findall(r"`?(\w+)`?\)? (?:ON|REQUIRE) \(?n\.(\w+)|$", statement)[0] or ("", "")
    kind = "UNIQUE" if "CONSTRAINT" in statement else "TEXT" if " TEXT " in statement else "RANGE"
    return kind, label, name


def ensure(connection: Connection, ontology: Ontology) -> int:
    """Make what is missing and wait until it can be used; how many were made."""
    lacking = missing(connection, ontology)
    with connection.session(write=True) as session:
        for statement in lacking:
            session.run(statement).consume()  # each is all or nothing, and harmless to run again
        if lacking:
            session.run("CALL db.awaitIndexes($seconds)", seconds=_WAIT_SECONDS).consume()
    broken = [row[0] for row in connection.rows("SHOW INDEXES YIELD name, state WHERE state = 'FAILED' RETURN name")]
    if ours := sorted(name for name in broken if name.startswith("kgnews_")):
        raise Neo4jError(f"the index {ours[0]} has failed", f"DROP INDEX {ours[0]}, and push again")
    return len(lacking)
