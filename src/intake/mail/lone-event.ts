import type { Finding, FoundLink } from '../../domain/finding.ts'
import { greeting } from '../calendar/meeting-lines.ts'
import { linksIn } from '../link-role.ts'

/**
 * The one event that a mail tells of. It goes by the mail's subject where only a place, a greeting or the beginning of a
 * sentence was found for a title; the one address to register or to join at that is in the mail is its own.
 */
export function asLoneEvent(finding: Finding, subject: string | undefined, words: string): Finding {
  const title = titleOfSubject(subject)
  const isNoTitle =
    isOfTime(finding) ||
    isBelowDay(finding) ||
    greeting.test(`${finding.title},`) ||
    sentence.test(finding.title)
  const goesBySubject = title && finding.from?.title === 'text' && isNoTitle
  const links = withDoors(finding.links ?? [], words)
  return {
    ...finding,
    ...(goesBySubject && { title }),
    ...(links.length > 0 && { links }),
    from: {
      ...finding.from,
      ...(goesBySubject && { title: 'mail' as const }),
      ...(links.length > 0 && { links: finding.from?.links ?? 'text' }),
    },
  }
}

/** `Invitation: Hearing` → `Hearing` */
export function titleOfSubject(subject: string | undefined): string | undefined {
  return subject?.replace(invites, '').trim() || undefined
}

const invites =
  /^(?:invitation|einladung|invitaci[óo]n|convite|invito|uitnodiging|undangan|приглашение|دعوة|邀请|save the date|reminder|erinnerung|rappel|recordatorio|lembrete)\s*[:：–-]\s*(?=\S)/i

/** “Webinar next Friday, 29 October”: what it says is when. */
function isOfTime({ title, told }: Finding): boolean {
  const words = told?.start?.slice(0, 8) ?? ''
  return words.length === 8 && title.includes(words)
}

/** “We launch the atlas”, “Wir laden ein”. */
const sentence =
  /^(?:we|it|this|that|you|there|i|wir|es|sie|ich|nous|on|il|vous|nosotros|les?|noi|nós|мы|kami)\s+\p{Ll}/iu

/** The first line tells when, and the title is the line below it. */
function isBelowDay({ title, note, told }: Finding): boolean {
  const [first, second] = note?.split('\n') ?? []
  return told?.start !== undefined && first?.trim() === told.start.trim() && second?.trim() === title
}

function withDoors(links: FoundLink[], words: string): FoundLink[] {
  const told = linksIn(words.slice(0, 200_000))
  let all = links
  for (const role of ['registration', 'join'] as const) {
    const [door, other] = told.filter(link => link.role === role)
    if (!door || other || all.some(link => link.role === role)) continue
    all = [...all.filter(link => link.url !== door.url), door]
  }
  return all
}
