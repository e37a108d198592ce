import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPost } from './read-post.ts'

const folder = resolve(
  import.meta.dirname,
  '../../..',
  process.env.DAYLONG_SAMPLES ?? '../shared/data',
  'blog',
)
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : []
if (files.length === 0) console.log(`Skipped: no sample posts in ${folder}`)

test.runIf(files.length > 0).each(files)('%s is read within two seconds', name => {
  const before = performance.now()
  const lines = [...readPost(readFileSync(join(folder, name)), {})]
  expect(performance.now() - before).toBeLessThan(2000)
  expect('programme' in lines[0]!).toBe(true)
  for (const line of lines) if ('finding' in line) expect(line.finding.title.trim()).not.toBe('')
})
