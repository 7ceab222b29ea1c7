// 历任：谁在何时担任机构的什么职务 · who held which post of a body, over time
// $graph = kgnews
// $name = 科技部火炬中心
MATCH (p:Person)-[r:HOLDS_POSITION]->(o:Organization {graph: $graph})
WHERE o.name = $name OR $name IN o.aliases
RETURN o.name AS body, r.title AS title, p.name AS person, r.status AS status,
       coalesce(toString(r.since), r.since_text) AS since, coalesce(toString(r.until), r.until_text) AS until,
       r.first_seen AS first_seen, r.last_seen AS last_seen, r.quotes AS quotes, r.articles AS articles
ORDER BY body, title, coalesce(first_seen, date('9999-12-31')), person LIMIT 200
