// Says what programs of others have against a data package: node validate.mjs MODULES FOLDER [PROFILES]
// MODULES is node_modules, FOLDER the unzipped package. What is said is one line each; no line means that all accept it.
// PROFILES is a folder with the published profiles of version 2 of the standard, where there is one.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, folder, profiles] = process.argv.slice(2)
const require = createRequire(join(modules, 'index.js'))
const { Package } = require('datapackage')
const { Schema, Table } = require('tableschema')
const { validateCFFFile } = await import(pathToFileURL(join(modules, 'cffjs/dist/index.js')))

const say = (where, error) => {
  for (const e of error.errors?.length ? error.errors : [error]) console.log(`${where}: ${e.message ?? e}`)
}

// The profiles of version 2, if they are at hand.
const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
if (profiles) {
  const Ajv = require('ajv')
  for (const [name, parts] of Object.entries({
    datapackage: [descriptor],
    dataresource: descriptor.resources,
    tableschema: descriptor.resources.map((r) => r.schema),
    tabledialect: descriptor.resources.map((r) => r.dialect),
  })) {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const validate = ajv.compile(JSON.parse(readFileSync(join(profiles, name + '.json'), 'utf8')))
    for (const part of parts) if (!validate(part)) say(name, { errors: validate.errors })
  }
}

// Nothing is put right for these packages, which know version 1 of the standard only.
const loaded = await Package.load(descriptor, { basePath: folder })
if (!loaded.valid) say('descriptor', loaded)
for (const resource of loaded.resources) {
  if (!resource.valid) say(resource.name, resource)
  const schema = await Schema.load(resource.descriptor.schema)
  if (!schema.valid) say(resource.name, schema)
  try {
    const table = await Table.load(join(folder, resource.descriptor.path), { schema, delimiter: ',' })
    const rows = await table.read()
    if (rows.length !== resource.descriptor.rows) console.log(`${resource.name}: ${rows.length} rows`)
    await resource.checkRelations()
  } catch (error) {
    say(resource.name, error)
  }
}

try {
  validateCFFFile(join(folder, 'CITATION.cff'))
} catch (error) {
  say('CITATION.cff', error)
}
