// What the filters leave: `edgeOn` and `nodeOn` by number, and counts for the boxes.
const visible = { edgeOn: null, nodeOn: null, labelCount: [], relationCount: [], edges: 0, nodes: 0, undated: 0, doubtful: 0, months: null };

const bounded = () => state.from >= 0 || state.to >= 0;

/** Whether the period holds this edge; an undated one is shown only when the whole period is. */
function inPeriod(e) {
  if (!bounded()) return true;
  const month = model.month[e];
  return month >= 0 && (state.from < 0 || month >= state.from) && (state.to < 0 || month <= state.to);
}

/** Recomputes everything in `visible`; once for each change of a filter. */
function applyFilters() {
  const { n, m } = model;
  const labelOff = model.labels.map((label) => state.off.has(label.id));
  const relationOff = model.relations.map((relation) => state.relationsOff.has(relation.id));
  const edgeOn = new Uint8Array(m), nodeOn = new Uint8Array(n), joined = new Uint8Array(n);
  const months = new Int32Array(Math.max(0, range.last - range.first + 1));
  Object.assign(visible, { edgeOn, nodeOn, months, edges: 0, nodes: 0, undated: 0, doubtful: 0 });
  visible.labelCount = model.labels.map(() => 0);
  visible.relationCount = model.relations.map(() => 0);
  for (let e = 0; e < m; e++) {
    if (isDoubtful(e)) visible.doubtful++;
    if ((isDoubtful(e) && !state.doubtful) || model.confidence[e] < state.least) continue;
    const within = inPeriod(e);
    if (within) visible.relationCount[model.type[e]]++, (joined[model.from[e]] = joined[model.to[e]] = 1);
    if (relationOff[model.type[e]] || labelOff[model.label[model.from[e]]] || labelOff[model.label[model.to[e]]]) continue;
    if (model.month[e] < 0) visible.undated++;
    else months[model.month[e] - range.first]++;
    if (!within) continue;
    edgeOn[e] = 1;
    visible.edges++;
    nodeOn[model.from[e]] = nodeOn[model.to[e]] = 1;
  }
  const narrowed = bounded() || state.relationsOff.size > 0 || state.least > 0;
  for (let i = 0; i < n; i++) {
    if (joined[i] || !narrowed) visible.labelCount[model.label[i]]++;
    if (labelOff[model.label[i]]) nodeOn[i] = 0;
    else if (!narrowed) nodeOn[i] = 1;
    visible.nodes += nodeOn[i];
  }
}
