// Data out of the page's blocks: the graph at the start, articles only when one is opened.

const articles = (() => {
  const kept = new Map();
  const KEPT = 4;
  let starts = null;

  async function unpack(element) {
    const text = element.textContent;
    if (element.dataset.encoding === "json") return JSON.parse(text);
    if (!("DecompressionStream" in window)) throw new Error("old browser");
    const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(decoded(new Uint8Array(await new Response(stream).arrayBuffer())));
  }

  function bytesOf(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const packed = atob(text), bytes = new Uint8Array(packed.length);
    for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
    return bytes;
  }

  // A length in four bytes, the alphabet in UTF-8, the text: a byte for a common character, two for the others.
  function decoded(bytes) {
    const from = 4 + new DataView(bytes.buffer).getUint32(0), letters = [...new TextDecoder().decode(bytes.subarray(4, from))];
    const single = 256 - Math.ceil(Math.max(letters.length - 256, 0) / 255);
    const units = new Uint16Array((bytes.length - from) * 2), codes = letters.map((letter) => letter.codePointAt(0));
    let at = 0;
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i], code = codes[byte < single ? byte : single + (byte - single) * 256 + bytes[++i]];
      if (code < 0x10000) units[at++] = code;
      else { units[at++] = 0xd800 + ((code - 0x10000) >> 10); units[at++] = 0xdc00 + ((code - 0x10000) & 0x3ff); }
    }
    return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units.subarray(0, at));
  }

  function place(document_) {
    if (!starts) {
      starts = [0];
      for (const size of graph.data.blocks) starts.push(starts[starts.length - 1] + size);
    }
    let block = 0;
    while (starts[block + 1] <= document_) block++;
    return { block, first: starts[block] };
  }

  function loaded(block) {
    if (!kept.has(block)) {
      kept.set(block, unpack(document.getElementsByClassName("kg-articles")[block]));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    }
    return kept.get(block);
  }

  // An article with one of its sources: the text, and where evidence and parts stand in it, in UTF-16 units.
  async function open(source) {
    const number = graph.sourceDocument[source], { block, first } = place(number);
    const data = await loaded(block), at = source - graph.firstSource[first], flat = data.parts[at], parts = [];
    for (let i = 0; i < flat.length; i += 3) {
      const start = data.start[at] + flat[i + 1];
      parts.push({ part: graph.data.parts[flat[i]], start, end: start + flat[i + 2] });
    }
    return {
      number,
      source,
      text: data.texts[number - first],
      start: data.start[at],
      end: data.start[at] + data.length[at],
      parts,
      confidence: data.confidence[at],
      rule: data.rules[data.rule[at]],
    };
  }

  async function textOf(number) {
    const { block, first } = place(number);
    return (await loaded(block)).texts[number - first];
  }

  return { open, textOf, unpack };
})();
