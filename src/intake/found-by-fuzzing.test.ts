import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOf, faultsOfLine } from '../../tools/fuzz/faults.ts'
import { faultsOfPicture } from '../../tools/fuzz/picture-faults.ts'
import type { Finding } from '../domain/finding.ts'
import { type IntakeKind, intakeKinds } from './recognise.ts'

/** What `npm run fuzz` found and was mended; the name of a file begins with its reader's. */
const folder = join(import.meta.dirname, '../../test/fuzz')

test.each(readdirSync(folder))('%s is read without a fault', { timeout: 60_000 }, async name => {
  const kind = intakeKinds.find(one => name.startsWith(`${one}-`)) as IntakeKind
  expect(kind).toBeDefined()
  const bytes = readFileSync(join(folder, name))
  expect([await faultsOf(bytes, { as: kind }), await faultsOf(bytes, {})]).toEqual([[], []])
  if (kind === 'picture') expect(await faultsOfPicture(bytes)).toEqual([])
})

test.each<[string, Partial<Finding>]>([
  ['no title', { title: ' ' }],
  ['start is no time', { start: '18 December' }],
  ['its time is none', { start: '2020-02-31' }],
  ['an end without', { end: '2020-12-18' }],
  ['half of a letter', { summary: 'x\ud83d' }],
  ['a control character', { place: { name: 'Hall\u0007' } }],
  ['no title', { sessions: [{ kind: 'event', title: '' }] }],
])('“%s” would be found', (fault, told) => {
  const finding: Finding = { kind: 'event', title: 'Walk', ...told }
  expect(faultsOfLine({ finding }).join()).toContain(fault)
  expect(faultsOfLine({ finding: { kind: 'event', title: 'Walk', start: '2020-12-18' } })).toEqual([])
})
