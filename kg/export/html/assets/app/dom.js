// Elements from plain data. Text is always text: nothing here, or anywhere in the page, reads markup.

const $ = (id) => document.getElementById(id);

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, heard] of Object.entries(value)) element.addEventListener(event, heard);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);

const drawn = (tag, properties, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);

function button(icon, text, act, properties = {}) {
  const label = properties.bare ? { "aria-label": text, title: text } : {};
  const shown = properties.bare ? null : h("span", {}, text);
  const { bare, ...others } = properties;
  return h("button", { type: "button", ...label, ...others, on: { click: act } }, icon && iconOf(icon), shown);
}

// A link leads out of the page only where its address is plainly one of the web.
function link(address, text) {
  if (!/^https?:\/\/[^\s"'<>\\]+$/i.test(address)) return h("span", {}, text);
  return h("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, text);
}

// The first rows of a long list, and a button for more of them.
function longList(rows, make, { tag = "ul", first = 20, properties = {} } = {}) {
  const list = h(tag, properties);
  let shown = 0;
  const more = h("button", { type: "button", class: "more", on: { click: () => show(Math.max(100, first)) } });
  function show(count) {
    const upTo = Math.min(rows.length, shown + count);
    for (; shown < upTo; shown++) list.append(make(rows[shown], shown));
    more.hidden = shown >= rows.length;
    more.textContent = say("more", { count: rows.length - shown });
  }
  show(first);
  return [list, more];
}

const ICONS = {
  back: "M10 3 5 8l5 5",
  forward: "m6 3 5 5-5 5",
  reset: "M3 8a5 5 0 1 1 1.5 3.5M3 12.5V9h3.5",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  path: "M3 13a2 2 0 1 0 0-.01M13 3a2 2 0 1 0 0 .01M4.5 11.5l7-7",
  out: "M8 2v8M4.5 6.5 8 10l3.5-3.5M3 13h10",
  share: "M6.5 9.5l3-3M5 7 3.7 8.3a2.5 2.5 0 0 0 3.6 3.6L8.5 10.500M11 9l1.300-1.300a2.500 2.500 0 0 0-3.600-3.600L7.500 5.500",
  theme: "M13 9.500A5.500 5.500 0 0 1 6.500 3 5.500 5.500 0 1 0 13 9.500z",
  help: "M6 6a2 2 0 1 1 2.800 1.800c-.6.3-.8.700-.8 1.400M8 11.800v.2",
  close: "M4 4l8 8M12 4l-8 8",
  pin: "M6 2.500h4l-.5 4 2 2.500h-7l2-2.500zM8 9v4.500",
  hide: "M2 8s2.200-4 6-4 6 4 6 4-2.200 4-6 4-6-4-6-4zM3 13 13 3",
  expand: "M8 5v6M5 8h6M8 1.800a6.200 6.200 0 1 0 .01 0",
  collapse: "M5 8h6M8 1.800a6.200 6.200 0 1 0 .01 0",
  focus: "M8 5.500a2.500 2.500 0 1 0 .01 0M8 1v3M8 12v3M1 8h3M12 8h3",
  locate: "M8 14s4.500-4.300 4.500-7.500a4.500 4.500 0 0 0-9 0C3.500 9.700 8 14 8 14zM8 5a1.500 1.500 0 1 0 .01 0",
  filter: "M2 3h12l-4.500 5.500V13l-3-1.500v-3z",
  language: "M2 4h7M5.500 2v2M8 4c-.5 3-3 5.500-5.500 6.500M4 6c.8 1.800 2.300 3.200 4 4M8.500 14l2.800-7 2.700 7M9.500 11.800h3.600",
};

function iconOf(name) {
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 1.5 };
  const line = drawn("path", { d: ICONS[name], ...stroke, "stroke-linecap": "round", "stroke-linejoin": "round" });
  return drawn("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, line);
}

const announce = (text) => { $("live").textContent = text; };
