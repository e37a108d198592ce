import { expect, test } from 'vitest'
import { pageOf, writePdf } from '../../../test/pdf/write-pdf.ts'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

/** A page with a title, a day and these cells, each at the left edge of its column. */
function pdfOf(cells: string[][]): Uint8Array {
  const put = (text: string, size: number, x: number, y: number) =>
    `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`
  const drawn = [
    put('Open Day of the Harbour', 22, 50, 780),
    put('18 December 2026, Hamburg', 11, 50, 750),
    ...cells.flatMap((row, down) =>
      row.map((cell, right) => put(cell, 11, 50 + right * 140, 700 - down * 24)),
    ),
  ]
  return writePdf(pageOf([], Buffer.from(drawn.join('\n'))))
}

async function read(cells: string[][]): Promise<Finding> {
  const [line] = await inspect(pdfOf(cells), { name: 'day.pdf', readOn: '2026-11-30' })
  if (!line || !('finding' in line)) throw new Error(`a finding was expected; ${JSON.stringify(line)} came`)
  return line.finding
}

const sessionsOf = ({ sessions = [] }: Finding) =>
  sessions.map(({ title, start, end, place }) => [
    title,
    start?.slice(11, 16),
    end?.slice(11, 16),
    place?.name,
  ])

test('rooms along hours are a programme, each item in its room', async () => {
  const found = await read([
    ['', 'Great Hall', 'Room B'],
    ['9:00 - 10:00', 'Work and care', 'Songs of leaving'],
    ['10:00 - 11:00', 'Paper walls', 'Law in a suitcase'],
  ])
  expect(found).toMatchObject({ start: '2026-12-18T09:00:00', end: '2026-12-18T11:00:00' })
  expect(sessionsOf(found)).toEqual([
    ['Work and care', '09:00', '10:00', 'Great Hall'],
    ['Songs of leaving', '09:00', '10:00', 'Room B'],
    ['Paper walls', '10:00', '11:00', 'Great Hall'],
    ['Law in a suitcase', '10:00', '11:00', 'Room B'],
  ])
})

test('of names that nobody knows the whole event is not given the hours of the first row', async () => {
  for (const head of [['', 'Ararat', 'Sevan'], []]) {
    const found = await read([
      ...(head.length > 0 ? [head] : []),
      ['9:00 - 10:00', 'Work and care', 'Songs of leaving'],
      ['10:00 - 11:00', 'Paper walls', 'Law in a suitcase'],
    ])
    expect(found).toMatchObject({ start: '2026-12-18T09:00:00', end: '2026-12-18T11:00:00' })
    expect(sessionsOf(found)).toHaveLength(2)
  }
})

test('an end is not told where the last hour has none', async () => {
  const found = await read([
    ['Time', 'Room A', 'Room B'],
    ['9:00', 'Work and care', 'Songs of leaving'],
    ['10:00', 'Paper walls', 'Law in a suitcase'],
  ])
  expect(found.start).toBe('2026-12-18T09:00:00')
  expect(found.end).toBeUndefined()
})
