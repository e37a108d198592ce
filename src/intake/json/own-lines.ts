import { organisationRoles } from '../../domain/entry.ts'
import {
  type FieldDoubt,
  type Finding,
  type InspectLine,
  kinds,
  linkRoles,
  type ProgrammeHead,
} from '../../domain/finding.ts'
import { eventTimeOf, instantsOf } from '../../domain/instants-of.ts'
import { editionWords, entryWords, soundTranslations } from '../../domain/translation.ts'
import type { Choice } from '../../time/doubt.ts'
import { isThing, type Json, listIn, textIn, thingsIn, wordIn, wordsIn } from './json.ts'

/**
 * Lines as `daylong inspect` and `daylong export` write them, one JSON object a line. They may come from anywhere, so
 * each field is taken only where it is what it should be.
 */
export function* readOwnLines(text: string): Generator<InspectLine> {
  let number = 0
  let bad = 0
  for (const line of text.split('\n')) {
    number++
    if (line.trim() === '') continue
    const told = parse(line)
    const where = `line ${number}`
    if (told && isThing(told.programme)) yield { programme: headOf(told.programme) }
    else if (told && isThing(told.finding)) yield* linesOf(told.finding, where)
    else if (!told || !isThing(told.problem)) {
      if (++bad > mostBad)
        return yield broken(`More than ${mostBad} lines cannot be read; the rest was left out.`, where)
      yield broken('This line is not of the shape that “daylong export” writes.', where)
    }
  }
}

const mostBad = 50

function parse(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line)
    return isThing(value) ? value : null
  } catch {
    return null
  }
}

function broken(says: string, where: string): InspectLine {
  return { problem: { code: 'line-unreadable', says, where } }
}

function headOf(told: Json): ProgrammeHead {
  const authors = thingsIn(told.authors, 20).flatMap(author => {
    const name = textIn(author.name, 300)
    return name ? [defined({ name, url: address(author.url), bio: textIn(author.bio) })] : []
  })
  return defined({
    title: textIn(told.title, 1000),
    text: textIn(told.text, 500_000),
    url: address(told.url),
    published: dayIn(told.published),
    authors: filled(authors),
    hashtags: wordsIn(told.hashtags),
    categories: wordsIn(told.categories),
    tags: wordsIn(told.tags),
    language: textIn(told.language, 35),
    translations: soundTranslations(told.translations, editionWords, 100_000) ?? undefined,
    timeZone: textIn(told.timeZone, 60),
  })
}

function* linesOf(told: Json, where: string): Generator<InspectLine> {
  const lost: string[] = []
  const finding = findingOf(told, lost, 0)
  if (!finding) return yield { problem: { code: 'title-missing', says: 'This entry has no title.', where } }
  yield { finding }
  for (const says of lost.slice(0, 5)) yield { problem: { code: 'time-odd', says, where, note: true } }
}

const mostSessions = 2000

function findingOf(told: Json, lost: string[], depth: number): Finding | null {
  const title = textIn(told.title, 1000)
  if (!title) return null
  const kind = wordIn(told.kind, kinds) ?? 'event'
  const time = timesOf(told)
  if (!time) lost.push(`The time of “${title.slice(0, 100)}” cannot be understood; it was left out.`)
  const sessions =
    depth > 1
      ? []
      : thingsIn(told.sessions, mostSessions).flatMap(one => findingOf(one, lost, depth + 1) ?? [])
  const finding: Finding = defined({
    kind,
    title,
    url: address(told.url),
    published: dayIn(told.published),
    summary: textIn(told.summary),
    note: textIn(told.note),
    ...time,
    status: wordIn(told.status, statuses),
    statusReason: textIn(told.statusReason),
    attendance: wordIn(told.attendance, attendances),
    place: placeOf(told.place),
    organisations: filled(
      thingsIn(told.organisations).flatMap(one =>
        named(one, { url: address(one.url), role: wordIn(one.role, organisationRoles) }),
      ),
    ),
    people: filled(
      thingsIn(told.people).flatMap(one =>
        named(one, {
          role: textIn(one.role, 100),
          url: address(one.url),
          affiliation: textIn(one.affiliation, 300),
        }),
      ),
    ),
    languages: wordsIn(told.languages),
    interpretation: wordsIn(told.interpretation),
    captions: wordsIn(told.captions),
    signLanguages: wordsIn(told.signLanguages),
    tags: wordsIn(told.tags),
    image: address(told.image),
    imageAlt: textIn(told.imageAlt),
    language: textIn(told.language, 35),
    translations: soundTranslations(told.translations, entryWords, 100_000) ?? undefined,
    links: filled(
      thingsIn(told.links).flatMap(one => {
        const [role, url] = [wordIn(one.role, linkRoles), address(one.url)]
        return role && url ? [defined({ role, url, title: textIn(one.title, 500) })] : []
      }),
    ),
    recording: wordIn(told.recording, recordings),
    registrationUntil: dayIn(told.registrationUntil),
    uid: textIn(told.uid, 500),
    sessions: filled(sessions),
    doubts: filled((time ? thingsIn(told.doubts, 20) : []).flatMap(doubtOf)),
  })
  finding.from = Object.fromEntries(
    Object.keys(finding).flatMap(field => (field === 'doubts' ? [] : [[field, 'file' as const]])),
  )
  return finding
}

const statuses = ['scheduled', 'postponed', 'rescheduled', 'cancelled', 'movedOnline'] as const
const attendances = ['online', 'offline', 'mixed'] as const
const recordings = ['unknown', 'none', 'expected', 'available', 'removed'] as const

function timesOf(told: Json): Pick<Finding, 'start' | 'end' | 'time' | 'allDay' | 'floating'> | null {
  const time = {
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(textIn(told.time, 10) ?? '') && { time: told.time as string }),
    ...(told.allDay === true && { allDay: true }),
    ...(told.floating === true && { floating: true }),
  }
  const [start, end] = [textIn(told.start, 100), textIn(told.end, 100)]
  if (!start) return time
  for (const span of [{ start, ...(end && { end }) }, { start }]) {
    const whole = { ...span, ...time }
    if (isTime(whole)) return whole
  }
  return null
}

function isTime(time: Pick<Finding, 'start' | 'end'>): boolean {
  try {
    instantsOf(eventTimeOf(time, 'UTC'))
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function placeOf(told: unknown): Finding['place'] {
  if (!isThing(told)) return undefined
  const degrees = (value: unknown, most: number) =>
    typeof value === 'number' && Math.abs(value) <= most ? value : undefined
  const place = defined({
    name: textIn(told.name, 500),
    address: textIn(told.address, 1000),
    country: textIn(told.country, 100),
    lat: degrees(told.lat, 90),
    lon: degrees(told.lon, 180),
  })
  return Object.keys(place).length > 0 ? place : undefined
}

function named<T extends object>(one: Json, rest: T) {
  const name = textIn(one.name, 300)
  return name ? [defined({ name, ...rest })] : []
}

/** Codes are a public contract; what a later Daylong doubts, this one doubts as well. */
function doubtOf(told: Json): FieldDoubt[] {
  const [code, field, says] = [textIn(told.code, 40), textIn(told.field, 40), textIn(told.says, 1000)]
  if (!code || !field || !says || !/^[a-z][a-z-]+$/.test(code)) return []
  const choices = listIn(told.choices, 20).flatMap((one): Choice[] => {
    const start = isThing(one) ? textIn(one.start, 100) : undefined
    const end = isThing(one) ? textIn(one.end, 100) : undefined
    const choice = isThing(one) && start ? { start, ...(end && { end }) } : null
    if (!choice || !isTime(choice)) return []
    const from = textIn((one as Json).from, 40)
    return [
      { ...choice, ...((one as Json).allDay === true && { allDay: true as const }), ...(from && { from }) },
    ]
  })
  const said = textIn(told.said, 1000)
  return [
    {
      code: code as FieldDoubt['code'],
      field,
      says,
      ...(said && { said }),
      ...(choices.length > 1 && { choices }),
    },
  ]
}

function address(value: unknown): string | undefined {
  const url = textIn(value, 4000)
  return url && URL.canParse(url) && !/^(?:javascript|data|vbscript|file):/i.test(url) ? url : undefined
}

function dayIn(value: unknown): string | undefined {
  const day = textIn(value, 60)
  return day && /^\d{4}-\d\d-\d\d/.test(day) && isTime({ start: day.slice(0, 10) }) ? day : undefined
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Without what is not told. */
function defined<T extends object>(thing: T): Defined<T> {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Defined<T>
}
