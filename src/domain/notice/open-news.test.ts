import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closesAt, gatherNews, longestMs, type OpenNews, quietMs } from './open-news.ts'

const minute = 60_000

/** Changes of three entries and looks at them, in the order in which they happen. */
const events = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 25 * minute }),
      entry: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 2 }),
    }),
    { maxLength: 60 },
  )
  .map(steps => {
    let at = 0
    return steps.map(({ after, entry }, index) => ({ at: (at += after), entry, number: index + 1 }))
  })

test('each change is told with exactly one of what is closed, whenever somebody looks', () => {
  fc.assert(
    fc.property(events, events => {
      let open: OpenNews[] = []
      let unread: { entryId: string; number: number; at: number }[] = []
      const closed: (OpenNews & { by: number })[] = []
      const look = (now: number) => {
        const gathered = gatherNews(open, unread, now)
        open = gathered.open
        unread = []
        closed.push(...gathered.closed.map(each => ({ ...each, by: now })))
      }
      for (const { at, entry, number } of events) {
        if (entry === null) look(at)
        else unread.push({ entryId: entry, number, at })
      }
      look((events.at(-1)?.at ?? 0) + longestMs)
      expect(open).toEqual([])
      for (const { entry, number, at } of events) {
        if (entry === null) continue
        const tells = closed.filter(
          each => each.entryId === entry && each.first <= number && number <= each.last,
        )
        expect(tells).toHaveLength(1)
        expect(tells[0]!.by).toBeGreaterThanOrEqual(closesAt(tells[0]!))
        expect(tells[0]!.firstAt).toBeLessThanOrEqual(at)
      }
    }),
  )
})

test('who edits on and on is told of after an hour, and a clock that is put back lets nothing wait for it', () => {
  const first = [{ entryId: 'a', number: 1, at: 0 }]
  expect(gatherNews([], first, quietMs - 1).closed).toEqual([])
  let { open } = gatherNews([], first, 0)
  for (let at = 5 * minute; at < longestMs; at += 5 * minute) {
    const gathered = gatherNews(open, [{ entryId: 'a', number: at, at }], at)
    expect(gathered.closed).toEqual([])
    open = gathered.open
  }
  expect(gatherNews(open, [], longestMs).closed).toMatchObject([
    { entryId: 'a', first: 1, last: 55 * minute },
  ])
  expect(gatherNews(open, [], -2 * longestMs).closed).toHaveLength(1)
})
