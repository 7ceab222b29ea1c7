// 地点：各地举办的活动 · events by place
// $graph = kgnews
MATCH (e:Event {graph: $graph})-[r:HELD_AT]->(place)
WHERE NOT r.doubtful
RETURN place.name AS place, count(DISTINCT e) AS events, collect(DISTINCT e.name)[..10] AS which
ORDER BY events DESC, place LIMIT 100
