// Writes the footnotes of citeproc-js. Input: one JSON object a line, {items, cites}: for each style CSL-JSON items, and the
// cites of one footnote. Output: one JSON object a line, for each style its HTML. The styles are the newest that npm has, or
// those of the folder that POURPARLER_CSL_STYLES names; the locales are those of locale-en-us and locale-en-gb.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'

const require = createRequire(process.env.POURPARLER_NODE_MODULES + '/')
const CSL = require('citeproc')
const folder = process.env.POURPARLER_CSL_STYLES
const style = (file, name) =>
  folder ? readFileSync(`${folder}/${file}.csl`, 'utf8') : require(`@citation/csl-style-${name}/info.json`).content
const styles = {
  Chicago: style('chicago-notes-bibliography-17th-edition', 'chicago-fullnote-bibliography'),
  MHRA: style('mhra-notes', 'modern-humanities-research-association'),
}
// npm's MHRA shortens ranges of pages in Chicago's way; today's keeps two digits.
if (!folder) styles.MHRA = styles.MHRA.replace('page-range-format="chicago"', 'page-range-format="minimal-two"')
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
  const citationItems = cites.map(c => ({ ...c, id: fresh(c.id) }))
  const answer = {}
  for (const [name, engine] of engines) {
    byID = Object.fromEntries(items[name].map(i => [fresh(i.id), { ...i, id: fresh(i.id) }]))
    engine.updateItems(Object.keys(byID))
    answer[name] = engine.previewCitationCluster({ citationItems, properties: { noteIndex: 1 } }, [], [], 'html')
  }
  count++
  console.log(JSON.stringify(answer))
}
