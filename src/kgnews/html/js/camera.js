// Mouse, touch and keyboard over the picture. Only a frame that is asked for is drawn.
let asked = false;

function redraw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    drawNow();
  });
}

function drawNow() {
  const canvas = $("picture"), ratio = window.devicePixelRatio || 1;
  const w = Math.round(picture.width * ratio), h = Math.round(picture.height * ratio);
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(new CanvasPainter(context));
}

/** Reads the size of the stage; false where it did not change. */
function measure() {
  const { clientWidth, clientHeight } = $("stage");
  const changed = clientWidth !== picture.width || clientHeight !== picture.height;
  const filters = $("filters");
  const inset = filters.open && clientWidth > 700 ? filters.offsetLeft + filters.offsetWidth : 0;
  Object.assign(picture, { width: clientWidth, height: clientHeight, inset });
  return changed;
}

/** Moves the camera so that everything drawn is seen. */
function fit() {
  if (picture.scene) return fitScene();
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (let i = 0; i < model.drawn; i++) {
    if (!visible.nodeOn[i]) continue;
    x0 = Math.min(x0, model.x[i]), (y0 = Math.min(y0, model.y[i])), (x1 = Math.max(x1, model.x[i])), (y1 = Math.max(y1, model.y[i]));
  }
  if (x0 > x1) return;
  for (const [x, y, r] of isSmall() ? [] : model.discs) if (r) x0 = Math.min(x0, x - r), (y0 = Math.min(y0, y - r)), (x1 = Math.max(x1, x + r)), (y1 = Math.max(y1, y + r));
  const small = isSmall(), pad = !small ? 16 : picture.width < NARROW ? 44 : 84;
  camera.k = Math.min(small ? 1.25 : 2, (picture.width - picture.inset - pad * 2) / Math.max(1, x1 - x0), (picture.height - pad) / Math.max(1, y1 - y0));
  camera.k = Math.max(0.01, camera.k);
  camera.x = (x0 + x1) / 2;
  camera.y = (y0 + y1) / 2;
}

/** A scene is laid out for the stage: only one that is higher than it is made smaller. */
function fitScene() {
  const ys = picture.scene.nodes.map((node) => node.y), xs = picture.scene.nodes.map((node) => node.x);
  const top = Math.min(...ys) - 30, bottom = Math.max(...ys) + 34;
  camera.k = Math.min(1, picture.height / (bottom - top));
  camera.y = (top + bottom) / 2;
  const oneSide = picture.scene.anchor !== undefined;
  camera.x = oneSide ? ((picture.width - picture.inset) / 2 - 40) / camera.k : (Math.min(...xs) + Math.max(...xs)) / 2;
  if (!oneSide && !picture.scene.paths) camera.x = 0;
}

function zoomBy(factor, x = (picture.width + picture.inset) / 2, y = picture.height / 2) {
  const k = Math.min(6, Math.max(0.01, camera.k * factor));
  camera.x += (x - (picture.width + picture.inset) / 2) * (1 / camera.k - 1 / k);
  camera.y += (y - picture.height / 2) * (1 / camera.k - 1 / k);
  camera.k = k;
  redraw();
}

function panBy(dx, dy) {
  camera.x -= dx / camera.k;
  camera.y -= dy / camera.k;
  redraw();
}

/** The node at a point of the canvas, -1 where there is none; names count as their nodes. */
function nodeAt(x, y) {
  let best = -1, least = Infinity;
  for (const [sx, sy, r, i, halfW, halfH] of picture.spots) {
    if (halfW !== undefined) {
      if (Math.abs(x - sx) <= halfW && Math.abs(y - sy) <= halfH && least > 5) best = i, (least = 5);
      continue;
    }
    const distance = Math.hypot(x - sx, y - sy);
    if (distance <= r + 4 && distance < least) best = i, (least = distance);
  }
  return best;
}

function hover(i, x, y) {
  const tip = $("tip");
  tip.hidden = i < 0;
  if (i >= 0) {
    tip.textContent = `${short(nameOf(i), 60)} · ${labelText(i)} · ${say("facts", model.degree[i])}`;
    tip.style.left = `${Math.max(4, Math.min(x + 14, picture.width - tip.offsetWidth - 6))}px`;
    tip.style.top = `${Math.max(4, Math.min(y + 16, picture.height - tip.offsetHeight - 6))}px`;
  }
  if (i === picture.hover) return;
  picture.hover = i;
  $("picture").classList.toggle("over", i >= 0);
  redraw();
}

function startPointer() {
  const canvas = $("picture"), down = new Map();
  let moved = false, spread = 0;
  const at = (event) => [event.offsetX, event.offsetY];
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    if (down.size === 1) moved = false;
    spread = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = at(event), before = down.get(event.pointerId);
    if (!before) return event.pointerType === "mouse" ? hover(nodeAt(x, y), x, y) : undefined;
    if (Math.hypot(x - before[0], y - before[1]) < 4 && !moved && down.size === 1) return;
    moved = true;
    down.set(event.pointerId, [x, y]);
    if (down.size === 2) {
      const [a, b] = [...down.values()], now = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (spread) zoomBy(now / spread, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      spread = now;
    } else panBy(x - before[0], y - before[1]);
  });
  const up = (event) => {
    const known = down.delete(event.pointerId);
    if (!known || moved || event.type === "pointercancel") return;
    const i = nodeAt(...at(event));
    if (i >= 0) openEntity(i);
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => hover(-1));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...at(event));
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoomBy(1.8, ...at(event)));
}

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The next spot in a direction from the cursor: near, and more ahead than aside. */
function nextSpot([dx, dy]) {
  const here = picture.spots.find((spot) => spot[3] === picture.cursor && spot[4] === undefined);
  if (!here) return picture.scene ? picture.scene.nodes[0].i : (picture.spots[0] || [])[3] ?? -1;
  let best = -1, least = Infinity;
  for (const [x, y, , i, half] of picture.spots) {
    const ahead = (x - here[0]) * dx + (y - here[1]) * dy, aside = Math.abs((x - here[0]) * dy) + Math.abs((y - here[1]) * dx);
    if (half !== undefined || i === picture.cursor || ahead <= 1) continue;
    if (ahead + 2 * aside < least) best = i, (least = ahead + 2 * aside);
  }
  return best;
}

function pictureKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (ARROWS[event.key]) {
    event.preventDefault();
    if (event.shiftKey) return panBy(-ARROWS[event.key][0] * 60, -ARROWS[event.key][1] * 60);
    const next = nextSpot(ARROWS[event.key]);
    if (next < 0) return panBy(-ARROWS[event.key][0] * 60, -ARROWS[event.key][1] * 60);
    picture.cursor = next;
    announce(`${nameOf(next)}, ${labelText(next)}, ${say("facts", model.degree[next])}`);
    redraw();
  } else if (event.key === "Enter" && picture.cursor >= 0) openEntity(picture.cursor);
  else if (event.key === "+" || event.key === "=") zoomBy(1.3);
  else if (event.key === "-") zoomBy(1 / 1.3);
}
