// Parses Turtle, N-Quads (N3.js) and JSON-LD (jsonld.js); prints what each file says as N-Quads, by file.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import jsonld from "jsonld";
import { Parser, Writer } from "n3";

const refuse = async (url) => {
  throw new Error(`no document is fetched: ${url}`);
};

async function read(file) {
  const text = readFileSync(file, "utf8");
  if (extname(file) === ".jsonld") {
    return jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: refuse });
  }
  const format = extname(file) === ".nq" ? "N-Quads" : "Turtle";
  const quads = new Parser({ format, baseIRI: "https://example.org/" }).parse(text);
  return new Writer({ format: "N-Quads" }).quadsToString(quads);
}

const result = {};
for (const file of process.argv.slice(2)) result[file] = await read(file);
console.log(JSON.stringify(result));
