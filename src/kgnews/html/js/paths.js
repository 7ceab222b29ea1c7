// The shortest links between two entities, over visible edges; articles and, where another way is as short, places join nothing.
const MOST_PATHS = 5;

/** Up to five shortest paths as lists of node numbers, the best known nodes first; [] where there is none. */
function shortestPaths(a, b) {
  const depth = new Map([[a, 0]]);
  let ring = [a];
  while (ring.length && !depth.has(b)) {
    const next = [];
    for (const i of ring) for (const { i: j } of neighboursOf(i)) if (!depth.has(j)) depth.set(j, depth.get(i) + 1), next.push(j);
    ring = next;
  }
  if (!depth.has(b)) return [];
  const paths = [];
  const walk = (i, tail) => {
    if (paths.length >= MOST_PATHS) return;
    if (i === a) return void paths.push([a, ...tail]);
    const before = neighboursOf(i).map((one) => one.i).filter((j) => depth.get(j) === depth.get(i) - 1);
    for (const j of before.sort((x, y) => (labelOf(x) === "Place") - (labelOf(y) === "Place") || x - y)) walk(j, [i, ...tail]);
  };
  walk(b, []);
  return paths;
}

const edgesBetween = (i, j) => [...edgesOf(i)].filter((e) => visible.edgeOn[e] && otherEnd(e, i) === j).sort((a, b) => rankOf(a) - rankOf(b));

/** The picture of the paths: columns by distance from the start; on a narrow screen rows. */
function arrangePath(ends, width, height) {
  const paths = shortestPaths(...ends);
  const scene = { nodes: [], edges: [], headings: [], hidden: 0, width, height, paths };
  const columns = [];
  for (const path of paths) path.forEach((i, at) => (columns[at] ||= new Set()).add(i));
  if (!paths.length) columns.push(new Set([ends[0]]), new Set([ends[1]]));
  const along = width >= NARROW;
  const step = (along ? width * 0.84 : height * 0.82) / Math.max(1, columns.length - 1);
  const placed = new Map();
  columns.forEach((column, at) => {
    const across = Math.min(along ? 130 : width / (column.size + 0.4), ((along ? height : width) * 0.8) / Math.max(1, column.size));
    [...column].forEach((i, row) => {
      const far = (at - (columns.length - 1) / 2) * step, off = (row - (column.size - 1) / 2) * across;
      const node = { i, x: along ? far : off, y: along ? off : far, side: 0, big: ends.includes(i), most: Math.max(5, Math.floor(((along ? step : width / column.size) - 30) / 13.5)) };
      placed.set(i, node);
      scene.nodes.push(node);
    });
  });
  const drawn = new Set();
  for (const path of paths) {
    for (let at = 1; at < path.length; at++) {
      const key = `${path[at - 1]}-${path[at]}`;
      if (drawn.has(key)) continue;
      drawn.add(key);
      const edges = edgesBetween(path[at - 1], path[at]);
      const words = [...new Set(edges.map((e) => [relationText(e), factTitle(e)].filter(Boolean).join(" ")))];
      scene.edges.push({ edges, a: placed.get(path[at - 1]), b: placed.get(path[at]), text: short(words.join(say("list")), 16), bend: false });
    }
  }
  return scene;
}
