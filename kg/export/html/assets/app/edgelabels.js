// Names of relations on a drawing: small, in the middle of their lines, where there is room.

function nameOfRelation(relation) {
  const modality = modalityOf(relation), role = graph.data.relations.role[relation];
  const name = labelOf(predicateOf(relation)) + (role ? ` · ${role}` : "");
  return modality === "asserted" ? name : say("qualified", { name, modality: say(`modality.${modality}`) });
}

function drawEdgeLabels(context, candidates, taken, discs) {
  const boxes = new Boxes();
  for (const box of taken) boxes.add(box);
  for (const { x, y, r } of discs) boxes.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  context.font = `11px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = theme.ink.halo;
  for (const { x, y, relation, weight } of candidates) {
    const name = nameOfRelation(relation), width = context.measureText(name).width + 4;
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7, owner: -1 };
    if (boxes.hits(box) && !weight) continue;
    boxes.add(box);
    context.fillStyle = weight ? theme.ink.accent : theme.ink.muted;
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
  }
}
