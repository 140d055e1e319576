// Says which answers are not as the description has them: node contract.cjs MODULE < INPUT
// MODULE is ajv's dist/2020.js; INPUT is {"description": OPENAPI, "answers": [{path, asked, status, type, body}]} with the
// path as the description writes it. Fields that the description does not name are faults too.
const { readFileSync } = require('node:fs')

const { default: Ajv } = require(process.argv[2])
const { description, answers } = JSON.parse(readFileSync(0, 'utf8'))

// closed forbids further fields wherever the description allows them by saying nothing.
const closed = (schema, part) => {
  if (Array.isArray(schema)) return schema.map(s => closed(s, part))
  if (schema === null || typeof schema !== 'object') return schema
  const out = {}
  for (const [name, value] of Object.entries(schema)) {
    if (name === '$ref') out[name] = value.replace('#/components/schemas/', '#/$defs/')
    else out[name] = name === 'enum' ? value : closed(value, part || name === 'allOf')
  }
  if (out.allOf || (out.properties && !out.additionalProperties && !part)) out.unevaluatedProperties = false
  return out
}
const defs = closed(description.components.schemas, false)
delete defs.Page.unevaluatedProperties // others are made of it
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false })
const known = (name, part) => part[name] ?? part.default

const resolved = response => {
  const name = response.$ref && response.$ref.replace('#/components/responses/', '')
  return name ? description.components.responses[name] : response
}
const validators = new Map()
const validator = schema => {
  const key = JSON.stringify(schema)
  if (!validators.has(key)) validators.set(key, ajv.compile({ $defs: defs, ...closed(schema, false) }))
  return validators.get(key)
}

for (const { path, asked, status, type, body } of answers) {
  const operation = description.paths[path]
  const response = operation && known(status, operation.get.responses)
  const content = response && (resolved(response).content ?? {})[type]
  if (!content) console.log(`${asked}: status ${status} with ${type} is not described`)
  else {
    const validate = validator(content.schema)
    if (!validate(body)) for (const e of validate.errors) console.log(`${asked}${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`)
  }
}
console.log(`${answers.length} answers checked`)
