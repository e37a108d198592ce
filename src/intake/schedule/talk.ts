import type {
  FieldDoubt,
  Finding,
  FoundLink,
  FoundPerson,
  Provenance,
  RecordingState,
} from '../../domain/finding.ts'
import { linkRole, linksIn } from '../link-role.ts'
import { isOnline } from '../online-words.ts'
import { plainMarkdown } from '../plain-markdown.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { partStatus } from '../title-status.ts'
import { type ScheduleOf, type TimeTold, talkTime } from './talk-time.ts'

/** An event of a schedule as any of its dialects tells it. */
export type Talk = TimeTold & {
  uid?: string | undefined
  title?: string | undefined
  subtitle?: string | undefined
  abstract?: string | undefined
  description?: string | undefined
  room?: string | undefined
  /** Of the house that the room is in. */
  address?: string | undefined
  track?: string | undefined
  language?: string | undefined
  url?: string | undefined
  image?: string | undefined
  people: FoundPerson[]
  links: { url: string; title?: string | undefined; attachment?: boolean }[]
  /** True where its speakers do not want to be recorded. */
  unrecorded?: boolean
  cancelled?: boolean
  attendance?: 'online' | 'offline' | 'mixed' | undefined
  tags?: string[]
}

export function findingOfTalk(talk: Talk, schedule: ScheduleOf): Finding {
  const { title, status: toldStatus } = partStatus(
    oneLine(plainText(talk.title)) ?? oneLine(plainText(talk.abstract))?.slice(0, 120) ?? 'Untitled event',
  )
  const time = talkTime(talk, schedule)
  const url = absolute(talk.url, schedule.base)
  const summary = summaryOf(talk, title, url ?? schedule.base)
  const links = linksOf(talk, schedule, url)
  const status = talk.cancelled ? 'cancelled' : toldStatus
  const recording: RecordingState | undefined = links.some(link => link.role === 'recording')
    ? 'available'
    : talk.unrecorded
      ? 'none'
      : undefined
  const tags = [...new Set([talk.track, ...(talk.tags ?? [])].flatMap(tag => oneLine(tag) ?? []))]
  const told = oneLine(talk.room)
  const room = told && isOnline(told) ? undefined : told
  const attendance = talk.attendance ?? (told && !room ? 'online' : undefined)
  const address = oneLine(talk.address)
  const language = languageOf(talk.language)
  const image = absolute(talk.image, schedule.base)
  const finding: Finding = {
    kind: 'event',
    title,
    ...(url ? { url } : {}),
    ...(summary ? { summary } : {}),
    ...(time.start ? { start: time.start } : {}),
    ...(time.end ? { end: time.end } : {}),
    ...(status ? { status } : {}),
    ...(attendance ? { attendance } : {}),
    ...(room ? { place: { name: room, ...(address && address !== room ? { address } : {}) } } : {}),
    ...(talk.people.length ? { people: talk.people.slice(0, 100) } : {}),
    ...(language ? { languages: [language] } : {}),
    ...(tags.length ? { tags } : {}),
    ...(image ? { image } : {}),
    ...(links.length ? { links } : {}),
    ...(recording ? { recording } : {}),
    ...(talk.uid ? { uid: talk.uid.slice(0, 300) } : {}),
  }
  const from: Record<string, Provenance> = {}
  for (const field of Object.keys(finding)) if (field !== 'kind') from[field] = 'schedule'
  finding.from = from
  const doubts: FieldDoubt[] = time.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  if (doubts.length) finding.doubts = doubts
  return finding
}

/** Subtitle, abstract and description, each once. */
function summaryOf(
  { subtitle, abstract, description }: Talk,
  title: string,
  base: string | undefined,
): string | undefined {
  const parts: string[] = []
  for (const told of [subtitle, abstract, description]) {
    const text = plainMarkdown(plainText(told, base))
    if (text && text !== title && !parts.some(part => part.includes(text))) parts.push(text)
  }
  return parts.join('\n\n').slice(0, 20_000) || undefined
}

function linksOf(talk: Talk, { base }: ScheduleOf, page: string | undefined): FoundLink[] {
  const links = new Map<string, FoundLink>()
  for (const { url: told, title: words, attachment } of talk.links.slice(0, 200)) {
    const url = absolute(told, base)
    const title = oneLine(plainText(words))
    if (!url || url === page || /\bfeedback\b/i.test(title ?? '') || links.has(url)) continue
    const role = linkRole(url, title ? { title } : {})
    if (!role) continue
    // Files that a speaker hangs on a talk are mostly what was shown.
    const shown = attachment && role === 'source' && /\.(?:pdf|key|odp|pptx?)(?:[?#]|$)/i.test(url)
    // Speakers link videos of other talks as well; only what is called a recording is this one's.
    const media = !attachment && /\.(?:mp4|webm|mp3|opus)$/i.test(url)
    const other = role === 'recording' && !media && !ownRecording.test(title ?? '')
    links.set(url, {
      role: shown ? 'slides' : other ? 'source' : role,
      url,
      ...(title && title !== url ? { title } : {}),
    })
  }
  for (const told of [talk.abstract, talk.description]) {
    for (const link of linksIn(plainText(told) ?? '')) {
      const door = link.role === 'registration' || (link.role === linkRole(link.url) && doors.has(link.role))
      if (door && link.url !== page && !links.has(link.url)) links.set(link.url, link)
    }
  }
  return [...links.values()]
}

const doors = new Set(['join', 'livestream'])
const ownRecording =
  /^(?:the )?(?:video|youtube|recording|talk recording|mitschnitt|aufzeichnung|enregistrement|vid[ée]o|grabaci[óo]n)(?: recording| of (?:the|this) (?:talk|session|event))?\b(?! (?:in|from|about|on|game|editor))/i

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  const told = url?.trim()
  if (!told) return undefined
  if (/^https?:\/\//i.test(told)) return URL.canParse(told) ? told : undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(told) || !base || !URL.canParse(told, base)) return undefined
  return new URL(told, base).href
}

/** `en`, `de-DE`, `English` → `en`, `de`, `en`. */
function languageOf(told: string | undefined): string | undefined {
  const code = /^([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?$/i.exec(told?.trim() ?? '')?.[1]?.toLowerCase()
  return code ?? languageNames.get(told?.trim().toLowerCase() ?? '')
}

const languageNames = new Map([
  ['english', 'en'],
  ['german', 'de'],
  ['deutsch', 'de'],
  ['french', 'fr'],
  ['français', 'fr'],
  ['spanish', 'es'],
  ['español', 'es'],
  ['arabic', 'ar'],
  ['russian', 'ru'],
  ['chinese', 'zh'],
  ['italian', 'it'],
  ['italiano', 'it'],
  ['portuguese', 'pt'],
  ['português', 'pt'],
])
