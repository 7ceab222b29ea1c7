// 查找：按名称或别名 · find by name or alias
// $graph = kgnews
// $name = 贾敬敏
CALL db.index.fulltext.queryNodes('kgnews_names', '"' + replace(replace($name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node, score
WHERE node.graph = $graph
RETURN node, labels(node) AS labels, node.name AS name, node.aliases AS aliases, size(node.articles) AS articles, score
ORDER BY score DESC, node.id LIMIT 25
