// 人物履历：职务与原文 · the posts of a person, each with its words
// $graph = kgnews
// $name = 贾敬敏
MATCH (p:Person {graph: $graph})-[r:HOLDS_POSITION]->(o)
WHERE p.name = $name OR $name IN p.aliases
RETURN p.name AS person, o.name AS body, r.title AS title, r.status AS status,
       coalesce(toString(r.since), r.since_text) AS since, coalesce(toString(r.until), r.until_text) AS until,
       r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quotes AS quotes, r.articles AS articles, r.confidence AS confidence, r.doubtful AS doubtful
ORDER BY person, coalesce(first_seen, date('9999-12-31')), body, title LIMIT 100
