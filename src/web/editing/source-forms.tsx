import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

/** Where an entry came from is read once more; and two entries that are one event become one. */
export const SourceForms: FC<{ id: string; mayMerge: boolean; showing: Showing }> = ({
  id,
  mayMerge,
  showing: { say, link },
}) => (
  <section class="source-acts" id="source">
    <h2>{say('edit.source')}</h2>
    <form method="post" action={paths.deskEntryReadings(id)}>
      <button class="act" type="submit">
        {say('edit.source.read')}
      </button>
      <p class="hint">{say('edit.source.hint')}</p>
    </form>
    {mayMerge ? (
      <p>
        <a href={link(paths.deskMerge(id))}>{say('edit.source.merge')}</a>
      </p>
    ) : (
      ''
    )}
  </section>
)
