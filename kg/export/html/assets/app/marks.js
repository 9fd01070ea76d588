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
  // The segmenter leaves the opening quote of a sentence with the one before.
  const opening = (at) => at - /[\p{Pi}\p{Ps}]*$/u.exec(text.slice(from, at))[0].length;
  const sentences = [...new Intl.Segmenter("zh", { granularity: "sentence" }).segment(text.slice(from, to))];
  const edges = sentences.map(({ index }) => opening(from + index));
  return [edges.findLast((edge) => edge <= start) ?? from, edges.find((edge) => edge >= end) ?? to];
}
