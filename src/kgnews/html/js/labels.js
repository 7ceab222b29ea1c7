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

/** Where the name of a node at (x, y) of radius r fits: below, above, right, left; null where nowhere. */
function findRoom(occupied, text, x, y, r, size, sides = "bart") {
  const w = widthOf(text, size) + 4, h = size + 4;
  for (const side of sides) {
    const box =
      side === "b" ? { x: x - w / 2, y: y + r + 1, w, h } : side === "a" ? { x: x - w / 2, y: y - r - h - 1, w, h }
      : side === "r" ? { x: x + r + 3, y: y - h / 2, w, h } : { x: x - r - 3 - w, y: y - h / 2, w, h };
    if (occupied.free(box)) return box;
  }
  return null;
}
