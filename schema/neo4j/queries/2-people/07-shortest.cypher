// 最短联系：两人之间 · the shortest links between two people
// $graph = kgnews
// $from = 贾敬敏
// $to = 钱叶叶
MATCH (a:Person {graph: $graph, name: $from}), (b:Person {graph: $graph, name: $to})
WHERE a <> b
MATCH p = allShortestPaths((a)-[rs*..4]-(b))
WHERE all(r IN rs WHERE NOT r:MENTIONED_IN AND NOT r.doubtful)
RETURN p LIMIT 25
