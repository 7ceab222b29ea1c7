// 证据：两者之间的关系与原文 · the evidence of what links two names
// $graph = kgnews
// $from = 贾敬敏
// $to = 火炬中心
MATCH (a:Entity {graph: $graph})-[r]-(b:Entity)
WHERE (a.name = $from OR $from IN a.aliases) AND (b.name CONTAINS $to OR $to IN b.aliases) AND NOT r:MENTIONED_IN
UNWIND range(0, size(r.articles) - 1) AS place
OPTIONAL MATCH (article:Article {graph: $graph, article: r.articles[place]})
RETURN a.name AS one, type(r) AS relation, r.title AS title, b.name AS other, r.quotes AS quotes, article.name AS article,
       article.date AS date, r.rules[place] AS rule, r.confidence AS confidence, r.doubtful AS doubtful
ORDER BY relation, title, date LIMIT 100
