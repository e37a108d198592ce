import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apartMs, isAmiss, judgeFine, type LinkLife, neededFor, newLife, settleLink } from './link-life.ts'
import { firstLook, nextLook } from './link-pace.ts'
import { type Verdict, type VerdictKind, whys } from './verdict.ts'

const day = 86_400_000
const start = Date.parse('2020-12-18T12:00Z')

const kinds: VerdictKind[] = [
  'fine',
  'moved',
  'elsewhere',
  'gone',
  'changed-hands',
  'certificate',
  'down',
  'unclear',
]
const verdict: fc.Arbitrary<Verdict> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    why: fc.constantFrom(...whys),
    to: fc.constantFrom('https://a.example/', 'https://b.example/'),
  })
  .map(({ to, ...told }) => (told.kind === 'moved' || told.kind === 'elsewhere' ? { ...told, to } : told))
const looks = fc.array(fc.tuple(verdict, fc.integer({ min: 0, max: 40 * day })), { maxLength: 40 })

function lookedAt(
  told: [Verdict, number][],
): { life: LinkLife; at: number; verdict: Verdict; before: LinkLife }[] {
  let [life, at] = [newLife, start]
  return told.map(([verdict, pause]) => {
    const before = life
    at += pause
    life = settleLink(life, verdict, at)
    return { life, at, verdict, before }
  })
}

const gone: Verdict = { kind: 'gone', why: 'not-found', status: 404 }
const fine: Verdict = { kind: 'fine', why: 'answers' }

describe('the life of a link', () => {
  test('one failure never makes it gone, nor many on one day', () => {
    const hourly = Array.from({ length: 24 }, (): [Verdict, number] => [gone, day / 24])
    expect(lookedAt(hourly).at(-1)!.life).toMatchObject({ state: 'unknown', run: { kind: 'gone' } })
    expect(lookedAt([[gone, 0]])[0]!.life.state).toBe('unknown')
  })

  test('it is gone when three looks over three days say so, and since the first of them', () => {
    const [, , third, fourth] = lookedAt([
      [fine, 0],
      [gone, day],
      [gone, 2 * day],
      [gone, day],
    ])
    expect(third!.life.state).toBe('fine')
    expect(fourth!.life).toMatchObject({ state: 'gone', since: start + day })
  })

  test('it is fine again as soon as it is', () => {
    const all = lookedAt([
      [gone, 0],
      [gone, 2 * day],
      [gone, 2 * day],
      [fine, day],
    ])
    expect(all.map(({ life }) => life.state)).toEqual(['unknown', 'unknown', 'gone', 'fine'])
  })

  test('a server that is down is waited for a month, and does not undo what was being found out', () => {
    const down: Verdict = { kind: 'down', why: 'slow' }
    const states = lookedAt(Array.from({ length: 12 }, () => [down, 3 * day])).map(({ life }) => life.state)
    expect(states.indexOf('gone')).toBe(10)
    const mixed = lookedAt([
      [gone, 0],
      [down, day],
      [gone, day],
      [down, day],
      [gone, day],
    ])
    expect(mixed.at(-1)!.life).toMatchObject({ state: 'gone', since: start })
  })

  test('whoever took over a site may look fine for a day', () => {
    const parked: Verdict = { kind: 'changed-hands', why: 'parked' }
    const all = lookedAt([
      [parked, 0],
      [parked, 2 * day],
      [parked, 2 * day],
      [fine, day],
      [fine, day],
    ])
    expect(all.map(({ life }) => life.state).slice(2)).toEqual(['changed-hands', 'changed-hands', 'fine'])
  })

  test('it moved when two looks over a day found it at the same place', () => {
    const to = (to: string): Verdict => ({ kind: 'moved', why: 'moved', to })
    const all = lookedAt([
      [to('https://a.example/'), 0],
      [to('https://b.example/'), day],
      [to('https://b.example/'), day],
    ])
    expect(all.map(({ life }) => [life.state, life.to])).toEqual([
      ['unknown', null],
      ['unknown', null],
      ['moved', 'https://b.example/'],
    ])
  })

  test('what a curator finds fine is remembered, until it is something else', () => {
    const life = lookedAt([
      [gone, 0],
      [gone, 2 * day],
      [gone, 2 * day],
    ]).at(-1)!.life
    const judged = judgeFine(life, start + 5 * day)
    expect(judged).toMatchObject({ state: 'fine', judged: { kind: 'gone' } })
    const later = [6, 8, 10, 12].reduce((told, days) => settleLink(told, gone, start + days * day), judged)
    expect([later.state, isAmiss(later)]).toEqual(['fine', false])
    const parked: Verdict = { kind: 'changed-hands', why: 'for-sale' }
    const taken = [14, 16, 18].reduce((told, days) => settleLink(told, parked, start + days * day), later)
    expect(taken.state).toBe('changed-hands')
  })

  test('whatever is seen: the state changes only by enough looks over enough time, and by no unclear one', () => {
    fc.assert(
      fc.property(looks, told => {
        const all = lookedAt(told)
        for (const [at, step] of all.entries()) {
          if (step.verdict.kind === 'unclear') {
            expect(step.life).toEqual({ ...step.before, last: step.verdict })
            continue
          }
          if (step.life.state === step.before.state || step.life.state === 'fine') continue
          const need = neededFor(step.verdict.why, step.verdict.kind)
          const agreeing = all.slice(0, at + 1).filter(({ verdict }) => verdict.kind === step.verdict.kind)
          expect(agreeing.length).toBeGreaterThanOrEqual(need.times)
          expect(step.at - step.life.since!).toBeGreaterThanOrEqual(need.span)
          expect(need.times).toBeGreaterThanOrEqual(2)
        }
      }),
    )
  })

  test('whatever is seen: nothing is ever looked at more often than every six hours, nor forgotten', () => {
    const moment = fc.option(fc.integer({ min: -900 * day, max: 900 * day }))
    fc.assert(
      fc.property(
        looks,
        moment,
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (told, next, last, chance) => {
          const life = lookedAt(told).at(-1)?.life ?? newLife
          const pacing = {
            now: start,
            metAt: start - 10 * day,
            next: next === null ? null : start + Math.abs(next),
            last: last === null ? null : start - Math.abs(last),
            life,
            chance,
          }
          const wait = nextLook(pacing) - start
          expect(wait).toBeGreaterThanOrEqual(apartMs)
          expect(wait).toBeLessThanOrEqual(132 * day)
          expect(firstLook(start, chance) - start).toBeLessThan(day / 10)
        },
      ),
    )
  })

  test('it is looked at daily near the event, then weekly, monthly, and a few times a year for ever', () => {
    const wait = (next: number | null, last: number | null) =>
      Math.round(
        (nextLook({
          now: start,
          metAt: start - 100 * day,
          next: next && start + next * day,
          last: last && start - last * day,
          life: newLife,
          chance: 0.5,
        }) -
          start) /
          (day / 4),
      ) / 4
    expect([1, 10, 60, 300, 900].map(days => wait(days, null))).toEqual([0.25, 1, 7, 30, 120])
    expect([3, 60, 300, 3000].map(days => wait(null, days))).toEqual([1, 7, 30, 120])
    expect(wait(null, null)).toBe(120)
  })
})
