// The time range: how many facts fall where, and two handles that cut it.

const timeline = (() => {
  const BARS = 40;
  let range = null, bars = [], timer = 0;

  function measure() {
    let first = Infinity, last = 0, undated = 0;
    for (let fact = 0; fact < graph.facts; fact++) {
      if (!graph.toDay[fact]) { undated++; continue; }
      first = Math.min(first, graph.fromDay[fact]);
      last = Math.max(last, graph.toDay[fact]);
    }
    range = last ? { first, last, undated } : { first: 0, last: 0, undated };
    bars = new Array(BARS).fill(0);
    const width = Math.max(1, last - first + 1) / BARS;
    for (let fact = 0; fact < graph.facts; fact++) {
      if (graph.toDay[fact]) bars[Math.min(BARS - 1, Math.floor((graph.toDay[fact] - first) / width))]++;
    }
  }

  function histogram() {
    const top = Math.max(...bars, 1), width = (range.last - range.first + 1) / BARS;
    const inside = (i) => (!state.fromDay || range.first + (i + 1) * width > state.fromDay) && (!state.toDay || range.first + i * width <= state.toDay);
    const columns = bars.map((number, i) => {
      const tall = number ? 3 + (27 * Math.sqrt(number)) / Math.sqrt(top) : 0;
      return drawn("rect", { x: i * 5, y: 30 - tall, width: 4, height: tall, class: inside(i) ? "in" : "out" });
    });
    return drawn("svg", { viewBox: `0 0 ${BARS * 5} 30`, class: "histogram", preserveAspectRatio: "none", "aria-hidden": "true" }, columns);
  }

  function handle(key, name, value, otherwise) {
    const moved = (event) => {
      const day = +event.target.value, bound = day === otherwise ? 0 : day;
      event.target.setAttribute("aria-valuetext", isoOf(day));
      clearTimeout(timer);
      timer = setTimeout(() => change({ [key]: bound }), 120);
    };
    const input = h("input", { type: "range", min: range.first, max: range.last, step: 1, "data-key": key, "aria-label": say(name), "aria-valuetext": isoOf(value), on: { input: moved } });
    input.value = value;
    return input;
  }

  function dates() {
    const field = (key, name, shown, otherwise) => {
      const input = h("input", { type: "date", "data-key": `${key}-date`, "aria-label": say(name), min: isoOf(range.first), max: isoOf(range.last),
        on: { change: (event) => { const day = dayOf(event.target.value); change({ [key]: day && day !== otherwise ? day : 0 }); } } });
      input.value = isoOf(shown);
      return input;
    };
    return h("div", { class: "dates" }, field("fromDay", "fromDate", state.fromDay || range.first, range.first), h("span", {}, "–"),
      field("toDay", "toDate", state.toDay || range.last, range.last));
  }

  function element() {
    if (!range) measure();
    if (!range.last) return null;
    const cut = state.fromDay || state.toDay;
    const all = h("button", { type: "button", class: "every", on: { click: () => change({ fromDay: 0, toDay: 0 }) } }, say("allTimes"));
    const undated = h("input", { type: "checkbox", "data-key": "undated", on: { change: () => change({ undated: !state.undated }) } });
    undated.checked = state.undated;
    return h("section", { class: "filter", "data-filter": "time" },
      h("header", {}, h("h2", {}, say("time")), cut ? all : null),
      histogram(),
      h("div", { class: "range" }, handle("fromDay", "fromDate", state.fromDay || range.first, range.first), handle("toDay", "toDate", state.toDay || range.last, range.last)),
      dates(),
      range.undated > 0 && h("label", { class: "undated" }, undated, h("span", { class: "name" }, say("undated")), h("span", { class: "count" }, count(range.undated))));
  }

  return { element };
})();
