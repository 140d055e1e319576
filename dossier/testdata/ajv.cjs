// Says which files the JSON Schema refuses, and why: node ajv.cjs MODULE SCHEMA < FILES
// MODULE is ajv's dist/2020.js; FILES is a JSON object from file name to content. A file without a line is accepted.
const { readFileSync } = require('node:fs')

const [module_, schema] = process.argv.slice(2)
const { default: Ajv } = require(module_)
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')))
for (const [name, content] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  if (!validate(content)) {
    for (const e of validate.errors) console.log(`${name}${e.instancePath}: ${e.message}`)
  }
}
