"""Synthetic graphs of the real shape, in any size: the same seed gives the same graph."""

from __future__ import annotations

import random
from hashlib import blake2b

from kgnews.records import Edge, Graph, Node, Proof

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文辉力建国春华"
TITLES = ("主任", "副主任", "书记", "常务副市长", "教授", "会长", "秘书长")
FACTS = ("HOLDS_POSITION", "ATTENDS", "CHAIRS", "SPEAKS_AT", "HOSTS", "MEETS", "VISITS", "HELD_AT", "HELD_ON")
ENDS = {
    "HOLDS_POSITION": ("Person", "Organization"), "ATTENDS": ("Person", "Event"), "CHAIRS": ("Person", "Event"),
    "SPEAKS_AT": ("Person", "Event"), "HOSTS": ("Organization", "Event"), "MEETS": ("Person", "Person"),
    "VISITS": ("Person", "Organization"), "HELD_AT": ("Event", "Place"),
}  # fmt: skip
SHARES = {"Person": 0.4, "Organization": 0.2, "Event": 0.15, "Place": 0.05, "Article": 0.2}


def short_hash(*parts: object) -> str:
    """16 hexadecimal digits."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()


def synthetic_graph(nodes: int = 200, edges: int = 600, seed: int = 1) -> Graph:
    """A graph with about so many nodes and edges, each edge with one to three proofs, two quotations each."""
    rng = random.Random(seed)
    by_label = {label: [_node(rng, label, i) for i in range(max(3, int(nodes * share)))] for label, share in SHARES.items()}
    made: dict[str, Edge] = {}
    while len(made) < edges:
        edge = _edge(rng, by_label)
        made[edge.id] = edge
    every = [node for group in by_label.values() for node in group]
    return Graph(tuple(sorted(every, key=lambda n: n.id)), tuple(made[key] for key in sorted(made)))


def _node(rng: random.Random, label: str, number: int) -> Node:
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)
    names = {
        "Person": name,
        "Organization": f"{name}市科学技术局{number}",
        "Event": f"第{number}届{name}论坛",
        "Place": f"{name}县{number}",
        "Article": f"{name}论坛在京举行之{number}",
    }
    properties = {"Event": {"date": _date(rng)}, "Article": {"date": _date(rng), "source": "示例日报"}}.get(label, {})
    aliases = (f"{name}论坛", "论坛") if label == "Event" else (f"科技局{number}",) if label == "Organization" else ()
    articles = (f"a{number}",) if label == "Article" else tuple(sorted({f"a{rng.randrange(50)}" for _ in range(2)}))
    return Node(f"{label}-{short_hash(label, number)}", label, names[label], aliases, properties, articles)


def _date(rng: random.Random) -> str:
    full = f"{rng.randrange(2015, 2024)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    return full[: rng.choice((10, 10, 10, 7, 4))]


def _edge(rng: random.Random, by_label: dict[str, list[Node]]) -> Edge:
    kind = rng.choice(FACTS)
    if kind == "HELD_ON":
        source = target = rng.choice(by_label["Event"])
    else:
        source, target = rng.choice(by_label[ENDS[kind][0]]), rng.choice(by_label[ENDS[kind][1]])
    properties: dict[str, str | int | tuple[str, ...]] = {}
    if kind == "HOLDS_POSITION":
        properties = {"title": rng.choice(TITLES), "order": rng.randrange(9), "since": _date(rng)}
    elif kind in ("HELD_ON", "MEETS"):
        properties = {"date": _date(rng), "inferred": ("date",)}
    proofs = tuple(_proof(rng, source, target, kind) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    edge_id = short_hash(kind, source.id, target.id, sorted(properties.items()))
    doubtful = rng.random() < 0.05
    return Edge(edge_id, kind, source.id, target.id, properties, proofs, max(p.confidence for p in proofs), doubtful)


def _proof(rng: random.Random, source: Node, target: Node, kind: str) -> Proof:
    start = rng.randrange(2000)
    quote = f"{source.name}近日出席并见证了{target.name}的有关活动"
    quotes = (
        ("fact", "text", start, start + len(quote), quote),
        ("object", "title", 0, len(target.name), target.name),
    )
    article = f"a{rng.randrange(50)}"
    date = rng.choice((None, "2020-11-06"))
    return Proof(short_hash(article, start, kind), article, f"rule-{kind.lower()}", round(rng.uniform(0.5, 1), 2), quotes, date)
