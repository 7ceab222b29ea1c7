// 报道：一篇报道读出的全部事实 · everything that was read from one article
// $graph = kgnews
// $title = 创新创业大赛
MATCH (article:Article {graph: $graph})
WHERE article.name CONTAINS $title
MATCH (a:Entity {graph: $graph})-[r]->(b)
WHERE article.article IN r.articles AND NOT r:MENTIONED_IN
RETURN article.name AS article, article.date AS date, a.name AS subject, type(r) AS relation, r.title AS title, b.name AS object,
       r.quotes AS quotes, r.doubtful AS doubtful
ORDER BY article, relation, subject, object LIMIT 200
