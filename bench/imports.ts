import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { readCalendar } from '../src/intake/calendar/read-calendar.ts'
import { readCsv } from '../src/intake/csv/read-csv.ts'
import type { Intake } from '../src/intake/intake.ts'
import { batchSize, type ImportSummary, importProgramme } from '../src/services/import-programme.ts'
import { openStore } from '../src/storage/store.ts'
import { indexRowsOf, insertRaw, rowsOf } from './raw-rows.ts'
import { type Cost, costOf, inTurns, median, ms, type Row } from './row.ts'
import { asCalendar, asTable, sampleEvents } from './sample.ts'

const count = 10_000
const limit = 2

/**
 * Reading and storing against what no way round it could leave out: parsing the calendar with ical.js, and
 * inserting the rows that came of it into the same tables, and their tokens into the index of words, by prepared
 * statements, durable as often as the import is.
 *
 * The ratio that is judged is of processor time: on a machine that others use too, time by the clock tells mostly
 * how long somebody else had the processor and the disk, and came out between 2.0 and 3.4 for the same code. Time by
 * the clock, with its waiting for the disk, is shown beside it.
 */
export async function imports(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  try {
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(folder: string): Promise<Row[]> {
  const { calendarBytes, tableBytes } = sampleFiles()
  let files = 0
  const newFile = () => join(folder, `${files++}.sqlite`)

  const stored = newFile()
  await readAndStore(readCalendar, calendarBytes, stored)
  const indexed = await indexRowsOf(stored)

  const rounds = await inTurns(
    {
      calendar: () => readAndStore(readCalendar, calendarBytes, newFile()),
      table: () => readAndStore(readCsv, tableBytes, newFile()),
      parsing: () => parse(calendarBytes),
      inserting: () => insertRaw([...rowsOf(stored), indexed], newFile(), batchSize),
    },
    7,
  )
  type Name = keyof (typeof rounds)[number]
  const took = (name: Name, by: keyof Cost) => median(rounds.map(round => round[name][by]))
  const ratioOf = (name: Name, by: keyof Cost) =>
    median(rounds.map(round => round[name][by] / (round.parsing[by] + round.inserting[by])))
  const row = (name: 'calendar' | 'table', by: keyof Cost): Row => {
    const ratio = ratioOf(name, by)
    const judged = by === 'processor'
    return {
      measure: `${name} of 10,000 events read and stored, ${judged ? 'processor' : 'by the clock'}`,
      figure: ms(took(name, by)),
      against: `ical.js ${ms(took('parsing', by))} + raw rows ${ms(took('inserting', by))}`,
      ratio: ratio.toFixed(2),
      limit: judged ? `≤ ${limit}` : '',
      ok: judged ? ratio <= limit : null,
    }
  }
  return (['calendar', 'table'] as const).flatMap(name => [row(name, 'processor'), row(name, 'clock')])
}

/** Only their bytes are kept: what else lived on would be looked through whenever an import's own waste is collected. */
function sampleFiles() {
  const events = sampleEvents(count)
  return { calendarBytes: Buffer.from(asCalendar(events)), tableBytes: Buffer.from(asTable(events)) }
}

/** From the bytes on, as ours: whoever parses has to make a text of them first. */
function parse(bytes: Buffer): Promise<Cost> {
  return costOf(() => ICAL.parse(bytes.toString()))
}

/** From bytes to a durable store; making its tables is not counted. */
async function readAndStore(read: Intake, bytes: Uint8Array, file: string): Promise<Cost> {
  const store = await openStore({ sqlite: file })
  try {
    const lines = read(bytes, { from: '2020-01-01', to: '2021-01-01' })
    let summary: ImportSummary | undefined
    const cost = await costOf(async () => {
      summary = await importProgramme(store, lines, {
        series: 'bench',
        edition: '2020',
        file,
        at: Date.UTC(2020, 11, 1),
        date: '2020-12-18',
        zone: 'UTC',
        publish: true,
      })
    })
    if (summary?.new !== count) {
      const [first] = summary?.refused ?? []
      throw new Error(`Of ${count} events ${summary?.new} were stored. ${first ? first.reason : ''}`)
    }
    return cost
  } finally {
    await store.close()
  }
}
