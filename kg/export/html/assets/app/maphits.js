// What lies under the hand on the map: an entity or its name, a line of the chosen, a community.

const mapHits = (() => {
  const REACH = 5;

  const named = ({ x, y }, labels, { communities = false } = {}) => labels.find((box) => box.key < 0 === communities
    && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);

  function entity({ x, y }, { entities, onScreen, labels }) {
    let best = -1, least = REACH;
    for (const each of entities) {
      const at = onScreen(each), away = Math.hypot(at.x - x, at.y - y) - at.r;
      if (away < least) { least = away; best = each; }
    }
    if (best >= 0) return best;
    return named({ x, y }, labels)?.key ?? -1;
  }

  function relation({ x, y }, { relations, onScreen }) {
    let best = -1, least = REACH;
    for (const each of relations) {
      const a = onScreen(graph.from[each]), b = onScreen(graph.to[each]), dx = b.x - a.x, dy = b.y - a.y;
      const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
      if (away < least) { least = away; best = each; }
    }
    return best;
  }

  // The community whose name is there, or the smallest of the discs.
  function group({ x, y }, { shown, place, scale, labels }) {
    const label = named({ x, y }, labels, { communities: true });
    if (label) return groups.numberOf(label.key);
    const hit = shown.filter((each) => { const at = place(each.x, each.y); return Math.hypot(at.x - x, at.y - y) <= Math.max(each.radius * scale, 8); });
    return hit.length ? hit.sort((a, b) => a.radius - b.radius)[0].number : -1;
  }

  return { entity, relation, group };
})();
