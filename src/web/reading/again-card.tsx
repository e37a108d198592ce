import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { Proposal } from '../../domain/proposal.ts'
import type { Proposed } from '../../services/read-entry-again.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import type { OwnReading } from './own-reading.ts'
import { Origin } from './told.tsx'

export type Again = Proposed & { entry: Entry }

type Props = { own: OwnReading; again: Again; showing: Showing }

/** What the source of an entry says today otherwise than the entry: nothing is taken over that nobody accepts. */
export const AgainCard: FC<Props> = ({ own, again, showing }) => {
  const { say, link } = showing
  const { reading, mayPublish } = own
  const { entry, proposals, finding } = again
  const mayAccept = mayPublish || entry.state === 'draft'
  const title = (
    <h2 class="title">
      <a href={link(paths.deskEntry(entry.id))}>
        <bdi>{entry.title}</bdi>
      </a>
    </h2>
  )
  if (reading.state === 'closed')
    return (
      <div class="card settled">
        {title}
        <p>{say('again.settled')}</p>
      </div>
    )
  return (
    <form class="card again" method="post" action={paths.deskReadingChanges(reading.id)}>
      <input type="hidden" name="read" value={reading.readAt ?? ''} />
      <input type="hidden" name="base" value={own.edition.revision} />
      {title}
      <p class="lead">{finding ? say('again.says', { count: proposals.length }) : say('again.nothing')}</p>
      {proposals.length ? (
        <ol>
          {proposals.map(proposal => (
            <Row proposal={proposal} again={again} reading={reading.id} showing={showing} />
          ))}
        </ol>
      ) : (
        ''
      )}
      <p class="acts">
        {proposals.length && mayAccept ? (
          <button class="act strong" type="submit" name="do" value="accept">
            {say('again.accept')}
          </button>
        ) : (
          ''
        )}
        <button class="act" type="submit" name="do" value="none">
          {say(proposals.length ? 'again.leave' : 'again.close')}
        </button>
      </p>
      {proposals.length ? <p class="hint">{say('again.hint')}</p> : ''}
    </form>
  )
}

const Row: FC<{ proposal: Proposal; again: Again; reading: string; showing: Showing }> = ({
  proposal,
  again,
  reading,
  showing,
}) => {
  const { say } = showing
  const { field, now, told, by } = proposal
  const name = fieldName(field, showing)
  if (name === null) return null
  const id = `again-${reading.slice(-12)}-${field}`
  return (
    <li>
      <input type="checkbox" id={id} name="field" value={field} checked={by === 'source' || undefined} />
      <div>
        <label for={id}>{name}</label>
        {by === 'both' ? <p class="ask">{say('again.both')}</p> : ''}
        <Changes before={{ [field]: now }} after={{ [field]: told }} showing={showing} />
        <Origin finding={again.finding} field={field === 'time' ? 'start' : field} showing={showing} />
      </div>
    </li>
  )
}
