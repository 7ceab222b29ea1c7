// 活动：一场活动的全部事实 · everything told about an event
// $graph = kgnews
// $name = 中国创新创业大赛
MATCH p = (e:Event {graph: $graph})-[r]-(m)
WHERE (e.name CONTAINS $name OR any(alias IN e.aliases WHERE alias CONTAINS $name)) AND NOT r:MENTIONED_IN
RETURN p LIMIT 200
