import type { Child, FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import type { Finding } from '../../domain/finding.ts'
import { isProvenance } from '../ui/entry-form/provenances.ts'
import { hostOf, languageNames, whereOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { sayWhen } from '../ui/say-when.ts'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'

type Props = { content: Content; finding: Finding | null; homeZone: string; showing: Showing }

/** What readers will see of a finding, field by field, each with where it was read. */
export const Told: FC<Props> = ({ content, finding, homeZone, showing }) => {
  const { say } = showing
  const rows = rowsOf(content, homeZone, showing)
  return (
    <dl class="findings-told">
      {rows.map(({ label, value, field }) => (
        <div>
          <dt>{say(label)}</dt>
          <dd>
            {value}
            <Origin finding={finding} field={field} showing={showing} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Where a field was read, and the organiser’s own words. */
export const Origin: FC<{ finding: Finding | null; field: string; showing: Showing }> = ({
  finding,
  field,
  showing: { say },
}) => {
  const from = finding?.from?.[field]
  const words = finding?.told?.[field]
  if (!from && !words) return null
  return (
    <small class="from">
      {words ? <q dir="auto">{cut(words, 160)}</q> : ''}
      {words && from ? ' · ' : ''}
      {from && isProvenance(from) ? say('card.from', { source: say(`provenance.${from}`) }) : ''}
    </small>
  )
}

type Row = { label: Key; value: Child; field: string }

function rowsOf(content: Content, homeZone: string, showing: Showing): Row[] {
  const { say, locale } = showing
  const rows: (Row | null)[] = [
    whenRow(content, homeZone, showing),
    text('form.where', whereOf(content, showing), content.place ? 'place' : 'attendance'),
    list('form.organisations', 'organisations', content.organisations, ({ name, role }) => (
      <>
        <bdi lang={langOf(name, showing)}>{name}</bdi>
        {role ? ` (${say(`organisation.${role}`)})` : ''}
      </>
    )),
    list('form.people', 'people', content.people, ({ name, role, affiliation }) => (
      <>
        <bdi>{name}</bdi>
        {[role, affiliation].some(Boolean) ? ` (${[role, affiliation].filter(Boolean).join(', ')})` : ''}
      </>
    )),
    list('form.links', 'links', content.links, ({ role, url }) => (
      <>
        {say(`link.${role}`)}:{' '}
        <a href={url} rel="noopener noreferrer" dir="ltr">
          {hostOf(url) || cut(url, 60)}
        </a>
      </>
    )),
    text('form.summary', content.summary && cut(content.summary, 400), 'summary'),
    text('form.note', content.note && cut(content.note, 400), 'note'),
    content.status === 'scheduled'
      ? null
      : { label: 'form.status', value: say(`status.${content.status}`), field: 'status' },
    text(
      'form.recording',
      content.recording === 'unknown' ? null : say(`form.recording.${content.recording}`),
      'recording',
    ),
    text('form.until', content.registrationUntil, 'registrationUntil'),
    text('form.languages', names(content.languages), 'languages'),
    text('form.interpretation', names(content.interpretation), 'interpretation'),
    text('form.captions', names(content.captions), 'captions'),
    text('form.sign', names(content.signLanguages), 'signLanguages'),
    text('form.tags', content.tags.join(', ') || null, 'tags'),
    text('form.published', content.published, 'published'),
    text('form.picture', content.image && hostOf(content.image), 'image'),
  ]
  return rows.filter(row => row !== null)

  function names(codes: string[]): string | null {
    return codes.length ? languageNames(codes, locale) : null
  }
}

function whenRow(content: Content, homeZone: string, showing: Showing): Row | null {
  const { say } = showing
  const when = sayWhen(content.time, homeZone, showing)
  if (!when && content.kind !== 'event') return null
  const value = when ? (
    <>
      <span class="home">{when.home}</span>
      {when.own ? <span class="own">{say('card.own', { time: when.own })}</span> : ''}
    </>
  ) : (
    <span class="gap">{say('time.not-told')}</span>
  )
  return { label: 'form.when', value, field: 'start' }
}

function text(label: Key, words: string | null, field: string): Row | null {
  return words ? { label, value: <bdi>{words}</bdi>, field } : null
}

function list<T>(label: Key, field: string, members: T[], of: (member: T) => Child): Row | null {
  if (members.length === 0) return null
  const shown = members.slice(0, mostShown)
  return {
    label,
    field,
    value: (
      <ul>
        {shown.map(member => (
          <li>{of(member)}</li>
        ))}
        {members.length > mostShown ? <li>… {members.length - mostShown}</li> : ''}
      </ul>
    ),
  }
}

const mostShown = 12

function cut(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}
