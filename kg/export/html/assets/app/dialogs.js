// Dialogs: the path's ends, the help. Escape and the backdrop close them.

const dialogs = (() => {
  function open(content) {
    $("dialog").replaceChildren(content);
    $("dialog").showModal();
  }

  const KEYS = [
    ["/", "key.search"], ["← ↑ → ↓", "key.move"], ["Enter", "key.open"], ["Esc", "key.escape"], ["E", "key.expand"], ["C", "key.collapse"],
    ["H", "key.hide"], ["P", "key.pin"], ["F", "key.focus"], ["M", "key.path"], ["N / B", "key.evidence"], ["+ − 0", "key.zoom"],
    ["Shift + ← ↑ → ↓", "key.pan"], ["Ctrl + Shift + ← ↑ → ↓", "key.push"], ["[ / ]", "key.history"], ["G / L", "key.views"], ["R", "key.reset"], ["Shift", "key.shift"], ["?", "key.help"],
  ];

  function help() {
    open(h("div", { class: "help" }, h("h2", { tabindex: -1, autofocus: true }, say("help")), h("p", {}, say("helpText")),
      h("table", {}, h("tbody", {}, KEYS.map(([keys, key]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, keys)), h("td", {}, say(key)))))),
      h("p", { class: "aside" }, say("carries")),
      h("p", { class: "buttons" }, button(null, say("close"), () => $("dialog").close()))));
  }

  return { open, help };
})();
