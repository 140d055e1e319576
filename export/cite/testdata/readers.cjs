// Reads the files of reference managers with citation-js. Input: one JSON object a line, {format, text}; output: one a
// line, the CSL-JSON items that were read.
const { createRequire } = require('node:module')
const { createInterface } = require('node:readline')

const load = createRequire(process.env.POURPARLER_NODE_MODULES + '/')
const { Cite } = load('@citation-js/core')
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-ris')

createInterface({ input: process.stdin }).on('line', line => {
  const items = new Cite(JSON.parse(line).text).data
  console.log(JSON.stringify(items.map(({ _graph, ...item }) => item)))
})
