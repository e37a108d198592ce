import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { expect, onTestFinished, test } from 'vitest'
import { openSite } from '../../../test/site.ts'
import { openForm, readProof } from '../middleware/proof.ts'

async function aSite() {
  const site = await openSite('2021-12-18T12:00:00Z')
  onTestFinished(site.close)
  const parts = { store: site.store, now: () => site.clock.now }
  return { ...site, parts }
}

async function solved(app: Awaited<ReturnType<typeof aSite>>['app']) {
  const answer = await app.request('/proof')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const { challenge, opened } = (await answer.json()) as { challenge: Challenge; opened: string }
  const solution = (await solveChallenge({ challenge, deriveKey }))!
  return { challenge, opened, solution }
}

const packed = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64')

test('a challenge that was worked for proves it until it expires', async () => {
  const { app, parts, clock } = await aSite()
  const { challenge, opened, solution } = await solved(app)
  clock.now += 12_000
  const form = { work: packed({ challenge, solution }), opened, second_address: '' }
  const until = Date.parse('2021-12-18T18:00:00Z')
  expect(await readProof(parts, form)).toEqual({
    work: { state: 'done', key: challenge.signature, until },
    isTrapped: false,
    seconds: 12,
  })
  clock.now = until + 1
  expect((await readProof(parts, form)).work).toEqual({ state: 'absent' })
})

test('what was forged, or made easier, proves nothing', async () => {
  const { app, parts } = await aSite()
  const { challenge, solution } = await solved(app)
  const other = await solved(app)
  const longer = { ...challenge.parameters, data: { until: Date.parse('2031-01-01') } }
  const forged = [
    {
      challenge,
      solution: { ...solution, counter: solution.counter + 1, derivedKey: other.solution.derivedKey },
    },
    { challenge, solution: other.solution },
    { challenge: { ...challenge, parameters: longer }, solution },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution },
    { challenge: { ...challenge, signature: other.challenge.signature }, solution },
    { challenge: null, solution },
    [],
  ]
  for (const payload of forged)
    expect((await readProof(parts, { work: packed(payload) })).work).toEqual({ state: 'wrong' })
  expect((await readProof(parts, { work: 'x'.repeat(5000) })).work).toEqual({ state: 'wrong' })
})

test('a form without script tells nothing, and a moment that was not signed here is none', async () => {
  const { parts, clock } = await aSite()
  expect(await readProof(parts, {})).toEqual({ work: { state: 'absent' }, isTrapped: false, seconds: null })
  const opened = await openForm(parts)
  clock.now += 2500
  expect((await readProof(parts, { opened, second_address: 'me@x.org' })).isTrapped).toBe(true)
  expect((await readProof(parts, { opened })).seconds).toBe(2.5)
  expect((await readProof(parts, { opened: `1${opened}` })).seconds).toBeNull()
})
