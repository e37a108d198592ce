import { type Agenda, agendaOf } from '../../domain/agenda.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Reckoning, Timed } from '../../domain/phase.ts'

/** An entry as far as the page tells it: enough for the rules to say its phase and its place in the agenda. */
export type ShownEntry = Timed & { slug: string; row: HTMLElement; recorded: boolean }

const read = new WeakMap<Element, ShownEntry>()

/** `data-t` is what `timedData` of the server wrote. */
export function entryOf(row: HTMLElement): ShownEntry {
  let entry = read.get(row)
  if (!entry) {
    const [start, end, precision, floating, status, recorded] = row.dataset.t!.split(',')
    entry = {
      row,
      slug: row.id,
      startsAt: Number(start) * 1000,
      endsAt: end ? Number(end) * 1000 : null,
      precision: precision as Timed['precision'],
      floating: floating === '1',
      status: status as Timed['status'],
      recorded: recorded === 'rec',
    }
    read.set(row, entry)
  }
  return entry
}

/** The agenda asks for nothing of an entry but its kind and its times; which of its rows is meant is told by the slug. */
export function agendaOfRows(entries: ShownEntry[], now: number, reckoning: Reckoning): Agenda {
  const asEntries = entries.map(entry => ({
    ...entry,
    kind: 'event',
    time: { precision: entry.precision, zone: entry.floating ? null : 'UTC' },
  }))
  return agendaOf(asEntries as unknown as Entry[], now, reckoning)
}
