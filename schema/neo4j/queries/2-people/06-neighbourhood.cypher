// 人物关系图：一个人的全部事实 · everything told about a person
// $graph = kgnews
// $name = 贾敬敏
MATCH p = (n:Person {graph: $graph})-[r]-(m)
WHERE (n.name = $name OR $name IN n.aliases) AND NOT r:MENTIONED_IN
RETURN p LIMIT 200
