// Says what a linter has against a description of an interface: node lint.mjs MODULE < OPENAPI
// MODULE is the main file of @redocly/openapi-core. Nothing is printed for a description without fault.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
const [module_] = process.argv.slice(2)
const { lintFromString, createConfig } = await import(pathToFileURL(module_))
const config = await createConfig({ extends: ['recommended-strict'] })
const found = await lintFromString({ source: readFileSync(0, 'utf8'), absoluteRef: 'openapi.json', config })
for (const p of found) console.log(`${p.ruleId}: ${p.location.map(l => l.pointer).join(' ')}: ${p.message}`)
