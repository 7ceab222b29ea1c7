// The neighbourhood of one entity as rows on both sides of it, grouped by relation. Units are CSS pixels, the entity at (0, 0).
const FIRST = ["HOLDS_POSITION", "HOSTS", "ORGANIZES", "CO_ORGANIZES", "SUPPORTS", "HELD_ON", "HELD_AT", "CHAIRS", "SPEAKS_AT", "ATTENDS", "MEETS", "SIGNS_WITH", "VISITS", "FOUNDS", "PUBLISHES", "RECEIVES_AWARD"];
const ROW = 27, HEADING = 25, NARROW = 560;

const rankOf = (e) => (FIRST.indexOf(relationOf(e)) + 1 || FIRST.length + 1) * 2 + (isDoubtful(e) ? 100 : 0);

/** Visible neighbours of a node: [{i, edges}], edges by rank. */
function neighboursOf(center, except) {
  const found = new Map();
  for (const e of edgesOf(center)) {
    const i = otherEnd(e, center);
    if (!visible.edgeOn[e] || i === center || (except && except.has(i))) continue;
    if (!found.has(i)) found.set(i, { i, edges: [] });
    found.get(i).edges.push(e);
  }
  for (const one of found.values()) one.edges.sort((a, b) => rankOf(a) - rankOf(b));
  return [...found.values()];
}

/** Neighbours by relation and direction; in a group by rank of the guest, then the latest, then importance. */
function groupsOf(center) {
  const groups = new Map();
  for (const one of neighboursOf(center)) {
    const e = one.edges[0], out = model.from[e] === center;
    const key = `${relationOf(e)} ${out || model.relations[model.type[e]].symmetric}`;
    if (!groups.has(key)) groups.set(key, { key, rank: rankOf(e) + (out ? 0 : 1), title: relationText(e), members: [] });
    groups.get(key).members.push(one);
  }
  const order = (one) => propertiesOf(one.edges[0]).order ?? 9999;
  for (const group of groups.values()) {
    group.members.sort((a, b) => order(a) - order(b) || model.month[b.edges[0]] - model.month[a.edges[0]] || a.i - b.i);
    group.total = group.fits = group.members.length;
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank || a.key.localeCompare(b.key));
}

/** The picture of one entity: nodes, edges and headings to draw, and how many neighbours found no room. */
function arrangeEntity(center, hops, width, height) {
  const sides = width >= NARROW ? 2 : 1;
  const groups = groupsOf(center);
  const room = Math.max(8, Math.floor((height - 70) / ROW)) * sides;
  const hidden = trim(groups, room);
  if (hops === 2) addSecond(center, groups, room);
  const scene = { nodes: [{ i: center, x: 0, y: 0, big: true, side: 0, most: 30 }], edges: [], headings: [], hidden, width, height };
  const halves = sides === 2 ? split(groups) : [groups, []];
  halves.forEach((half, at) => half.length && placeSide(scene, half, sides === 1 ? 1 : at ? 1 : -1, sides, hops));
  if (sides === 1) scene.nodes[0].x = scene.anchor = 0;
  return scene;
}

/** Takes members from the largest groups until all fit; the picture says how many are left out. */
function trim(groups, room) {
  const rows = () => groups.reduce((sum, group) => sum + group.members.length + 1, 0);
  let hidden = 0;
  while (rows() > room) {
    const largest = groups.reduce((a, b) => (b.members.length > a.members.length ? b : a));
    if (largest.members.length < 2) break;
    largest.members.pop();
    largest.fits--;
    hidden++;
  }
  return hidden;
}

/** The neighbours' own neighbours, the most important first, as many as there is room for; each stands at one neighbour. */
function addSecond(center, groups, room) {
  const members = groups.flatMap((group) => group.members);
  const known = new Set([center, ...members.map((one) => one.i)]);
  const waiting = members.map((one) => ({ one, rest: neighboursOf(one.i, known).sort((a, b) => a.i - b.i) }));
  let left = room - members.length - groups.length;
  for (let round = 0; left > 0 && round < 30; round++) {
    for (const { one, rest } of waiting) {
      const next = rest.find((other) => !known.has(other.i));
      if (!next || left <= 0) continue;
      known.add(next.i);
      one.second = [...(one.second || []), next];
      if (one.second.length > 1) left--;
    }
  }
}

const rowsOf = (one) => Math.max(1, (one.second || []).length);
const heightOf = (group) => HEADING + group.members.reduce((sum, one) => sum + rowsOf(one) * ROW, 0);

/** Groups to the left and the right so that both are about as high; a group that is more than half of all is cut in two. */
function split(groups) {
  const total = groups.reduce((sum, group) => sum + heightOf(group), 0);
  if (groups.length === 1 && groups[0].members.length < 4) return [[], groups];
  const left = [], right = [];
  let filled = 0;
  for (const group of groups) {
    const own = heightOf(group);
    if (filled + own / 2 <= total / 2 && !right.length) left.push(group);
    else if (!right.length && total / 2 - filled > HEADING + 3 * ROW && group.members.length > 5) {
      let at = 0;
      for (let used = filled; at < group.members.length && used < total / 2; at++) used += rowsOf(group.members[at]) * ROW;
      left.push({ ...group, members: group.members.slice(0, at) });
      right.push({ ...group, members: group.members.slice(at), again: true });
    } else right.push(group);
    filled += own;
  }
  return [left, right];
}

/** What stands above a group: the relation, and how many of how many it shows. */
function headingOf({ title, fits, total, again }) {
  if (again) return `${title} ↓`;
  return fits < total ? `${title} ${fits}/${total}` : `${title} ${total}`;
}

/** One side: rows from top to bottom on a gentle arc, names outside, a heading above each group. */
function placeSide(scene, groups, side, sides, hops) {
  const total = groups.reduce((sum, group) => sum + heightOf(group), 0);
  const half = sides === 2 ? scene.width / 2 : scene.width - 70;
  const stretch = Math.min(1.7, Math.max(1, (scene.height - 90) / total));
  const reach = sides === 2 ? Math.min(half * (hops === 2 ? 0.36 : 0.55), 330) : half * (hops === 2 ? 0.26 : 0.42);
  const letters = Math.max(5, Math.floor((half - reach - 30) / 13.5));
  let y = (-total * stretch) / 2;
  const arc = (at) => reach * (1 - 0.28 * Math.min(1, Math.abs(at) / (scene.height / 2)) ** 2);
  for (const group of groups) {
    const top = y + HEADING * stretch * 0.62;
    scene.headings.push({ x: side * (arc(top) - 4), y: top, text: headingOf(group), side });
    y += HEADING * stretch;
    for (const one of group.members) {
      const span = rowsOf(one) * ROW * stretch;
      const node = { i: one.i, x: side * arc(y + span / 2), y: y + span / 2, side, most: one.second ? 9 : letters };
      scene.nodes.push(node);
      scene.edges.push({ edges: one.edges, a: scene.nodes[0], b: node, text: edgeText(one.edges, group), bend: true });
      placeSecond(scene, one, node, y, side, half, stretch);
      y += span;
    }
  }
}

function placeSecond(scene, one, parent, top, side, half, stretch) {
  const x = side * Math.min(half - 100, Math.abs(parent.x) + Math.max(90, half * 0.34));
  (one.second || []).forEach((next, at) => {
    const node = { i: next.i, x, y: top + (at + 0.5) * ROW * stretch, side, most: Math.max(5, Math.floor((half - Math.abs(x) - 24) / 13.5)), far: true };
    scene.nodes.push(node);
    scene.edges.push({ edges: next.edges, a: parent, b: node, text: "", bend: true, far: true });
  });
}

/** Words on an edge: the post, or the relations besides the one that the heading names. */
function edgeText(edges, group) {
  const words = new Set(edges.map((e) => factTitle(e) || relationText(e)));
  words.delete(group.title);
  return short([...words].join(say("list")), 11);
}
