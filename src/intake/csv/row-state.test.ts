import { expect, test } from 'vitest'
import { statusInWords } from '../title-status.ts'
import { readCsv } from './read-csv.ts'

test.each([
  ['Odwołane', 'cancelled'],
  ['aflyst', 'cancelled'],
  ['延期', 'postponed'],
  ['Cancelled', 'cancelled'],
  ['CANCELED by the host', 'cancelled'],
  ['wegen Krankheit abgesagt', 'cancelled'],
  ['gaat niet door', 'cancelled'],
  ['zrušeno', 'cancelled'],
  ['отменено', 'cancelled'],
  ['ملغى', 'cancelled'],
  ['İptal edildi', 'cancelled'],
  ['Reporté', 'postponed'],
  ['Pospuesto (nueva fecha pronto)', 'postponed'],
  ['verschoben', 'postponed'],
  ['uppskjutet', 'postponed'],
  ['Rescheduled', 'rescheduled'],
  ['verlegt', 'rescheduled'],
  ['Moved online', 'movedOnline'],
])('a column of states tells what became of an event: %s', (told, status) => {
  expect(statusInWords(told)).toBe(status)
})

test.each([
  'Reported',
  'Report sent',
  'Confirmed',
  'Not cancelled',
  'nicht abgesagt',
  'bestätigt',
  'Planowane',
  '予定',
  'Open',
  '',
])('other states are no fate: %s', told => {
  expect(statusInWords(told)).toBeUndefined()
})

test('a title is freed of its fate, as in calendars', () => {
  const table =
    'title,date,status\nPostponed: Vigil,2026-12-18,\n【中止】シンポジウム,2026-12-18,\nVigil (CANCELLED),2026-12-18,\nCancelled lives: a film,2026-12-18,\nSong,2026-12-18,Odwołane\n'
  const found = [...readCsv(Buffer.from(table), {})].flatMap(line =>
    'finding' in line ? [[line.finding.title, line.finding.status]] : [],
  )
  expect(found).toEqual([
    ['Vigil', 'postponed'],
    ['シンポジウム', 'cancelled'],
    ['Vigil', 'cancelled'],
    ['Cancelled lives: a film', undefined],
    ['Song', 'cancelled'],
  ])
})

test('names that objects have by themselves are names of columns like others', () => {
  const table = 'constructor,toString,__proto__,hasOwnProperty,title,date\na,b,c,d,Talk,2026-12-18\n'
  const lines = [...readCsv(Buffer.from(table), {})]
  expect(lines).toMatchObject([
    { finding: { title: 'Talk', start: '2026-12-18' } },
    { problem: { code: 'column-unknown', note: true } },
  ])
})

test('JSON whose values cannot be told in words is read without them', () => {
  const table = JSON.stringify([
    { title: 'Talk', date: '2026-12-18', speakers: [{ name: { toString: 1 } }, 'Ann Lee'] },
  ])
  const [line] = readCsv(Buffer.from(table), {})
  expect(line).toMatchObject({ finding: { title: 'Talk', people: [{ name: 'Ann Lee' }] } })
})
