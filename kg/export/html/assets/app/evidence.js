// The evidence of a fact: its sentence with subject, cue, object and number marked, inside the article, place by place.

const evidence = (() => {
  let asked = 0;

  function headline(fact) {
    if (isFigure(fact)) {
      const figure = figureOf(fact);
      return h("div", { class: "headline" }, chip(figure.subject), h("span", { class: "verb" }, figure.metric, ...figure.dimensions.map((each) => h("small", {}, ` ${shownName(each)}`))),
        h("strong", { title: exactAmount(figure) }, amountOf(figure)), h("span", { class: "aside" }, periodOf(figure.start, figure.end), figures.noteOfBasis(figure)), badgeOf(figure.modality));
    }
    const role = graph.data.relations.role[fact];
    return h("div", { class: "headline" }, chip(graph.from[fact]), h("span", { class: "verb" }, labelOf(predicateOf(fact)), role && h("small", {}, ` ${role}`), " →"), chip(graph.to[fact]), badgeOf(modalityOf(fact)));
  }

  function stepper(fact, total) {
    const to = (step) => () => change({ step: (step + total) % total });
    return h("div", { class: "stepper", role: "group", "aria-label": say("stepping") },
      button("back", say("previous"), to(state.step - 1), { bare: true, disabled: total < 2, data: { step: "back" } }),
      h("span", { id: "step" }, say("placeOf", { at: state.step + 1, all: total })),
      button("forward", say("next"), to(state.step + 1), { bare: true, disabled: total < 2, data: { step: "on" } }));
  }

  function about(number) {
    const { title, date, source, id } = graph.data.documents;
    const address = [id[number], source[number]].find((each) => /^https?:\/\//i.test(each || ""));
    return [
      h("h3", { class: "title", lang: "zh-CN" }, title[number] || id[number]),
      h("p", { class: "aside" }, [date[number], source[number] !== address && source[number]].filter(Boolean).join(" · "), address && [" ", link(address, say("original"))]),
    ];
  }

  function reprint(source) {
    const { title, id, reprints } = graph.data.documents, origin = reprints[source];
    return origin !== undefined && h("p", { class: "aside" }, h("span", { class: "badge" }, say("reprint")), ` ${say("reprintOf", { title: title[origin] || id[origin] })}`);
  }

  const legendOf = (parts) => h("p", { class: "parts" }, [...new Set(parts.map((each) => each.part))].map((part) => h("mark", { "data-part": part }, say(`part.${part}`))));

  function body(article) {
    const { text, start, end, parts } = article, whole = { start, end, part: "evidence" };
    const [from, to] = sentenceAround(text, start, end);
    const near = parts.filter((each) => each.start >= from && each.end <= to);
    const apart = parts.filter((each) => !near.includes(each)).map((each) => h("p", { class: "quote apart", lang: "zh-CN" }, marked(text, ...sentenceAround(text, each.start, each.end), [each])));
    return [
      h("blockquote", { id: "quote", class: "quote", lang: "zh-CN", data: { start, end } }, marked(text, from, to, near)),
      apart,
      legendOf(parts),
      about(article.number),
      reprint(article.source),
      h("div", { id: "article", class: "text", lang: "zh-CN", tabindex: 0, role: "document", "aria-label": say("articleText") }, paragraphs(text, [whole, ...parts])),
      graph.data.excerpts && h("p", { class: "aside" }, say("excerpts")),
      h("p", { class: "aside" }, say("foundBy", { rule: article.rule, confidence: article.confidence })),
    ];
  }

  function paragraphs(text, places) {
    let at = 0;
    return text.split("\n").map((line) => {
      const from = at, to = at + line.length;
      at = to + 1;
      return line.trim() && h("p", {}, marked(text, from, to, places.filter((each) => each.start < to && each.end > from)));
    });
  }

  function render(fact) {
    const sources = graph.sourcesOf.of(fact), total = sources.length, mine = ++asked;
    if (state.step >= total && total) state.step = total - 1;
    const place = h("div", { class: "place", "aria-live": "polite" }, total ? say("loading") : say("noEvidence"));
    if (total) {
      articles.open(sources[state.step]).then((article) => {
        if (mine !== asked) return;
        place.replaceChildren(...body(article).flat(Infinity).filter(Boolean));
        bringIntoView(place);
      });
    }
    return [headline(fact), total > 0 && stepper(fact, total), place];
  }

  function bringIntoView(place) {
    const box = place.querySelector("#article"), mark = box?.querySelector("mark");
    if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  }

  // An article on its own, with the names of an entity marked.
  async function openArticle(number, entity) {
    const text = await articles.textOf(number), names = [graph.name[entity], ...aliasesOf(entity)].filter(Boolean), found = [];
    for (const name of names) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push({ part: "subject", start: at, end: at + name.length });
    }
    panel.put([
      h("div", { class: "headline" }, chip(entity)), about(number),
      h("div", { id: "article", class: "text tall", lang: "zh-CN", tabindex: 0, role: "document", "aria-label": say("articleText") }, paragraphs(text, found)),
      graph.data.excerpts && h("p", { class: "aside" }, say("excerpts")),
    ], { back: () => panel.update() });
    bringIntoView($("panel"));
  }

  return { render, openArticle };
})();
