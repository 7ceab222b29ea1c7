// 存疑：最没有把握的事实 · the least certain facts first
// $graph = kgnews
MATCH (a:Entity {graph: $graph})-[r]->(b:Entity)
WHERE r.graph = $graph AND NOT r:MENTIONED_IN
RETURN r.doubtful AS doubtful, r.confidence AS confidence, a.name AS subject, type(r) AS relation, r.title AS title, b.name AS object,
       r.quotes AS quotes, r.rules AS rules, r.articles AS articles
ORDER BY doubtful DESC, confidence, r.id LIMIT 100
