// Runs SQL in DuckDB and prints the rows, with spaces between the cells: node duckdb.mjs MODULES FILE
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, file] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(join(modules, 'index.js'))('@duckdb/node-api')
const connection = await (await DuckDBInstance.create(':memory:')).connect()
for (const statement of readFileSync(file, 'utf8').split(/;$/m)) {
  if (!statement.trim()) continue
  for (const row of (await connection.runAndReadAll(statement)).getRowsJson()) console.log(row.join(' '))
}
