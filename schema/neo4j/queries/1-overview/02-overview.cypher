// 总览：联系最多的人与机构 · the best connected persons and bodies
// $graph = kgnews
MATCH (n:Person|Organization {graph: $graph})
WITH n, COUNT { (n)-[r]-() WHERE NOT r:MENTIONED_IN AND NOT r.doubtful } AS facts
ORDER BY facts DESC, n.id LIMIT 10
MATCH p = (n)-[r]-(m) WHERE NOT r:MENTIONED_IN AND NOT r.doubtful
RETURN p LIMIT 150
