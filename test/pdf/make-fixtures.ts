import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../browser/browser.ts'

// Prints each page of this folder as a PDF beside the tests that read it: `node test/pdf/make-fixtures.ts`.
const here = import.meta.dirname
const to = join(here, '../../src/intake/pdf/fixtures')
const browser = await openBrowser()
const page = await browser.newPage()
for (const file of readdirSync(here).filter(name => name.endsWith('.html'))) {
  await page.setContent(readFileSync(join(here, file), 'utf8'))
  const pdf = await page.pdf({ format: 'A4', tagged: false })
  writeFileSync(join(to, file.replace(/html$/, 'pdf')), pdf)
}
await browser.close()
