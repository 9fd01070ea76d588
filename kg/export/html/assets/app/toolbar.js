// The buttons at the top: back and forward, path, export, sharing, language, theme, help.

const toolbar = (() => {
  function exports_() {
    const chosen = () => (state.selected.length ? state.selected : drawnEntities());
    const item = (key, todo) => h("button", { type: "button", role: "menuitem", data: { export: key }, on: { click: () => { menu.open = false; todo(); } } }, say(`export.${key}`));
    const menu = h("details", { class: "menu" }, h("summary", { role: "button", "aria-haspopup": "menu", title: say("export"), "aria-label": say("export") }, iconOf("out"), h("span", {}, say("export"))),
      h("div", { role: "menu" }, item("png", () => picture.savePng()), item("svg", () => picture.saveSvg()),
        item("csv", () => tables.save(chosen())), item("turtle", () => turtle.save(chosen()))));
    menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return menu;
  }

  async function share() {
    address.note();
    try {
      await navigator.clipboard.writeText(location.href);
      tell(say("copied"));
    } catch {
      dialogs.open(h("div", {}, h("h2", {}, say("share")), h("p", {}, say("copyThis")), h("textarea", { readonly: true, rows: 4, class: "address" }, location.href),
        h("p", { class: "buttons" }, button(null, say("close"), () => $("dialog").close()))));
    }
  }

  function tell(text) {
    announce(text);
    const note = h("p", { class: "toast" }, text);
    document.body.append(note);
    setTimeout(() => note.remove(), 2500);
  }

  function switchLanguage() {
    words.language = words.chosen = words.language === "zh" ? "en" : "zh";
    lineCache.clear();
    address.note();
    page.refresh();
  }

  function switchTheme() {
    theme.chosen = theme.dark ? "light" : "dark";
    address.note();
    page.refresh();
  }

  function build() {
    const tool = (icon, key, todo, more = {}) => button(icon, say(key), todo, { bare: true, title: say(key), data: { act: key }, ...more });
    $("tools").replaceChildren(
      tool("filter", "filters", () => document.body.classList.toggle("filtering"), { class: "narrow" }),
      tool("back", "back", () => history.back()), tool("forward", "onward", () => history.forward()), tool("reset", "reset", () => actions.reset()),
      tool("path", "path", () => paths.ask()), exports_(), tool("share", "share", share),
      button("language", say("otherLanguage"), switchLanguage, { data: { act: "language" }, title: say("language") }),
      tool("theme", "theme", switchTheme), tool("help", "help", () => dialogs.help()));
    update();
  }

  function update() {
    const state_ = { back: address.canGoBack(), onward: address.canGoForward() };
    for (const [key, can] of Object.entries(state_)) {
      const each = $("tools").querySelector(`[data-act=${key}]`);
      if (each) each.disabled = !can;
    }
  }

  return { build, update, tell };
})();
