import type { FC } from 'hono/jsx'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { EntryRow } from '../ui/entry-row.ts'
import type { Showing } from '../ui/showing.ts'

/** The entries in the order of the curator's story. */
export const AsTold: FC<{ programme: Programme; showing: Showing; reckoning: Reckoning }> = ({
  programme,
  showing,
  reckoning,
}) => (
  <section class="list as-told">
    <h2>
      {showing.say('view.told')} <small>{programme.entries.length}</small>
    </h2>
    <ol>
      {programme.entries.map(entry => (
        <EntryRow
          entry={entry}
          showing={showing}
          reckoning={reckoning}
          href={showing.link(paths.entry(programme.series.slug, programme.edition.slug, entry.slug))}
          level={3}
          day="always"
        />
      ))}
    </ol>
  </section>
)
