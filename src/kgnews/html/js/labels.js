// Names are placed greedily, the more important first; one that would touch another is left out until there is room.
const FONT = 13;
const FAMILY = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';
const widths = new Map();
let ruler = null;

/** Width in pixels of a text at the size of names; measured once. */
function widthOf(text, size = FONT) {
  let width = widths.get(text);
  if (width === undefined) {
    ruler ||= document.createElement("canvas").getContext("2d");
    ruler.font = `${FONT}px ${FAMILY}`;
    widths.set(text, (width = ruler.measureText(text).width));
  }
  return (width * size) / FONT;
}

/** Taken rectangles in a coarse grid. */
class Occupied {
  constructor() {
    this.cells = new Map();
  }
  each(box, visit) {
    for (let x = Math.floor(box.x / 64); x <= Math.floor((box.x + box.w) / 64); x++) {
      for (let y = Math.floor(box.y / 32); y <= Math.floor((box.y + box.h) / 32); y++) if (visit(x * 65536 + y)) return true;
    }
    return false;
  }
  free(box) {
    return !this.each(box, (key) => (this.cells.get(key) || []).some((o) => box.x < o.x + o.w && o.x < box.x + box.w && box.y < o.y + o.h && o.y < box.y + box.h));
  }
  take(box) {
    this.each(box, (key) => {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    });
  }
}

/** A name in at most two lines of at most `most` characters, the first not much longer than the second. */
function wrap(text, most, lines = 2) {
  if (text.length <= most + 1) return [text];
  const whole = short(text, most * lines), rows = Math.ceil(whole.length / most), each = Math.ceil(whole.length / rows);
  return Array.from({ length: rows }, (_, at) => whole.slice(at * each, (at + 1) * each)).filter(Boolean);
}

/** Top left corner of a name of size (w, h) on each side of a node of radius r. */
const SIDES = {
  b: (r, w, h) => [-w / 2, r + 1], a: (r, w, h) => [-w / 2, -r - h - 1], r: (r, w, h) => [r + 3, -h / 2], t: (r, w, h) => [-r - 3 - w, -h / 2],
  B: (r, w) => [r * 0.6, r * 0.8], A: (r, w, h) => [r * 0.6, -r * 0.8 - h], C: (r, w) => [-r * 0.6 - w, r * 0.8], D: (r, w, h) => [-r * 0.6 - w, -r * 0.8 - h],
};

/** Where the name of a node at (x, y) of radius r fits: below, above, right, left, then the corners; null where nowhere. */
function findRoom(occupied, lines, x, y, r, size, sides = "bart") {
  const w = Math.max(...lines.map((line) => widthOf(line, size))) + 4, h = lines.length * (size + 2) + 2;
  for (const side of sides) {
    const [dx, dy] = SIDES[side](r, w, h), box = { x: x + dx, y: y + dy, w, h };
    if (occupied.free(box)) return box;
  }
  return null;
}
