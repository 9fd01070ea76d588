// Colours: those of the style sheet for lines and paper, those of the pack for types, fit for light and dark.

const theme = { dark: false, chosen: null, onPaper: false, ink: {}, type: [] };

const MARKS = ["paper", "ink", "muted", "line", "accent", "edge", "halo", "warn"];

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2;
}

function mixed(colour, other, share) {
  const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
  const mix = (at) => Math.round(part(colour, at) * (1 - share) + part(other, at) * share);
  return "#" + [1, 3, 5].map((at) => mix(at).toString(16).padStart(2, "0")).join("");
}

// Against dark paper a deep colour is lightened until it stands out; against white paper a pale one is deepened.
function toned(colour) {
  let share = 0, tone = colour;
  const wrong = () => (theme.dark ? luminance(tone) < 0.16 : luminance(tone) > 0.62);
  while (wrong() && share < 0.7) tone = mixed(colour, theme.dark ? "#ffffff" : "#000000", (share += 0.1));
  return tone;
}

function applyTheme() {
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches;
  theme.dark = !theme.onPaper && (theme.chosen === null ? preferred : theme.chosen === "dark");
  document.documentElement.dataset.theme = theme.dark ? "dark" : "light";
  const style = getComputedStyle(document.documentElement);
  for (const mark of MARKS) theme.ink[mark] = style.getPropertyValue(`--${mark}`).trim();
  theme.type = graph.types.map((look) => toned(look.colour));
  theme.type.forEach((tone, type) => document.documentElement.style.setProperty(`--type-${type}`, tone));
}

const stillness = matchMedia("(prefers-reduced-motion: reduce)");
