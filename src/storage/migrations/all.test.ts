import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from './all.ts'

test('every migration is in the list, in the order in which they are done', () => {
  const files = readdirSync(import.meta.dirname).filter(name => /^\d+-[\w-]+\.ts$/.test(name))
  expect(Object.keys(migrations)).toEqual(files.map(name => name.replace('.ts', '')).sort())
})
