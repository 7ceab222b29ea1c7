// The present view as PNG, SVG, JSON and CSV.

function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** A file name from what is shown, without characters that file systems refuse. */
function fileName(ending) {
  const what = state.path ? state.path.map((i) => short(nameOf(i), 20)).join("-") : state.entity >= 0 ? short(nameOf(state.entity), 30) : document.title;
  return `${what.replace(/[\\/:*?"<>|.\s]+/g, "_") || "kgnews"}.${ending}`;
}

function savePng() {
  const scale = 2, canvas = el("canvas");
  Object.assign(canvas, { width: picture.width * scale, height: picture.height * scale });
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  draw(new CanvasPainter(context));
  canvas.toBlob((blob) => save(fileName("png"), "image/png", blob), "image/png");
}

function saveSvg() {
  const painter = new SvgPainter(picture.width, picture.height);
  draw(painter);
  save(fileName("svg"), "image/svg+xml", new XMLSerializer().serializeToString(painter.root));
}

/** A fact with its proofs, names as they stand in the data. */
function factObject(e) {
  return {
    type: relationOf(e), subject: { id: model.id[model.from[e]], label: labelOf(model.from[e]), name: model.name[model.from[e]] },
    object: isAlone(e) ? { id: null, label: "Date", name: objectText(e) } : { id: model.id[model.to[e]], label: labelOf(model.to[e]), name: model.name[model.to[e]] }, properties: propertiesOf(e), date: model.date[e] || null, confidence: model.confidence[e],
    doubtful: isDoubtful(e), proofs: proofsOf(e).map((proof) => ({
      id: proof[4], article: detail.articles[proof[0]], rule: detail.rules[proof[1]][0], confidence: proof[2],
      evidence: proof[3].map(([what, quote, where, start]) => ({ shows: detail.shows[what], in: where, start, end: start + [...quote].length, quote })),
    })),
  };
}

function saveJson() {
  save(fileName("json"), "application/json", JSON.stringify({ title: document.title, view: address(), facts: viewEdges().map(factObject) }, null, 1));
}

function saveCsv() {
  const columns = ["subject", "subject_label", "relation", "object", "object_label", "title", "status", "date", "quote", "article", "article_title", "article_date", "url", "rule", "confidence", "doubtful", "fact"];
  const rows = viewEdges().flatMap(factObject).flatMap((fact) => fact.proofs.map((proof) => [fact.subject.name, fact.subject.label, fact.type, fact.object.name, fact.object.label, fact.properties.title, fact.properties.status,
    fact.date, proof.evidence.map((one) => one.quote).join(" … "), proof.article.id, proof.article.title, proof.article.date, proof.article.url, proof.rule, proof.confidence, fact.doubtful, proof.id]));
  const cell = (value) => `"${guard(String(value ?? "")).replace(/"/g, '""')}"`;
  save(fileName("csv"), "text/csv", "\ufeff" + [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n");
}

function startDownloads() {
  for (const [id, action] of [["save-png", savePng], ["save-svg", saveSvg], ["save-json", saveJson], ["save-csv", saveCsv]]) {
    $(id).addEventListener("click", () => {
      action();
      $("downloads").open = false;
      $("downloads").querySelector("summary").focus();
    });
  }
}
