import type { EventStatus, FieldDoubt, Finding, FoundLink, Provenance } from '../../domain/finding.ts'
import { titleText } from '../page/words-of.ts'
import { personName } from '../person-name.ts'
import { plainMarkdown } from '../plain-markdown.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { partStatus } from '../title-status.ts'
import { type CalendarEvent, endOf } from './event.ts'
import { whereaboutsOf } from './event-links.ts'
import { partMeetingLines } from './meeting-lines.ts'
import { type Moment, movedTo, textOfMoment } from './moment.ts'
import { listOf, type Property, textOf } from './property.ts'
import type { Occurrence } from './series.ts'
import { ruleOfVCalendar } from './vcalendar-rule.ts'

/** A VEVENT as a finding: everything but its times, which differ from occurrence to occurrence. */
export function fieldsOf(event: CalendarEvent): Finding {
  const { properties } = event
  const one = (name: string) => properties.get(name)?.[0]
  const told = textOf(one('DESCRIPTION')) ?? textOf(one('STYLED-DESCRIPTION')) ?? textOf(one('X-ALT-DESC'))
  const base = one('URL')?.value.trim()
  const html = told && escapedTags.test(told) ? plainText(told) : told
  const description = plainMarkdown(plainText(html, base))
  const { place, links, attendance, url, image } = whereaboutsOf(properties, description, event.places)
  const summed = titleText(plainText(textOf(one('SUMMARY'))?.replace(forwarded, '')))
  const { title, status: toldStatus } = summed ? partStatus(summed, isConfirmed(event)) : { title: undefined }
  const finding: Finding = { kind: 'event', title: title ?? substituteTitle(description, place?.name) }
  if (url) finding.url = url
  const { summary, passcode } = description ? partMeetingLines(description, links) : {}
  const about = title && summary?.startsWith(`${title}\n`) ? summary.slice(title.length).trim() : summary
  if (about && about !== title && about !== url) finding.summary = about
  const status = statusOf(event, toldStatus)
  if (status) finding.status = status
  if (attendance) finding.attendance = attendance
  if (place) finding.place = place
  addOrganiser(finding, one('ORGANIZER'))
  addParticipants(finding, event.participants)
  const tags = tagsOf(properties.get('CATEGORIES') ?? [])
  if (tags.length) finding.tags = tags
  if (image) finding.image = image
  if (links.length) finding.links = passcode ? withPasscode(links, passcode) : links
  if (event.uid) finding.uid = event.uid
  const rule = ruleOf(event)
  if (rule) finding.recurrence = rule
  finding.from = provenance(finding, title !== undefined)
  return finding
}

/** Some sites escape a description that is HTML, as if it were to be shown with its tags. */
const escapedTags = /^\s*&lt;(?:p|div|ul|ol|h[1-6]|span|strong|br)\b[^&]{0,200}&gt;/i

/** What mail programs write before the subject of what is answered or passed on. */
const forwarded =
  /^(?:\s*(?:re|fw|fwd|aw|wg|tr|rv|res|enc|sv|vs|antw|doorst|odp|pd|i)\s*(?:\[\d+\])?:(?=\s))+\s*(?=\S)/i

function withPasscode(links: FoundLink[], passcode: string): FoundLink[] {
  const door = links.find(link => link.role === 'join')
  return links.map(link =>
    link === door ? { ...link, title: [link.title, passcode].filter(Boolean).join(' · ') } : link,
  )
}

/** Whether the event tells a title of its own. */
export function hasTitle(event: CalendarEvent): boolean {
  return textOf(event.properties.get('SUMMARY')?.[0]) !== undefined
}

/** The finding at the event's own time. */
export function findingOf(event: CalendarEvent): Finding {
  const finding = fieldsOf(event)
  return event.start ? withTimes(finding, event.start, endOf(event.start, event.span)) : finding
}

/** The finding of one occurrence of a series. */
export function occurrenceFinding(
  fields: Finding,
  { start, end, recurrenceId }: Occurrence,
  rule: string | undefined,
): Finding {
  const finding = withTimes({ ...fields }, start, end)
  if (rule) finding.recurrence = rule
  finding.recurrenceId = textOfMoment(recurrenceId).text
  return finding
}

export function ruleOf(event: CalendarEvent): string | undefined {
  const rules = (event.properties.get('RRULE') ?? []).map(({ value }) =>
    (ruleOfVCalendar(value) ?? value).trim().slice(0, 500),
  )
  return rules.length ? rules.join('\n') : undefined
}

function withTimes(finding: Finding, start: Moment, end: Moment | undefined): Finding {
  const first = textOfMoment(start)
  finding.start = first.text
  const doubts: FieldDoubt[] = start.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  if (first.doubt) doubts.push({ ...first.doubt, field: 'start' })
  if (end) {
    // DTEND of a whole day is the day after; DTEND = DTSTART means that one day.
    const last = textOfMoment(end.day ? movedTo(end, Math.max(start.wallMs, end.wallMs - 86_400_000)) : end)
    finding.end = last.text
    for (const doubt of last.doubt ? [...end.doubts, last.doubt] : end.doubts) {
      if (!doubts.some(other => other.code === doubt.code)) doubts.push({ ...doubt, field: 'end' })
    }
  }
  if (start.day) finding.allDay = true
  if (start.floating) finding.floating = true
  if (doubts.length) finding.doubts = doubts
  if (finding.from) finding.from = { ...finding.from, start: 'calendar', ...(end ? { end: 'calendar' } : {}) }
  return finding
}

function substituteTitle(description: string | undefined, place: string | undefined): string {
  return (
    oneLine(description?.split('\n').find(line => /\p{L}/u.test(line)))?.slice(0, 120) ??
    place ??
    'Untitled event'
  )
}

function statusOf(
  { properties, calendar }: CalendarEvent,
  inTitle: EventStatus | undefined,
): EventStatus | undefined {
  const told = properties.get('STATUS')?.[0]?.value.trim().toUpperCase()
  if (told === 'CANCELLED' || told === 'CANCELED' || calendar.method === 'CANCEL') return 'cancelled'
  return inTitle ?? (isConfirmed({ properties }) ? 'scheduled' : undefined)
}

function isConfirmed({ properties }: Pick<CalendarEvent, 'properties'>): boolean {
  return properties.get('STATUS')?.[0]?.value.trim().toUpperCase() === 'CONFIRMED'
}

const organisationWords =
  /\b(?:team|tech|n[úu]cleo|observat[óo]rio|observatoire|laborat[óo]rio|secretar[ií]at?a?|programa|grupo|groupe|gruppo|pastoral|c[áa]ritas|office|organi[sz]|association|verein|foundation|stiftung|fund|universit|institut|network|netzwerk|group|gruppe|committee|council|union|federation|club|events?|e\.\s?v\.|ngo|conference|meetup|calendar|webinar|centre|center|project|school|library|museum|academy|society|community|press|media|radio|ministry|department|agency|church|collective|coalition|alliance|initiative|trust|movement|forum|campaign|caravan|asociaci[óo]n|fundaci[óo]n|funda[çc][ãa]o|associa[çc][ãa]o|associazione|fondazione|fondation|colectiv[oa]|coletivo|collecti[fv]o?|collettivo|coordinadora|alianza|alian[çc]a|ministerio|minist[èe]re|comit[éeê]|instituto|centro|maison|casa|plataforma|movimiento|movimento|mouvement|sindicato|syndicat|sindacato|b[üu]ndnis|initiativ|arbeitskreis|kreis|amt|bibliothek|bücherei|gemeinde|referat|rat|stichting|vereniging|forening|f[öo]rening|fundacja|stowarzyszenie|derne[ğg]i|vakf[ıi]|yayasan|inc\b|ltd|gmbh|llc|cic|a\.\s?c\.|a\.s\.b\.l|asbl|aisbl|s\.?a\.?\b|community|software|lab|labs)|фонд|центр|организаци|общество|союз|комитет|جمعية|منظمة|مؤسسة|مركز|[&@|0-9]|^\p{Lu}{2,}$/iu

/** Who only sent the invitation. */
const platforms =
  /^(?:(?:cisco )?webex(?: (?:meetings|events))?|zoom(?: (?:meetings?|events))?|(?:microsoft )?teams|google calendar|outlook|eventbrite|meetup|calendly|gotomeeting|gotowebinar|facebook|luma|lu\.ma|doodle|calendar|none|null|n\/?a)$/i

/** CN is the name of an organisation or of a person; an address alone is nobody's name, and private. */
function addOrganiser(finding: Finding, property: Property | undefined): void {
  const cn = property?.params.cn
  const name = nameIn(cn)
  if (!property || !name || /@|^(?:unknown|noreply|no-reply|organizer)/i.test(name) || platforms.test(name))
    return
  const isPerson = toldPerson(property.params.cutype) ?? readsAsPerson(name, property.value)
  if (isPerson) finding.people = [{ name: personName(name), role: 'organiser' }]
  else finding.organisations = [{ name }]
}

/** RFC 5545, section 3.2.3. A person is what every program writes that does not ask; a group is told with intent. */
function toldPerson(type: string | undefined): false | undefined {
  return /^(?:GROUP|ROOM|RESOURCE)$/i.test(type ?? '') ? false : undefined
}

/** Who speaks, performs or supports it, where a calendar tells it apart (RFC 9073, section 7.1). */
function addParticipants(finding: Finding, participants: CalendarEvent['participants']): void {
  for (const one of participants) {
    const name = oneLine(plainText(textOf(one.get('NAME')?.[0])))?.slice(0, 200)
    const type = one.get('PARTICIPANT-TYPE')?.[0]?.value.trim().toUpperCase()
    if (!name) continue
    if (type === 'SPEAKER' || type === 'PERFORMER')
      finding.people = [...(finding.people ?? []), { name: personName(name), role: type.toLowerCase() }]
    else if (type === 'SPONSOR') finding.organisations = [...(finding.organisations ?? []), { name }]
  }
}

/** Some plugins write it as in an address: `Migrant%20Alliance`. */
function nameIn(cn: string | undefined): string | undefined {
  const told = cn?.includes('\\') ? cn.replace(/\\(.)/g, '$1') : cn
  if (!told || /\s/.test(told) || !/%[0-9a-f]{2}/i.test(told)) return told?.trim()
  try {
    return decodeURIComponent(told).trim()
  } catch {
    return told
  }
}

const particle = /^(?:de|van|von|der|da|al|el|bin|la)$/i

function readsAsPerson(name: string, address: string): boolean {
  const words = name.replace(/ ?\([^()]*\)$/, '').split(/[\s,]+/)
  if (words.length < 2 || words.length > 4) return false
  if (!words.every(word => /^\p{Lu}/u.test(word) || particle.test(word))) return false
  const [, box = '', host = ''] = /mailto:([^@\s]+)@([\w.-]+)/i.exec(address) ?? []
  return (
    !/^(?:info|contact|events?|office|webinars?|hello|noreply|no-reply|mail|team|admin)\b/i.test(box) &&
    !/group\.calendar\.google\.com$/i.test(host) &&
    !organisationWords.test(withoutOffice(name))
  )
}

/** An address book says of which office somebody is: “Müller, Anna (Stiftung)”. */
function withoutOffice(name: string): string {
  return /^[^,()]+, [^,()]+ \([^()]*\)$/.test(name) ? name.slice(0, name.lastIndexOf('(')).trim() : name
}

function tagsOf(properties: Property[]): string[] {
  if (properties.length === 0) return []
  const tags = new Set<string>()
  for (const property of properties) {
    for (const told of listOf(property)) {
      let tag = knownTags.get(told)
      if (tag === undefined) {
        tag = tagOf(told)
        if (knownTags.size >= 2000) knownTags.clear()
        knownTags.set(told, tag)
      }
      if (tag !== '') tags.add(tag)
    }
  }
  return [...tags].slice(0, 50)
}

/** The same few stand in a calendar again and again. */
const knownTags = new Map<string, string>()

function tagOf(told: string): string {
  const tag = oneLine(plainText(told)) ?? ''
  return /^https?:|#event$/i.test(tag) || tag.length > 100 ? '' : tag
}

function provenance(finding: Finding, hasTitle: boolean): Record<string, Provenance> {
  const from: Record<string, Provenance> = {}
  for (const field of Object.keys(finding)) if (field !== 'kind') from[field] = 'calendar'
  if (!hasTitle) from.title = 'text'
  return from
}
