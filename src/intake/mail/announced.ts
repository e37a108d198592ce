import type { Finding } from '../../domain/finding.ts'
import { linksIn } from '../link-role.ts'
import { kindWord } from '../post/words/kind-words.ts'
import { hoursIn, isDeadline } from './hours-in.ts'
import { titleOfSubject } from './lone-event.ts'

/**
 * A mail that calls people to one event in running words: it tells one hour that was still to come, and invites or names
 * a door. Null for what goes by another name, tells several hours, or only reports.
 */
export function announcedIn(
  subject: string | undefined,
  words: string,
  sent: string | undefined,
): Finding | null {
  const title = titleOfSubject(subject)
  const kind = title ? kindWord(title)?.kind : undefined
  if (!title || !sent || (kind && kind !== 'event')) return null
  const hours = hoursIn(words, sent).filter(({ index }) => !isDeadline(words, index))
  const [hour] = hours
  const [reading] = hour?.readings ?? []
  const isOne = new Set(hours.map(({ readings: [first] }) => first!.start)).size === 1 && !hour?.sessions
  if (!hour || !reading || !isOne || reading.start.slice(0, 10) < sent.slice(0, 10)) return null
  const links = linksIn(words.slice(0, 200_000)).filter(({ role }) =>
    /^(?:registration|join|livestream)$/.test(role),
  )
  if (links.length === 0 && !invites.test(words)) return null
  const { phrase, doubts } = hour
  const finding: Finding = {
    kind: 'event',
    title,
    start: reading.start,
    ...(reading.end && { end: reading.end }),
    told: { start: phrase.slice(0, 500) },
    note: words.trim().slice(0, 2000),
    ...(links.length > 0 && { links: links.slice(0, 20) }),
    ...(doubts.length > 0 && {
      doubts: doubts.map(doubt => ({ ...doubt, field: 'start', said: phrase.slice(0, 500) })),
    }),
  }
  const fields = Object.keys(finding).filter(field => !/^(?:kind|told|doubts)$/.test(field))
  return {
    ...finding,
    from: Object.fromEntries(fields.map(field => [field, field === 'title' ? 'mail' : 'text'])),
  }
}

const invites =
  /(?<!\p{L})(?:join us|(?:invite|welcome) you|you are (?:invited|welcome)|please (?:join|attend)|laden? (?:euch|sie|dich|herzlich|ein)|eingeladen|vous invit|invitons|les? invitamos|invita(?:mos)?|convida(?:mos)?|invitiamo|mengundang|приглаша)|ندعو|邀请/iu
