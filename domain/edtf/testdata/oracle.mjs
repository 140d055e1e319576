// Says what the npm package edtf makes of each string: a JSON string a line on standard
// input, {"valid", "min", "max"} a line on standard output. A day is written as ours are;
// "open" is no limit, "unknown" is no date, "beyond" is outside what JavaScript can count.
// POURPARLER_NODE_MODULES names the folder of packages; TZ must be UTC.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const VERSION = '4.11.1'
const folder = join(resolve(process.env.POURPARLER_NODE_MODULES), 'edtf')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
if (version !== VERSION) {
  console.error(`edtf ${version} is installed; install edtf@${VERSION}`)
  process.exit(2)
}
const { default: edtf, parse } = await import(pathToFileURL(join(folder, 'index.js')))

function day(value) {
  if (value === null || value === undefined) return 'unknown'
  const number = Number(value)
  if (Math.abs(number) === Infinity) return 'open'
  const date = new Date(number)
  if (Number.isNaN(date.getTime())) return 'beyond'
  const year = date.getUTCFullYear()
  const rest = date.toISOString().slice(-20, -14)
  if (year < -9999 || year > 9999) return `Y${year}${rest}`
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${rest}`
}

// Level 3 lets seasons be qualified and stand in intervals, as we do. Going through parse
// keeps edtf() from reading a string of digits as a Unix time.
function judge(text) {
  try {
    const date = edtf(parse(text, { level: 3 }))
    return { valid: true, min: day(date.min), max: day(date.max) }
  } catch {
    return { valid: false, min: '', max: '' }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(judge(JSON.parse(line))))
}
