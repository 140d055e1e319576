// Writes the footnotes of citeproc-js. Input: one JSON object a line, {items, cites}: CSL-JSON items, and the cites of one
// footnote. Output: one JSON object a line, for each style its plain text and its HTML. The styles are those of the folder
// styles; the locales are those of locale-en-us and locale-en-gb.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'

const require = createRequire(process.env.POURPARLER_NODE_MODULES + '/')
const CSL = require('citeproc')
const style = name => readFileSync(new URL(`styles/${name}.csl`, import.meta.url), 'utf8')
const styles = {
  Chicago: style('chicago-notes-bibliography-17th-edition'),
  MHRA: style('mhra-notes'),
}
const locales = { 'en-US': require('locale-en-us'), 'en-GB': require('locale-en-gb') }

// One engine a style serves all footnotes: ids are made new for each, so that none remembers another.
let byID = {}
const engines = Object.entries(styles).map(([name, xml]) => [name, new CSL.Engine({
  retrieveLocale: tag => locales[tag] ?? locales['en-US'],
  retrieveItem: id => byID[id],
}, xml)])

let count = 0
for await (const line of createInterface({ input: process.stdin })) {
  const { items, cites } = JSON.parse(line)
  const fresh = id => `${count}:${id}`
  byID = Object.fromEntries(items.map(i => [fresh(i.id), { ...i, id: fresh(i.id) }]))
  const citationItems = cites.map(c => ({ ...c, id: fresh(c.id) }))
  const answer = {}
  for (const [name, engine] of engines) {
    engine.updateItems(Object.keys(byID))
    const as = format => engine.previewCitationCluster({ citationItems, properties: { noteIndex: 1 } }, [], [], format)
    answer[name] = { Plain: as('text'), HTML: as('html') }
  }
  count++
  console.log(JSON.stringify(answer))
}
