// What lies under the hand on the map: an entity or its name, a line of the chosen, a community.

const mapHits = (() => {
  const REACH = 5;

  function entity({ x, y }, { entities, onScreen, labels }) {
    let best = -1, least = REACH;
    for (const each of entities) {
      const at = onScreen(each), away = Math.hypot(at.x - x, at.y - y) - at.r;
      if (away < least) { least = away; best = each; }
    }
    if (best >= 0) return best;
    const label = labels.find((box) => box.key >= 0 && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return label ? label.key : -1;
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

  // The smallest of the discs there.
  function group({ x, y }, { groups: shown, place, scale }) {
    const hit = shown.filter((each) => { const at = place(each.x, each.y); return Math.hypot(at.x - x, at.y - y) <= Math.max(each.radius * scale, 8); });
    return hit.length ? hit.sort((a, b) => a.radius - b.radius)[0].number : -1;
  }

  return { entity, relation, group };
})();
