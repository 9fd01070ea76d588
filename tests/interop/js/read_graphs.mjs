// Reads graph.graphml and graph.gexf with graphology and graph.cyjs with Cytoscape, headless, and tells what is there.
import {readFileSync} from 'node:fs';
import {MultiDirectedGraph} from 'graphology';
import cytoscape from 'cytoscape';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [graphmlFile, gexfFile, cyjsFile] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));

const told = (graph) => ({
  nodes: Object.fromEntries(graph.mapNodes((id, values) => [id, values])),
  edges: Object.fromEntries(graph.mapEdges((id, values, source, target) => [id, {...values, ends: [source, target]}])),
});

const drawn = cytoscape({headless: true, ...JSON.parse(cyjsFile)});
const shown = (elements) => Object.fromEntries(elements.map((each) => [each.id(), each.data()]));

process.stdout.write(
  JSON.stringify({
    graphml: told(graphml.parse(MultiDirectedGraph, graphmlFile)),
    gexf: told(gexf.parse(MultiDirectedGraph, gexfFile)),
    cyjs: {nodes: shown(drawn.nodes()), edges: shown(drawn.edges())},
  }),
);
