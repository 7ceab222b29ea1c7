// 同事：同一机构、报道时间重叠的人 · people of one body whose time there overlaps
// $graph = kgnews
MATCH (a:Person {graph: $graph})-[ra:HOLDS_POSITION]->(o:Organization)<-[rb:HOLDS_POSITION]-(b:Person)
WHERE a.id < b.id AND NOT ra.doubtful AND NOT rb.doubtful
  AND coalesce(ra.status, '') <> 'former' AND coalesce(rb.status, '') <> 'former'
WITH o, a, b, ra, rb,
     coalesce(ra.since, ra.first_seen) AS a_from, coalesce(ra.until, ra.last_seen) AS a_to,
     coalesce(rb.since, rb.first_seen) AS b_from, coalesce(rb.until, rb.last_seen) AS b_to
WHERE a_from IS NULL OR b_from IS NULL OR (a_from <= coalesce(b_to, a_from) + duration('P1Y') AND b_from <= coalesce(a_to, b_from) + duration('P1Y'))
RETURN o.name AS body, a.name AS one, ra.title AS title_of_one, b.name AS other, rb.title AS title_of_other,
       ra.quotes[0] AS quote_of_one, rb.quotes[0] AS quote_of_other
ORDER BY body, one, other LIMIT 200
