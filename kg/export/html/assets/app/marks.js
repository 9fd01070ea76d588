// Text with places marked in it. Places may overlap: each stretch shows the narrowest of them.

function stretches(text, from, to, places) {
  const cuts = new Set([from, to]);
  for (const { start, end } of places) {
    if (start > from && start < to) cuts.add(start);
    if (end > from && end < to) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b), found = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const over = places.filter(({ start, end }) => start <= edges[i] && end >= edges[i + 1]);
    const part = over.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.part || null;
    const before = found[found.length - 1];
    if (before && before.part === part) before.to = edges[i + 1];
    else found.push({ part, from: edges[i], to: edges[i + 1] });
  }
  return found.map((each) => ({ ...each, text: text.slice(each.from, each.to) }));
}

function marked(text, from, to, places) {
  return stretches(text, from, to, places).map((each) => (each.part
    ? h("mark", { "data-part": each.part, title: say(`part.${each.part}`) }, each.text)
    : document.createTextNode(each.text)));
}

// The sentences around a place: from the start of the one where it begins to the end of the one where it ends.
function sentenceAround(text, start, end) {
  const from = text.lastIndexOf("\n", start - 1) + 1, line = text.indexOf("\n", end), to = line < 0 ? text.length : line;
  if (!("Segmenter" in Intl)) return [from, to];
  let first = from, last = to;
  for (const { index, segment } of new Intl.Segmenter("zh", { granularity: "sentence" }).segment(text.slice(from, to))) {
    const at = from + index;
    if (at <= start) first = at;
    if (at + segment.length >= end) { last = at + segment.length; break; }
  }
  return [first, last];
}
