import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isKey } from '../words.ts'

/** What only the host's own command line asks for. */
const ofHosts = /^(?:backup-|owner-of-series$|series-unknown$)/

test('every refusal that a page may tell has its message in the languages of the pages', () => {
  const keys = globSync('src/{services,web,storage,domain}/**/*.{ts,tsx}')
    .filter(file => !file.includes('.test.'))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/new Refusal\(\s*'([\w-]+)'/g)])
    .map(([, key]) => key!)
  expect(keys.length).toBeGreaterThan(100)
  expect([...new Set(keys)].filter(key => !isKey(`refusal.${key}`) && !ofHosts.test(key))).toEqual([])
})
