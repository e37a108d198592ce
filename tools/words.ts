import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faultsOf, missingIn, toldTwice } from './words/faults.ts'

// What is wrong with the catalogues of words, and what they lack. `--missing fr` tells only that, with what English
// says, as JSON that can be translated and put into the catalogue: `--add fr new.json` does that, in the order of English,
// and leaves out what English does not say any more.
const folder = resolve(import.meta.dirname, '../locales')
const wordsIn = (file: string): Record<string, string> => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const english = wordsIn('en.json')
const [asked, language = '', file = ''] = process.argv.slice(2)

if (asked === '--missing') {
  const missing = missingIn(wordsIn(`${language}.json`), english)
  console.log(JSON.stringify(Object.fromEntries(missing.map(key => [key, english[key]])), null, 2))
} else if (asked === '--add') {
  const told = { ...wordsIn(`${language}.json`), ...JSON.parse(readFileSync(file || 0, 'utf8')) }
  const inOrder = Object.keys(english).flatMap(key => (key in told ? [[key, told[key]]] : []))
  writeFileSync(join(folder, `${language}.json`), `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`)
} else {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const words = wordsIn(file)
    const missing = missingIn(words, english)
    const faults = faultsOf(name, words, english)
    for (const key of toldTwice(readFileSync(join(folder, file), 'utf8')))
      faults.push({ key, what: 'stands there twice' })
    console.log(
      `${name}: ${Object.keys(words).length} messages, ${missing.length} missing, ${faults.length} wrong`,
    )
    for (const key of missing.slice(0, 20)) console.log(`  missing ${key}`)
    if (missing.length > 20)
      console.log(`  and ${missing.length - 20} more: npm run words -- --missing ${name}`)
    for (const { key, what } of faults) console.log(`  ${key} ${what}`)
    if (missing.length || faults.length) process.exitCode = 1
  }
}
