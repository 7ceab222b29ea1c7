// 嘉宾：活动的出席者，按名单次序 · the guests of events in the order of the list
// $graph = kgnews
MATCH (p:Person)-[r:ATTENDS|SPEAKS_AT|CHAIRS]->(e:Event {graph: $graph})
WHERE NOT r.doubtful
RETURN e.name AS event, coalesce(toString(e.date), e.date_text) AS date, p.name AS person, type(r) AS role, r.order AS place, r.quotes[0] AS quote
ORDER BY date DESC, event, coalesce(place, 999), person LIMIT 200
