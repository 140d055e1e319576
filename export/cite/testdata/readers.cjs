// Reads the files of reference managers with citation-js, or with @retorquere/bibtex-parser, by which the add-on Better BibTeX
// imports into Zotero. Input: one JSON object a line, {addon, text}; output: one a line, the items that were read, in the
// terms of CSL-JSON.
const { createRequire } = require('node:module')
const { pathToFileURL } = require('node:url')
const { createInterface } = require('node:readline')

const load = createRequire(process.env.POURPARLER_NODE_MODULES + '/')
const { Cite } = load('@citation-js/core')
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-ris')

const parser = () => import(pathToFileURL(process.env.POURPARLER_NODE_MODULES + '/@retorquere/bibtex-parser/dist/esm/index.js'))

function imported (text) {
  const { entries, errors } = addon.parse(text)
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return entries.map(({ key, fields: f }) => ({
    id: key,
    title: f.title,
    author: (f.author ?? []).map(({ name }) => ({ literal: name })),
    'container-title': f.journaltitle ?? f.booktitle,
    publisher: [f.publisher, f.howpublished, f.organization].flat().filter(Boolean).join(' | '),
    page: f.pages,
    URL: f.url,
    issued: f.date && { 'date-parts': [f.date.split('/')[0].replace(/[?~%]/, '').split('-').map(Number).filter((n, i) => i !== 1 || n < 13)] },
    status: f.pubstate,
  }))
}

let addon
(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    const question = JSON.parse(line)
    if (question.addon) addon ??= await parser()
    const items = question.addon ? imported(question.text) : new Cite(question.text).data
    console.log(JSON.stringify(items.map(({ _graph, ...item }) => item)))
  }
})()
