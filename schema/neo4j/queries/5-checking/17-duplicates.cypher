// 疑似重复：同类而名称相含 · possible duplicates: of one kind, one name within the other or an alias in common
// $graph = kgnews
MATCH (a:Person|Organization|Event {graph: $graph})
WHERE size(a.name) >= 3
WITH a, [label IN labels(a) WHERE label <> 'Entity'][0] AS kind
MATCH (b:Entity {graph: $graph})
WHERE kind IN labels(b) AND a <> b AND b.name CONTAINS a.name
RETURN kind, a.name AS one, b.name AS other, size(a.articles) AS articles_of_one, size(b.articles) AS articles_of_other,
       [alias IN a.aliases WHERE alias IN b.aliases] AS shared, a, b
ORDER BY size(shared) DESC, one, other LIMIT 100
