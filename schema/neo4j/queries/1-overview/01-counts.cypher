// 总览：各类节点与事实有多少 · how much the graph holds
// $graph = kgnews
MATCH (n:Entity {graph: $graph})
WITH [label IN labels(n) WHERE label <> 'Entity'][0] AS kind, count(*) AS number
RETURN '节点' AS what, kind, number
UNION ALL
WITH $graph AS graph
MATCH (:Entity {graph: graph})-[r]->() WHERE r.graph = graph
RETURN '事实' AS what, type(r) AS kind, count(*) AS number
ORDER BY what DESC, number DESC LIMIT 100
