// 主办：机构举办、承办了哪些活动 · events by host
// $graph = kgnews
MATCH (o:Organization {graph: $graph})-[r:HOSTS|ORGANIZES|CO_ORGANIZES|SUPPORTS]->(e:Event)
WHERE NOT r.doubtful
RETURN o.name AS body, type(r) AS role, e.name AS event, coalesce(toString(e.date), e.date_text) AS date,
       r.quotes[0] AS quote, r.articles AS articles
ORDER BY body, date, event LIMIT 200
