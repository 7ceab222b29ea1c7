// 规则产出：每条规则读出多少事实 · the yield of each rule
// $graph = kgnews
MATCH (:Entity {graph: $graph})-[r]->()
WHERE r.graph = $graph AND NOT r:MENTIONED_IN
UNWIND r.rules AS rule
RETURN rule, count(*) AS proofs, count(DISTINCT r) AS facts, round(avg(r.confidence), 3) AS confidence,
       count(DISTINCT CASE WHEN r.doubtful THEN r END) AS doubtful, collect(DISTINCT type(r)) AS types
ORDER BY proofs DESC, rule LIMIT 200
