// What the page says, in the reader's language: messages, numbers, dates. Knows no word itself.

const words = { language: "zh", messages: {} };

function say(key, values = {}) {
  const text = words.messages[words.language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? count(values[name]) : values[name]));
}

// Both languages part thousands by commas; the browser's own way takes a while to be made ready.
const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const labelOf = (look) => look.labels[words.language] || look.labels.zh || look.labels.en || look.name;

// Static elements of the template say theirs by `data-say…`.
function sayAll(root = document) {
  for (const each of root.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of root.querySelectorAll("[data-say-label]")) each.setAttribute("aria-label", say(each.dataset.sayLabel));
  for (const each of root.querySelectorAll("[data-say-placeholder]")) each.placeholder = say(each.dataset.sayPlaceholder);
  document.documentElement.lang = words.language === "zh" ? "zh-CN" : "en";
}

// Values are exact decimals, written as text; what is shown is shortened, never rounded below four digits.
function shortNumber(text) {
  const number = Number(text);
  const short = Math.abs(number) >= 10000;
  const digits = short ? { notation: "compact", maximumFractionDigits: 2 } : { maximumFractionDigits: 4 };
  return new Intl.NumberFormat(words.language, digits).format(number);
}

function amountOf(figure) {
  const { value, to, unit, bound } = figure;
  const number = to === undefined ? shortNumber(value) : `${shortNumber(value)}–${shortNumber(to)}`;
  const spaced = words.language === "zh" || unit === "%" ? number + unit : `${number} ${unit}`;
  return bound === "exact" ? spaced : say(`bound.${bound}`, { amount: spaced });
}

const exactAmount = ({ value, to, unit }) => (to === undefined ? value : `${value}–${to}`) + unit;

// A month or a year where the ends of a period are those of one.
function periodOf(start, end) {
  if (!start && !end) return "";
  if (!start) return say("asOf", { date: end });
  if (!end) return say("since", { date: start });
  if (start === end) return start;
  const last = new Date(Date.UTC(+end.slice(0, 4), +end.slice(5, 7), 0)).getUTCDate();
  const whole = start.endsWith("-01") && +end.slice(8) === last;
  if (whole && start.slice(0, 4) === end.slice(0, 4)) {
    if (start.slice(5, 7) === "01" && end.slice(5, 7) === "12") return start.slice(0, 4);
    if (start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
    return `${start.slice(0, 7)} – ${end.slice(0, 7)}`;
  }
  return `${start} – ${end}`;
}

const DAY = 86400000;
const dayOf = (iso) => (iso ? Math.floor(Date.parse(iso) / DAY) : 0);
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
