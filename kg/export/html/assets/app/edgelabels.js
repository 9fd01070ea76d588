// Names of relations on a drawing: small, on their lines, in the middle or beside it, where there is room.

function nameOfRelation(relation) {
  const modality = modalityOf(relation), role = graph.data.relations.role[relation];
  const name = labelOf(predicateOf(relation)) + (role ? ` · ${role}` : "");
  return modality === "asserted" ? name : say("qualified", { name, modality: say(`modality.${modality}`) });
}

// Draws the names and gives those that found room, with their places.
function drawEdgeLabels(context, candidates, taken, discs) {
  const boxes = new Boxes(), placed = [];
  for (const box of taken) boxes.add(box);
  for (const { x, y, r } of discs) boxes.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  context.font = `11px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = theme.ink.halo;
  for (const { spots, relation, weight } of candidates) {
    const name = nameOfRelation(relation), width = context.measureText(name).width + 4;
    const around = ({ x, y }) => ({ x, y, left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7, owner: -1 });
    const tried = spots.map(around), box = tried.find((each) => !boxes.count(each)) || (weight && tried[0]);
    if (!box) continue;
    boxes.add(box);
    const { x, y } = box;
    context.fillStyle = weight ? theme.ink.accent : theme.ink.muted;
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
    placed.push({ x, y, name, relation });
  }
  return placed;
}
