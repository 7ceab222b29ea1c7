// Two hands for one picture: a canvas for the screen and PNG, and SVG elements for the download. Units are CSS pixels.

/** Corners of the shape of a label, around (0, 0) with radius 1; null for a circle. */
const CORNERS = {
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  triangle: [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]],
  triangleDown: [[0, 1.15], [1.1, -0.85], [-1.1, -0.85]],
  hexagon: [0, 1, 2, 3, 4, 5].map((k) => [1.1 * Math.cos((k * Math.PI) / 3), 1.1 * Math.sin((k * Math.PI) / 3)]),
  star: Array.from({ length: 10 }, (_, k) => [(k % 2 ? 0.55 : 1.3) * Math.sin((k * Math.PI) / 5), -(k % 2 ? 0.55 : 1.3) * Math.cos((k * Math.PI) / 5)]),
};

class CanvasPainter {
  constructor(context) {
    this.c = context;
  }
  clear(w, h, color) {
    this.c.fillStyle = color;
    this.c.fillRect(0, 0, w, h);
  }
  /** Strokes paths: arrays of [x0, y0, x1, y1] or, bent, [x0, y0, c0x, c0y, c1x, c1y, x1, y1]. */
  strokes(paths, { color, width = 1, alpha = 1, dash = null }) {
    const c = this.c;
    c.beginPath();
    for (const p of paths) {
      c.moveTo(p[0], p[1]);
      if (p.length === 4) c.lineTo(p[2], p[3]);
      else c.bezierCurveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
    }
    c.setLineDash(dash || []);
    Object.assign(c, { strokeStyle: color, lineWidth: width, globalAlpha: alpha });
    c.stroke();
    c.setLineDash([]);
    c.globalAlpha = 1;
  }
  /** Fills shapes of one kind: arrays of [x, y, radius]; a ring of `edge` colour parts neighbours. */
  shapes(kind, places, { color, alpha = 1, edge = null, edgeWidth = 1 }) {
    const c = this.c, corners = CORNERS[kind];
    c.beginPath();
    for (const [x, y, r] of places) {
      if (!corners) c.moveTo(x + r, y), c.arc(x, y, r, 0, 2 * Math.PI);
      else corners.forEach(([dx, dy], at) => (at ? c.lineTo(x + dx * r, y + dy * r) : c.moveTo(x + dx * r, y + dy * r))), c.closePath();
    }
    Object.assign(c, { fillStyle: color, globalAlpha: alpha });
    c.fill();
    if (edge) Object.assign(c, { strokeStyle: edge, lineWidth: edgeWidth }), c.stroke();
    c.globalAlpha = 1;
  }
  text(text, x, y, { size = FONT, color, halo, align = "center", bold = false, alpha = 1 }) {
    const c = this.c;
    c.font = `${bold ? "600 " : ""}${size}px ${FAMILY}`;
    Object.assign(c, { textAlign: align, textBaseline: "middle", globalAlpha: alpha });
    if (halo) Object.assign(c, { strokeStyle: halo, lineWidth: 4, lineJoin: "round" }), c.strokeText(text, x, y);
    c.fillStyle = color;
    c.fillText(text, x, y);
    c.globalAlpha = 1;
  }
}

class SvgPainter {
  constructor(w, h) {
    this.root = svg("svg", { xmlns: SVG, width: w, height: h, viewBox: `0 0 ${w} ${h}`, "font-family": FAMILY });
  }
  add(tag, attributes, text) {
    const element = svg(tag, attributes);
    if (text !== undefined) element.textContent = text;
    this.root.append(element);
  }
  clear(w, h, color) {
    this.add("rect", { width: w, height: h, fill: color });
  }
  strokes(paths, { color, width = 1, alpha = 1, dash = null }) {
    const at = (x, y) => `${x.toFixed(1)} ${y.toFixed(1)}`;
    const d = paths.map((p) => `M${at(p[0], p[1])}` + (p.length === 4 ? `L${at(p[2], p[3])}` : `C${at(p[2], p[3])} ${at(p[4], p[5])} ${at(p[6], p[7])}`)).join("");
    if (d) this.add("path", { d, fill: "none", stroke: color, "stroke-width": width, opacity: alpha, ...(dash ? { "stroke-dasharray": dash.join(" ") } : {}) });
  }
  shapes(kind, places, { color, alpha = 1, edge = null, edgeWidth = 1 }) {
    const common = { fill: color, opacity: alpha, ...(edge ? { stroke: edge, "stroke-width": edgeWidth } : {}) };
    for (const [x, y, r] of places) {
      if (!CORNERS[kind]) this.add("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), ...common });
      else this.add("polygon", { points: CORNERS[kind].map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(" "), ...common });
    }
  }
  text(text, x, y, { size = FONT, color, halo, align = "center", bold = false, alpha = 1 }) {
    const anchor = { center: "middle", left: "start", right: "end" }[align];
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, fill: color, opacity: alpha, "text-anchor": anchor, "dominant-baseline": "central",
      ...(bold ? { "font-weight": 600 } : {}), ...(halo ? { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {}) }, text);
  }
}
