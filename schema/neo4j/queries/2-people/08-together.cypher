// 同场：谁与谁出现在同一活动 · who was at the same events as a person
// $graph = kgnews
// $name = 贾敬敏
MATCH (a:Person {graph: $graph, name: $name})-[ra:ATTENDS|CHAIRS|SPEAKS_AT]->(e:Event)<-[rb:ATTENDS|CHAIRS|SPEAKS_AT]-(b:Person)
WHERE a <> b AND NOT ra.doubtful AND NOT rb.doubtful
RETURN b.name AS person, count(DISTINCT e) AS events, collect(DISTINCT e.name)[..5] AS which,
       collect(DISTINCT rb.quotes[0])[..3] AS quotes
ORDER BY events DESC, person LIMIT 100
