"""The tables of a ledger. What the graph shows (nodes, edges and what hangs on them) is derived from the others."""

APPLICATION_ID = 0x6B676E77  # "kgnw", so that `file` and we ourselves can tell a ledger from any other database
VERSION = 1

_LEDGER = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE pages (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,            -- the page as JSON, without its text
    text TEXT,                       -- NULL where its only article has the same text
    content TEXT NOT NULL,           -- hash of record and text
    cut TEXT                         -- hash of content and of what cut it; NULL until its articles stand below
);
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,          -- its order on the page
    record TEXT NOT NULL,            -- the article as JSON, without its text
    text TEXT NOT NULL,
    content TEXT NOT NULL,           -- hash of record and text
    reading TEXT,                    -- hash of content and of what read it; NULL until it is read
    withdrawn INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_of_page ON articles (page);
CREATE TABLE claims (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    doubtful INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, place)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);
CREATE TABLE entities (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, place)
) WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name);
CREATE TABLE fragments (
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (page, place)
) WITHOUT ROWID;
CREATE TABLE failures (
    source TEXT NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (source, stage)
) WITHOUT ROWID;

CREATE TABLE judgements (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    left TEXT NOT NULL,
    right TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('same', 'different', 'unsure')),
    note TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (left < right)
);
CREATE INDEX judgements_of_pair ON judgements (left, right);
CREATE TABLE verdicts (
    claim TEXT PRIMARY KEY,
    ruling TEXT NOT NULL CHECK (ruling IN ('reject', 'confirm')),
    note TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
"""

# Full text: FTS5's trigram tokenizer cannot find a name of two characters, so names and quotations are indexed
# as overlapping pairs (see grams.py); a phrase of pairs is a search for exactly that string.
_GRAPH = """
CREATE TABLE nodes (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, record TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE INDEX nodes_by_label ON nodes (label);
CREATE TABLE names (
    node TEXT NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, folded TEXT NOT NULL, PRIMARY KEY (folded, node)
) WITHOUT ROWID;
CREATE INDEX names_of_node ON names (node);
CREATE TABLE node_articles (
    node TEXT NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, article TEXT NOT NULL, PRIMARY KEY (article, node)
) WITHOUT ROWID;
CREATE INDEX articles_of_node ON node_articles (node);
CREATE TABLE edges (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    doubtful INTEGER NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX edges_by_source ON edges (source);
CREATE INDEX edges_by_target ON edges (target);
CREATE INDEX edges_by_type ON edges (type);
CREATE TABLE proofs (
    edge TEXT NOT NULL REFERENCES edges (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    claim TEXT NOT NULL,
    article TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (edge, place)
) WITHOUT ROWID;
CREATE INDEX proofs_by_claim ON proofs (claim);
CREATE INDEX proofs_by_article ON proofs (article);
CREATE INDEX proofs_by_rule ON proofs (rule);
CREATE VIRTUAL TABLE node_text USING fts5 (grams, tokenize = 'ascii', columnsize = 0);
CREATE VIRTUAL TABLE quote_text USING fts5 (grams, tokenize = 'ascii', columnsize = 0);
"""

CREATE = _LEDGER + _GRAPH
