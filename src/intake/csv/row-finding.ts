import type { Attendance, Finding, FoundPlace, Kind, Provenance } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { partStatus, statusInWords } from '../title-status.ts'
import { type DateOrder, readDate, readFlag } from './cells.ts'
import { readTimeOf } from './clocks-again.ts'
import type { Field } from './column-names.ts'
import type { Columns } from './columns.ts'
import { isEmptyWord } from './empty-words.ts'
import { languagesIn } from './languages.ts'
import { organisationsIn, peopleIn } from './names-in.ts'
import { addressesIn, linksOfRow } from './row-links.ts'
import { isState, isTurnedDown } from './row-state.ts'
import type { TimeCells } from './row-time.ts'
import type { Row } from './table.ts'

export type RowOptions = IntakeOptions & { order: DateOrder; year?: number }

/** A row that is no finding: one without a title, a note beside the table, or what was turned down. */
export type NoFinding = { none: 'untitled' | 'note' } | { none: 'turned-down'; title: string }

/** One row as a finding. */
export function findingOf(row: Row, columns: Columns, options: RowOptions): Finding | NoFinding {
  const wordsIn = (column: number): string => {
    const words = row.cells[column]?.trim() ?? ''
    return isEmptyWord(words) ? '' : words
  }
  const cell = (field: Field): string => {
    for (const column of columns.of.get(field) ?? []) {
      const words = wordsIn(column)
      if (words) return words
    }
    return ''
  }
  /** "Speaker 1" and "Speaker 2" */
  const cellsOf = (field: Field) => (columns.of.get(field) ?? []).map(wordsIn).filter(Boolean).join('\n')
  const uid = cell('uid')
  const whole = oneLine(plainText(cell('title'))) ?? titleOfSlug(uid)
  if (!whole) return { none: isNote(row, columns) ? 'note' : 'untitled' }
  if (beside.test(whole) && isAlone(row, columns)) return { none: 'note' }
  const region = cell('region')
  const state = isState(region) ? region : ''
  if (isTurnedDown(state || cell('status'))) return { none: 'turned-down', title: whole }
  const location = placeOf(cell, state ? '' : region)
  const cells = timeCells(cell, columns.zone)
  const { sessions, ...when } = readTimeOf(row, columns, cells, {
    ...(location && { place: location }),
    ...(options.zone && { zone: options.zone }),
    ...((options.published ?? options.readOn) && { published: (options.published ?? options.readOn)! }),
    ...(options.year && { year: options.year }),
    order: options.order,
  })
  const attendance = attendanceOf(cell('attendance')) ?? (isOnlineOnly(cell('place')) ? 'online' : null)
  const { url, links } = linksOfRow(row, columns, { base: options.url, attendance })
  const kind = kindOf(cell('kind'))
  const { title, status } = kind === 'event' ? partStatus(whole) : { title: whole }
  const finding: Finding = { kind, title }
  const tell = <K extends keyof Finding>(field: K, value: Finding[K] | null | '') => {
    if (Array.isArray(value) ? value.length > 0 : value) finding[field] = value as Finding[K]
  }
  const names = [...organisationsIn(cell('organisations')), ...organisationsIn(cell('partners'))]
  tell('url', url)
  tell('published', readDate(cell('published').slice(0, 10), options.order))
  tell('summary', plainText(cell('summary')))
  tell('note', plainText(cell('note')))
  Object.assign(finding, when)
  if (when.doubts) finding.told = { [when.start ? 'start' : 'time']: wordsOf(cells).slice(0, 500) }
  tell('status', statusInWords(cell('status') || state) ?? status)
  tell('attendance', attendance)
  tell('place', location)
  tell(
    'organisations',
    [...new Set(names)].map(name => ({ name })),
  )
  tell('people', [
    ...peopleIn(cellsOf('speakers')).map(person => ({ ...person, role: 'speaker' })),
    ...peopleIn(cellsOf('moderators')).map(person => ({ ...person, role: 'moderator' })),
  ])
  tell('languages', languagesIn(cell('language')))
  tell('interpretation', languagesIn(cell('interpretation')))
  tell('captions', languagesIn(cell('captions')))
  tell('signLanguages', languagesIn(cell('signLanguages')))
  // Categories and tags stand in columns of their own.
  tell('tags', [...new Set((columns.of.get('tags') ?? []).flatMap(column => tagsIn(wordsIn(column))))])
  tell('image', addressesIn(cell('image'), options.url)[0])
  tell('links', links)
  if (links.some(link => link.role === 'recording')) finding.recording = 'available'
  tell('registrationUntil', readDate(cell('registrationUntil'), options.order))
  tell('uid', uid.slice(0, 500))
  if (sessions) finding.sessions = sessions.map(one => sessionOf(title, one))
  const from: Record<string, Provenance> = {}
  for (const field in finding) if (field !== 'doubts' && field !== 'told') from[field] = 'table'
  finding.from = from
  return finding
}

/** Words in a column of which nothing is known, and nothing else: “Contact: …” below the numbers of the rows. */
function isNote(row: Row, columns: Columns): boolean {
  const known = new Set([...columns.of.values()].flat())
  return isAlone(row, columns) && row.cells.some((cell, column) => /\p{L}/u.test(cell) && !known.has(column))
}

/** Whether one cell is filled and no more, but for a day that holds for all rows below it. */
function isAlone({ cells }: Row, { of }: Columns): boolean {
  const days = of.get('date') ?? []
  return cells.filter((cell, column) => cell.trim() !== '' && !days.includes(column)).length < 2
}

/** What a note below a table begins with. */
const beside =
  /^(?:\*|\(\*|total\b|note\s?:|nb[.:]|n\.b\.|contact\s?:|source\s?:|legend\s?:|(?:all )?times (?:are|in)\b)/i

type Cell = (field: Field) => string

const timeFields = [
  'date',
  'time',
  'start',
  'endDate',
  'endTime',
  'end',
  'duration',
  'allDay',
  'timezone',
] as const

/** A flag says nothing where it is alone. */
function wordsOf({ allDay: _, ...told }: TimeCells): string {
  return Object.values(told).join(' ')
}

function timeCells(cell: Cell, zone: string | null): TimeCells {
  const cells: TimeCells = zone ? { timezone: zone } : {}
  for (const field of timeFields) {
    const words = cell(field)
    if (words) cells[field] = words
  }
  return cells
}

function placeOf(cell: Cell, region: string): FoundPlace | null {
  const [lat, lon] = coordinatesOf(cell)
  const city = oneLine(cell('city')) ?? ''
  const venue = oneLine(cell('place')) ?? ''
  const isAway = isOnlineOnly(venue) || /^https?:\/\//i.test(venue)
  const name = (isAway ? '' : venue) || city
  const address = [oneLine(cell('address')), name === city ? '' : city, oneLine(region)]
    .filter(Boolean)
    .join(', ')
  const country = oneLine(cell('country'))
  const place: FoundPlace = {
    ...(name && { name }),
    ...(address && { address }),
    ...(country && { country }),
    ...(lat !== null && lon !== null && { lat, lon }),
  }
  return Object.keys(place).length > 0 ? place : null
}

function coordinatesOf(cell: Cell): [lat: number | null, lon: number | null] {
  const pair = /^\(?\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*\)?$/.exec(
    cell('coordinates').slice(0, 80),
  )
  const lat = degrees(pair?.[1] ?? cell('latitude'), 90)
  const lon = degrees(pair?.[2] ?? cell('longitude'), 180)
  return lat === 0 && lon === 0 ? [null, null] : [lat, lon]
}

function degrees(words: string, most: number): number | null {
  if (!/^-?\d+(?:[.,]\d+)?$/.test(words)) return null
  const number = Number(words.replace(',', '.'))
  return Math.abs(number) <= most ? number : null
}

function isOnlineOnly(venue: string): boolean {
  return /^(?:online|on-line|virtual(?:ly| event| meeting)?|remote|zoom|web|webinar|internet|en línea|en ligne|em linha|en linea|virtuel|virtuale|daring|онлайн|عبر الإنترنت|线上|オンライン)$/i.test(
    venue.trim(),
  )
}

function attendanceOf(words: string): Attendance | null {
  if (!words) return null
  const flag = readFlag(words)
  if (flag !== null) return flag ? 'online' : 'offline'
  if (/hybrid|mixed|both|h[ií]brid|ambos|mixt|гибрид|混合/i.test(words)) return 'mixed'
  const online = /online|on-line|virtual|remote|zoom|web|distan|línea|ligne|daring|онлайн|线上/i.test(words)
  const offline =
    /offline|in.?person|on.?site|face.to.face|physical|presen[ct]|vor ort|luring|очн|线下/i.test(words)
  if (online && offline) return 'mixed'
  return online ? 'online' : offline ? 'offline' : null
}

function kindOf(words: string): Kind {
  if (!words) return 'event'
  if (/statement|declara|erklärung|comunicado|press release/i.test(words)) return 'statement'
  if (/^(?:video|film|recording)/i.test(words)) return 'video'
  if (/article|blog|publication|report|artículo|artikel/i.test(words)) return 'article'
  if (/campaign|campa[ñg]|kampagne/i.test(words)) return 'campaign'
  return /tool.?kit|resource/i.test(words) ? 'toolkit' : 'event'
}

function tagsIn(words: string): string[] {
  if (words === '') return []
  return [
    ...new Set(words.split(/[,;|\n]|\s(?=#)/).map(tag => tag.trim().replace(/^#/, '').slice(0, 100))),
  ].filter(Boolean)
}

/** A table without titles may still tell them by its addresses: `open-data-day-nairobi`. */
function titleOfSlug(uid: string): string {
  if (
    !/^[\p{Ll}\d]+(?:[-_]+[\p{Ll}\d]+)+[-_]*$/u.test(uid) ||
    !/\p{Ll}{3}/u.test(uid) ||
    /[\da-f]{8}-[\da-f]{4}/.test(uid)
  )
    return ''
  const words = uid.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function sessionOf(title: string, { start, end }: { start: string; end: string | null }): Finding {
  return { kind: 'event', title, start, ...(end && { end }) }
}
