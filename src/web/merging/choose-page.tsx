import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { SaidApart } from '../../storage/apart.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { sayEventTime } from '../ui/told-time.ts'
import { sayApart } from './say-apart.ts'

type Props = { at: AtDesk; own: OwnEntry; sought: string; found: Entry[]; apart: SaidApart[] }

/** With which entry another one is to be merged: those that look like it, or those whose title has these words. */
export const ChoosePage: FC<Props> = ({ at, own, sought, found, apart }) => {
  const { showing } = at
  const { say, link } = showing
  const { entry } = own.row
  return (
    <DeskPage at={at} title={say('merge.title')} edition={own}>
      <h1>{say('merge.with', { title: `\u2068${entry.title}\u2069` })}</h1>
      <form method="get" action={paths.deskMerge(entry.id)}>
        <Field label={say('merge.search')} name="q" value={sought} autocomplete="off" />
        <p class="acts">
          <button class="act" type="submit">
            {say('merge.find')}
          </button>
        </p>
      </form>
      {found.length === 0 ? <p class="hint">{say(sought ? 'merge.nothing' : 'merge.none-alike')}</p> : ''}
      <ul class="readings">
        {found.map(other => (
          <li>
            <a href={link(paths.deskMerge(entry.id, other.id))}>
              <bdi>{other.title}</bdi>
            </a>
            <p class="hint">
              {[
                other.kind === 'event' ? sayEventTime(other.time, showing) : say(`kind.${other.kind}`),
                other.organisations.map(({ name }) => name).join(', '),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {apart.length ? (
        <section>
          <h2>{say('merge.apart-title')}</h2>
          <ul class="readings">
            {apart.map(said => (
              <li>
                <a href={link(paths.deskMerge(entry.id, said.id))}>
                  <bdi>{said.title}</bdi>
                </a>
                <p class="hint">{sayApart(said, showing)}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}
