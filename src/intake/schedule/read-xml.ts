import { SaxesParser } from 'saxes'
import type { InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import { zonesOfPlaceName } from '../../time/places.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { IntakeOptions } from '../intake.ts'
import { personName } from '../person-name.ts'
import { readTextInPieces } from '../read-text.ts'
import { findingOfTalk, type Talk } from './talk.ts'
import type { ScheduleOf } from './talk-time.ts'

/**
 * frab, pentabarf, wafer and pretalx XML, piece by piece: only one event is held at a time. Document types with
 * entities are refused, whatever they define.
 */
export function* readXml(bytes: Uint8Array, options: IntakeOptions): Generator<InspectLine> {
  const reader = new XmlReader(options)
  for (const piece of readTextInPieces(bytes)) {
    reader.write(piece)
    yield* reader.take()
    if (reader.done) return
  }
  reader.end()
  yield* reader.take()
}

const deepest = 60
const longestText = 60_000

class XmlReader {
  done = false
  #lines: InspectLine[] = []
  #parser = new SaxesParser()
  #path: string[] = []
  #text = ''
  #root = ''
  #day = ''
  #room = ''
  #head: Record<string, string> = {}
  #schedule: ScheduleOf
  #headGiven = false
  #talk: (Talk & { at: number }) | null = null
  #attributes: Record<string, string> = {}
  #talks = 0
  #broken: string | null = null

  constructor(options: IntakeOptions) {
    this.#schedule = { dayChange: '04:00', fallback: options.zone, base: options.url }
    this.#parser.on('doctype', text => {
      if (/<!ENTITY/i.test(text))
        this.#stop(
          'entities-refused',
          'The file defines entities of its own, which are not expanded; it was not read.',
        )
    })
    this.#parser.on('opentag', tag => this.#open(tag.name, tag.attributes as Record<string, string>))
    this.#parser.on('text', text => this.#append(text))
    this.#parser.on('cdata', text => this.#append(text))
    this.#parser.on('closetag', tag => this.#close(tag.name))
    this.#parser.on('error', () => {
      this.#broken ??= `line ${this.#parser.line}`
    })
  }

  write(piece: string): void {
    if (!this.done) this.#parser.write(piece)
  }

  end(): void {
    try {
      this.#parser.close()
    } catch {
      this.#broken ??= `line ${this.#parser.line}`
    }
    if (this.done) return
    if (this.#root === '') this.#stop('not-a-schedule', 'This is neither XML nor JSON of a schedule.')
    else if (this.#broken)
      this.#problem('xml-broken', 'The XML is broken; what could be read is shown.', this.#broken)
    if (this.#talks === 0 && !this.done) this.#problem('no-events', 'This schedule holds no events.')
  }

  take(): InspectLine[] {
    return this.#lines.splice(0)
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (this.done) return
    if (this.#root === '') {
      this.#root = name
      if (!/^(?:schedule|conference|iCalendar-schedule)$/i.test(name)) {
        this.#stop(
          'not-a-schedule',
          `this is XML of another kind: its outermost element is <${name.slice(0, 60)}>`,
        )
        return
      }
    }
    if (this.#path.length >= deepest) {
      this.#stop(
        'too-deep',
        `elements lie inside each other more than ${deepest} deep`,
        `line ${this.#parser.line}`,
      )
      return
    }
    this.#path.push(name)
    this.#text = ''
    this.#attributes = attributes
    if (name === 'day') {
      this.#giveHead()
      this.#day = attributes.date ?? ''
    } else if (name === 'room' && !this.#talk && attributes.name !== undefined) {
      this.#room = attributes.name
    } else if (name === 'event') {
      this.#giveHead()
      this.#talk = {
        at: this.#parser.line,
        people: [],
        links: [],
        day: this.#day,
        room: this.#room,
        uid: attributes.guid ?? attributes.code ?? attributes.id,
      }
    } else if (this.#talk && (name === 'link' || name === 'attachment')) {
      const url = attributes.href ?? attributes.url
      if (url) this.#talk.links.push({ url, attachment: name === 'attachment' })
    }
  }

  #append(text: string): void {
    if (this.#text.length < longestText) this.#text += text.slice(0, longestText)
  }

  #close(name: string): void {
    if (this.done) return
    this.#path.pop()
    const text = this.#text.trim()
    this.#text = ''
    if (name === 'event' && this.#talk) {
      this.#talks++
      if (this.#talk.title || this.#talk.date || this.#talk.start) {
        this.#lines.push({ finding: findingOfTalk(this.#talk, this.#schedule) })
      } else {
        this.#problem(
          'event-empty',
          'This event tells neither a title nor a time; it was left out.',
          `line ${this.#talk.at}`,
        )
      }
      this.#talk = null
    } else if (this.#talk) {
      if (text !== '') this.#tell(this.#talk, name, text)
    } else if (this.#path.at(-1) === 'conference' && text !== '') {
      this.#head[name] ??= text
    }
  }

  #tell(talk: Talk, name: string, text: string): void {
    if (name === 'person') talk.people.push({ name: personName(text.slice(0, 300)), role: 'speaker' })
    else if (name === 'moderator')
      talk.people.push({ name: personName(text.slice(0, 300)), role: 'moderator' })
    else if (name === 'optout') talk.unrecorded = /^(?:true|1|yes)$/i.test(text)
    else if (name === 'link' || name === 'attachment') {
      const last = talk.links.at(-1)
      if (last && (this.#attributes.href ?? this.#attributes.url) === last.url) last.title ??= text
      else if (/^https?:/i.test(text)) talk.links.push({ url: text, attachment: name === 'attachment' })
    } else if (name === 'video_download_url') talk.links.push({ url: text, title: 'Video recording' })
    else if (name === 'conf_url') talk.url ??= text
    else if (name === 'full_conf_url') talk.url = text
    else if (name === 'state' || name === 'status') talk.cancelled = /^cancell?ed$/i.test(text)
    else if (name === 'logo') talk.image = text
    else if (isField(name)) talk[name] = text
  }

  #giveHead(): void {
    if (this.#headGiven) return
    this.#headGiven = true
    const head = this.#head
    const zone = head.time_zone_name ? canonicalZone(head.time_zone_name) : null
    this.#schedule.title = head.title
    // Older programs tell no zone, but where one meets.
    const ofCity = head.city && !head.time_zone_name ? zonesOfPlaceName(head.city) : []
    if (zone) this.#schedule.zone = zone
    else if (ofCity.length === 1) this.#schedule.zone = ofCity[0]
    if (head.day_change && /^\d\d?:\d\d/.test(head.day_change))
      this.#schedule.dayChange = head.day_change.slice(0, 5)
    const base = head.base_url ?? head.url
    if (base && /^https?:/i.test(base)) this.#schedule.base = base
    const programme: ProgrammeHead = {
      ...(head.title ? { title: head.title } : {}),
      ...(head.subtitle ? { text: head.subtitle } : {}),
      ...(this.#schedule.base ? { url: this.#schedule.base } : {}),
      ...(zone ? { timeZone: zone } : {}),
    }
    if (Object.keys(programme).length) this.#lines.push({ programme })
    if (head.time_zone_name && !zone) {
      const words = head.time_zone_name.slice(0, 60)
      const says = `“${words}” is no time zone that is known.`
      this.#lines.push({ problem: { code: 'zone-unknown', says, values: { words }, note: true } })
    }
  }

  #problem(code: ProblemCode, says: string, where?: string): void {
    this.#lines.push({ problem: { code, says, ...(where ? { where } : {}) } })
  }

  #stop(code: ProblemCode, says: string, where?: string): void {
    this.#problem(code, says, where)
    this.done = true
  }
}

const fields = [
  'date',
  'start',
  'end',
  'duration',
  'room',
  'title',
  'subtitle',
  'abstract',
  'description',
  'track',
  'language',
  'url',
] as const
type Field = (typeof fields)[number]
function isField(name: string): name is Field {
  return (fields as readonly string[]).includes(name)
}
