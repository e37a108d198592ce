import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionsIn } from './sessions-in.ts'

const event = { day: '2020-12-18', zone: 'Europe/Berlin' }
const read = (text: string) =>
  sessionsIn(text, event).map(({ start, end, title }) => [start?.slice(0, 16), end?.slice(11, 16), title])

test('a programme is read line by line: hours, spans, marks of lists, and what stands below', () => {
  expect(
    read(
      '- 10:00 Opening\n* 10:15–11:00 Keynote: Rights – Ana\n3. 2.30 – 3.30 pm | Debate\n\n16.30 Uhr\nSchluss\n  mit Musik',
    ),
  ).toEqual([
    ['2020-12-18T10:00', undefined, 'Opening'],
    ['2020-12-18T10:15', '11:00', 'Keynote: Rights – Ana'],
    ['2020-12-18T14:30', '15:30', 'Debate'],
    ['2020-12-18T16:30', undefined, 'Schluss'],
  ])
  expect(sessionsIn('10:00 One\nwith Ana\n11:00 Two', event)[0]?.summary).toBe('with Ana')
})

test('days are headings, zones are those that a line names', () => {
  expect(read('Day 1: Friday 18 December\n10:00 One\nSaturday 19 December\n09:00 Two')).toEqual([
    ['2020-12-18T10:00', undefined, 'One'],
    ['2020-12-19T09:00', undefined, 'Two'],
  ])
  const [first, second] = sessionsIn('10:00 Manila Opening\n10:00 IST Call', event)
  expect(first?.start).toMatch(/\[(?:Asia\/Manila|Europe\/Berlin)\]$/)
  expect(second?.doubts?.map(({ code, said }) => [code, said])).toEqual([['zone-ambiguous', '10:00 IST']])
})

test('a text in which hours come by the way is no programme', () => {
  expect(read('We meet at 10:00.\nCome early.')).toEqual([])
  expect(read('10:00 Only one')).toEqual([])
})

test('whatever is pasted is read without a fault, and titles are never empty', () => {
  const lines = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10:00', '11:00 –', '18 December', '25:99 x')),
  )
  fc.assert(
    fc.property(lines, text => {
      for (const { title, start } of sessionsIn(text.join('\n'), event))
        expect([title !== '', start !== undefined]).toEqual([true, true])
    }),
    { numRuns: 200 },
  )
})
