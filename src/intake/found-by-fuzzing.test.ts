import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOf } from '../../tools/fuzz/faults.ts'
import { type IntakeKind, intakeKinds } from './recognise.ts'

/** What `npm run fuzz` found and was mended; the name of a file begins with its reader's. */
const folder = join(import.meta.dirname, '../../test/fuzz')

test.each(readdirSync(folder))('%s is read without a fault', { timeout: 60_000 }, async name => {
  const kind = intakeKinds.find(one => name.startsWith(`${one}-`)) as IntakeKind
  expect(kind).toBeDefined()
  const bytes = readFileSync(join(folder, name))
  expect([await faultsOf(bytes, { as: kind }), await faultsOf(bytes, {})]).toEqual([[], []])
})
