// 总览：最近的活动 · the latest events
// $graph = kgnews
MATCH (e:Event {graph: $graph})
WITH e, coalesce(toString(e.date), e.date_text) AS date
WHERE date IS NOT NULL
OPTIONAL MATCH (e)-[at:HELD_AT]->(place)
OPTIONAL MATCH (host)-[:HOSTS]->(e)
RETURN date, e.name AS event, collect(DISTINCT place.name) AS places, collect(DISTINCT host.name) AS hosts
ORDER BY date DESC, event LIMIT 50
