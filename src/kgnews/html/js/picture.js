// The picture: the whole graph from afar or near, or the scene of one entity or path. Draws with either painter.
const camera = { x: 0, y: 0, k: 1 };
// `inset`: pixels on the left that the filters cover.
const picture = { scene: null, hover: -1, cursor: -1, width: 0, height: 0, inset: 0, spots: [], colors: null };
const NEAR = 0.5, FAR_LABELS = 7000;

const screenX = (x) => (x - camera.x) * camera.k + (picture.width + picture.inset) / 2;
const screenY = (y) => (y - camera.y) * camera.k + picture.height / 2;
const isSmall = () => model.discs.length <= 1 || model.drawn <= 260;

function readColors() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  picture.colors = Object.fromEntries(["paper", "ink", "soft", "edge", "disc", "disc-line", "halo", "focus", "link"].map((name) => [name, color(name)]));
}

/** Radius in pixels of a node in the whole picture. */
function radiusOf(i) {
  const size = (isSmall() ? 4.6 : 3.6) + 1.35 * Math.sqrt(model.degree[i]);
  return Math.max(1.5, Math.min(15, size * Math.min(1.15, Math.max(0.3, Math.pow(camera.k, 0.55)))));
}

function draw(painter) {
  painter.clear(picture.width, picture.height, picture.colors.paper);
  picture.spots = [];
  if (picture.scene) drawScene(painter, picture.scene);
  else drawWhole(painter);
}

function drawWhole(painter) {
  const { colors } = picture;
  const small = isSmall(), near = small || camera.k >= NEAR;
  const inView = (i) => {
    const x = screenX(model.x[i]), y = screenY(model.y[i]);
    return x > -20 && y > -20 && x < picture.width + 20 && y < picture.height + 20;
  };
  const on = [];
  for (let i = 0; i < model.drawn; i++) if (visible.nodeOn[i] && inView(i)) on.push(i);
  if (!small) drawDiscs(painter);
  if (!near) drawBundles(painter);
  drawEdges(painter, near);
  const center = picture.hover >= 0 ? picture.hover : picture.cursor;
  const lit = center >= 0 ? new Set([center, ...neighboursOf(center).map((one) => one.i)]) : null;
  if (lit) drawLit(painter, center);
  model.labels.forEach((label, at) => {
    const places = on.filter((i) => model.label[i] === at);
    const groups = lit ? [places.filter((i) => !lit.has(i)), places.filter((i) => lit.has(i))] : [[], places];
    const spots = groups.map((group) => group.map((i) => [screenX(model.x[i]), screenY(model.y[i]), radiusOf(i)]));
    const ring = camera.k > 0.3 || small ? colors.paper : null;
    if (spots[0].length) painter.shapes(label.shape, spots[0], { color: label.color, alpha: 0.3 });
    if (spots[1].length) painter.shapes(label.shape, spots[1], { color: label.color, edge: ring });
  });
  for (const i of on) picture.spots.push([screenX(model.x[i]), screenY(model.y[i]), Math.max(6, radiusOf(i)), i]);
  if (picture.cursor >= 0 && picture.cursor < model.drawn) ringAround(painter, screenX(model.x[picture.cursor]), screenY(model.y[picture.cursor]), radiusOf(picture.cursor));
  drawNames(painter, on, small, lit);
}

function drawDiscs(painter) {
  const places = model.discs.filter((disc, at) => disc[2] * camera.k > 9 && at >= 0).map(([x, y, r]) => [screenX(x), screenY(y), r * camera.k]);
  painter.shapes("dot", places, { color: picture.colors.disc, edge: picture.colors["disc-line"] });
}

/** From afar the links between communities are one band each, as wide as they are many, from rim to rim. */
function drawBundles(painter) {
  const most = Math.max(1, ...model.bundles.map(([, , weight]) => weight));
  for (const [a, b, weight] of model.bundles) {
    const [ax, ay, ar] = model.discs[a], [bx, by, br] = model.discs[b];
    const dx = bx - ax, dy = by - ay, length = Math.hypot(dx, dy) || 1;
    const bend = 0.16 * Math.max(0, length - ar - br);
    const x0 = ax + (dx / length) * ar, y0 = ay + (dy / length) * ar, x1 = bx - (dx / length) * br, y1 = by - (dy / length) * br;
    const mx = (x0 + x1) / 2 - (dy / length) * bend, my = (y0 + y1) / 2 + (dx / length) * bend;
    const path = [x0, y0, (x0 + 2 * mx) / 3, (y0 + 2 * my) / 3, (x1 + 2 * mx) / 3, (y1 + 2 * my) / 3, x1, y1].map((v, at) => (at % 2 ? screenY(v) : screenX(v)));
    painter.strokes([path], { color: picture.colors.edge, width: 0.8 + 5 * Math.sqrt(weight / most), alpha: 0.2 });
  }
}

/** Real edges: within a community always; between communities from near, and faintly where they are many. */
function drawEdges(painter, near) {
  const inside = [], across = [], derived = [], doubtful = [];
  const { width, height } = picture;
  for (let e = 0; e < model.m; e++) {
    const a = model.from[e], b = model.to[e];
    if (!visible.edgeOn[e] || a >= model.drawn || b >= model.drawn || a === b) continue;
    const apart = model.group[a] !== model.group[b];
    if (!near && apart) continue;
    const x0 = screenX(model.x[a]), y0 = screenY(model.y[a]), x1 = screenX(model.x[b]), y1 = screenY(model.y[b]);
    if ((x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0) || (x0 > width && x1 > width) || (y0 > height && y1 > height)) continue;
    (isDoubtful(e) ? doubtful : model.flags[e] & 2 ? derived : apart ? across : inside).push([x0, y0, x1, y1]);
  }
  const { edge: color } = picture.colors, dimmed = picture.hover >= 0 || picture.cursor >= 0;
  const alpha = dimmed ? 0.16 : isSmall() ? 0.55 : near ? 0.42 : model.drawn < 900 ? 0.45 : 0.24;
  painter.strokes(across, { color, width: 0.8, alpha: Math.min(alpha, Math.max(0.07, 60 / (across.length + 1))) });
  painter.strokes(derived, { color, width: 0.8, alpha: alpha * 0.6, dash: [1, 3] });
  painter.strokes(inside, { color, width: near ? 1.1 : 0.7, alpha });
  painter.strokes(doubtful, { color, width: 1.2, alpha: alpha + 0.2, dash: [5, 4] });
}

/** The edges of the node under the pointer or the keyboard's cursor. */
function drawLit(painter, center) {
  const paths = [];
  for (const e of edgesOf(center)) {
    const i = otherEnd(e, center);
    if (visible.edgeOn[e] && i < model.drawn && center < model.drawn) paths.push([screenX(model.x[center]), screenY(model.y[center]), screenX(model.x[i]), screenY(model.y[i])]);
  }
  painter.strokes(paths, { color: picture.colors.link, width: 1.8, alpha: 0.9 });
}

function ringAround(painter, x, y, r) {
  painter.shapes("dot", [[x, y, r + 5]], { color: picture.colors.focus, alpha: 0.28 });
}

/** A name as seen from afar: without the year in front, which the time bars tell. */
const farName = (i) => (model.name[i].length > 11 ? nameOf(i).replace(/^\d{4}年?/, "") : nameOf(i));

/** The ways in which a name may be set, best first: in one or two long lines, in short ones, cut. */
function shapesOf(i) {
  const name = nameOf(i), wide = picture.width >= NARROW;
  const shapes = [wrap(name, wide ? 11 : 7)];
  if (name.length > 6) shapes.push(wrap(name, Math.max(5, Math.ceil(Math.min(name.length, 21) / 3)), 3), [short(farName(i), 8)]);
  return shapes;
}

/** Lines of a name from the top down, centred. */
function writeLines(painter, lines, x, top, style) {
  const size = style.size || FONT;
  lines.forEach((line, at) => painter.text(line, x, top + (at + 0.5) * (size + 2), style));
}

/** Names by importance; the best known node of each community comes before all others. */
function drawNames(painter, on, small, lit) {
  const occupied = new Occupied();
  if (small) for (const i of on) occupied.take({ x: screenX(model.x[i]) - radiusOf(i), y: screenY(model.y[i]) - radiusOf(i), w: 2 * radiusOf(i), h: 2 * radiusOf(i) });
  const leaders = new Set();
  const first = [], rest = [];
  for (const i of on) {
    if (lit && lit.has(i)) first.unshift(i);
    else if (!leaders.has(model.group[i]) && model.degree[i] > 3) leaders.add(model.group[i]), first.push(i);
    else rest.push(i);
  }
  let left = small ? 400 : Math.max(24, Math.floor((picture.width * picture.height) / (camera.k < NEAR ? FAR_LABELS * 2 : FAR_LABELS)));
  for (const i of [...first, ...rest]) {
    if (left <= 0) break;
    const bold = lit ? lit.has(i) && i === picture.hover : false;
    const x = screenX(model.x[i]), y = screenY(model.y[i]);
    const shapes = small || camera.k > 0.8 ? shapesOf(i) : [[short(farName(i), 11)]];
    let box = null, lines = null;
    for (lines of shapes) if ((box = findRoom(occupied, lines, x, y, radiusOf(i), FONT, small ? "bartBACD" : "ba"))) break;
    if (!box || box.x < 2 || box.x + box.w > picture.width - 2 || box.y < 2 || box.y + box.h > picture.height) continue;
    occupied.take(box);
    left--;
    writeLines(painter, lines, box.x + box.w / 2, box.y + 1, { color: picture.colors.ink, halo: picture.colors.halo, bold, alpha: lit && !lit.has(i) ? 0.35 : 1 });
  }
}

function drawScene(painter, scene) {
  const { colors } = picture;
  for (const edge of scene.edges) drawSceneEdge(painter, edge);
  model.labels.forEach((label, at) => {
    const nodes = scene.nodes.filter((node) => model.label[node.i] === at);
    const spots = nodes.map((node) => [screenX(node.x), screenY(node.y), node.big ? 13 : node.far ? 5 : 7.5]);
    if (spots.length) painter.shapes(label.shape, spots, { color: label.color, edge: colors.paper, edgeWidth: 1.5 });
    nodes.forEach((node, k) => picture.spots.push([spots[k][0], spots[k][1], spots[k][2] + 5, node.i]));
  });
  const mark = scene.nodes.find((node) => node.i === (picture.hover >= 0 ? picture.hover : picture.cursor));
  if (mark) ringAround(painter, screenX(mark.x), screenY(mark.y), mark.big ? 13 : 8);
  const occupied = new Occupied();
  for (const node of scene.nodes) nameInScene(painter, node, occupied);
  for (const heading of scene.headings) {
    const x = screenX(heading.x), y = screenY(heading.y), w = widthOf(heading.text);
    const box = { x: heading.side > 0 ? x - 6 : x - w + 6, y: y - 8, w, h: 16 };
    if (occupied.free(box)) painter.text(heading.text, x, y, { size: 12.5, color: colors.soft, halo: colors.halo, bold: true, align: heading.side > 0 ? "left" : "right" });
  }
  for (const edge of scene.edges) nameEdge(painter, edge, occupied);
  if (scene.hidden) painter.text(say("hiddenRows", scene.hidden), (picture.width + picture.inset) / 2, picture.height - 14, { color: colors.soft, halo: colors.halo });
}

/** The name of a row, in what room it has. */
const sceneName = (node) => short(model.name[node.i].length > node.most ? farName(node.i) : nameOf(node.i), node.most);

/** The name of the entity in the middle, or of an end of a path: in short lines below it, so that few edges cross it. */
function nameBelow(painter, node, occupied) {
  const oneSide = picture.scene.anchor !== undefined && node.big;
  const size = node.big ? 15 : FONT, lines = wrap(nameOf(node.i), oneSide ? 5 : Math.min(node.most, node.big ? 12 : 11), node.big ? 4 : 2);
  const w = Math.max(...lines.map((line) => widthOf(line, size))) + 6, h = lines.length * (size + 2);
  const x = Math.max(picture.inset + 4, Math.min(picture.width - w - 4, screenX(node.x) - w / 2)), y = screenY(node.y) + (node.big ? 17 : 10);
  const box = { x, y, w, h };
  if (!node.big && !occupied.free(box)) return;
  occupied.take(box);
  writeLines(painter, lines, x + w / 2, y, { size, color: picture.colors.ink, halo: picture.colors.halo, bold: node.big });
  picture.spots.push([x + w / 2, y + h / 2, 0, node.i, w / 2, h / 2]);
}

function nameInScene(painter, node, occupied) {
  if (node.side === 0) return nameBelow(painter, node, occupied);
  const { colors } = picture;
  const text = sceneName(node), x = screenX(node.x), y = screenY(node.y);
  const w = widthOf(text) + 6, box = { x: node.side > 0 ? x + 11 : x - 11 - w, y: y - 9, w, h: 18 };
  if (!occupied.free(box)) return;
  occupied.take(box);
  painter.text(text, node.side > 0 ? box.x : box.x + w, box.y + box.h / 2, { color: colors.ink, halo: colors.halo, align: node.side > 0 ? "left" : "right" });
  picture.spots.push([box.x + w / 2, box.y + box.h / 2, 0, node.i, w / 2, box.h / 2]);
}

function drawSceneEdge(painter, edge) {
  const { colors } = picture;
  const x0 = screenX(edge.a.x), y0 = screenY(edge.a.y), x1 = screenX(edge.b.x), y1 = screenY(edge.b.y);
  const start = edge.far && edge.a.side ? x0 + edge.a.side * (14 + widthOf(sceneName(edge.a))) : x0;
  const path = edge.bend ? [start, y0, start + (x1 - start) * 0.4, y0, start + (x1 - start) * 0.22, y1, x1, y1] : [x0, y0, x1, y1];
  const doubtful = edge.edges.every(isDoubtful);
  const lit = [edge.a.i, edge.b.i].includes(picture.hover >= 0 ? picture.hover : picture.cursor) && !edge.a.big;
  painter.strokes([path], { color: lit ? colors.link : colors.edge, width: edge.far ? 0.9 : 1.2, alpha: edge.far ? 0.6 : 0.75, dash: doubtful ? [6, 4] : edge.edges.every((e) => model.flags[e] & 2) ? [1, 3] : null });
  arrows(painter, edge, path);
}

/** Heads at the end or ends that the relations point to; symmetric ones have none. */
function arrows(painter, edge, path) {
  const n = path.length;
  const head = (x, y, dx, dy, gap) => {
    const length = Math.hypot(dx, dy) || 1, ux = dx / length, uy = dy / length, tx = x - ux * gap, ty = y - uy * gap;
    painter.strokes([[tx - ux * 7 - uy * 3.6, ty - uy * 7 + ux * 3.6, tx, ty], [tx - ux * 7 + uy * 3.6, ty - uy * 7 - ux * 3.6, tx, ty]], { color: picture.colors.edge, width: 1.4, alpha: 0.9 });
  };
  const directed = edge.edges.filter((e) => !model.relations[model.type[e]].symmetric);
  const back = edge.bend ? [path[n - 2] - path[n - 4], 0] : [path[n - 2] - path[0], path[n - 1] - path[1]];
  if (directed.some((e) => model.to[e] === edge.b.i)) head(path[n - 2], path[n - 1], ...back, edge.b.big ? 16 : 10);
  if (directed.some((e) => model.to[e] === edge.a.i) && !edge.far) {
    if (edge.bend) head(path[n - 2] - back[0] * 0.01 - Math.sign(back[0]) * 24, path[n - 1], -back[0], 0, 0);
    else head(path[0], path[1], path[0] - path[2], path[1] - path[3], edge.a.big ? 16 : 10);
  }
}

/** The words on an edge: by its far end where it is bent, in its middle otherwise; left out where there is no room. */
function nameEdge(painter, edge, occupied) {
  if (!edge.text) return;
  const size = 12, w = widthOf(edge.text, size) + 4;
  const x0 = screenX(edge.a.x), y0 = screenY(edge.a.y), x1 = screenX(edge.b.x), y1 = screenY(edge.b.y);
  const toSide = Math.sign(x1 - x0);
  const spots = edge.bend ? [[x1 - toSide * (w / 2 + 32), y1]] : [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]);
  for (const [x, y] of spots) {
    const box = { x: x - w / 2, y: y - 8, w, h: 16 };
    if (!occupied.free(box) || (edge.bend && Math.abs(x - x0) < w / 2 + 14)) continue;
    occupied.take(box);
    return painter.text(edge.text, x, y, { size, color: picture.colors.soft, halo: picture.colors.halo });
  }
}
