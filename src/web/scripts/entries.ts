import type { Scheduled, Timed } from '../../domain/phase.ts'

/** An entry as far as the page tells it: enough for the rules to say its phase and its place in the agenda. */
export type ShownEntry = Timed &
  Scheduled & { slug: string; row: HTMLElement; recorded: boolean; told: string }

const read = new WeakMap<Element, ShownEntry>()

/** `data-t` is what `timedData` of the server wrote. */
export function entryOf(row: HTMLElement): ShownEntry {
  let entry = read.get(row)
  if (!entry || entry.told !== row.dataset.t) {
    const [start, end, precision, floating, status, recorded] = row.dataset.t!.split(',')
    entry = {
      row,
      slug: row.id,
      kind: 'event',
      time: { precision: precision as Timed['precision'], zone: floating === '1' ? null : 'UTC' },
      startsAt: Number(start) * 1000,
      endsAt: end ? Number(end) * 1000 : null,
      precision: precision as Timed['precision'],
      floating: floating === '1',
      status: status as Timed['status'],
      told: row.dataset.t!,
      recorded: recorded === 'rec',
    }
    read.set(row, entry)
  }
  return entry
}
