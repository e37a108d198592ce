import type { Finding, FoundOrganisation } from '../../domain/finding.ts'
import { looksLikeName, organisationsAfterBy } from '../post/parties/parties.ts'
import { labelOf } from '../post/words/label-words.ts'
import { saysOnline } from './place.ts'
import type { VisibleText } from './visible-text.ts'

export type LabelledWords = Pick<Finding, 'place' | 'attendance' | 'organisations' | 'people'>

/** What labels in the text tell: "Where: …", "Organisers: …", "Speakers: …"; a label may stand on the line before. */
export function labelledWords({ lines }: VisibleText): LabelledWords {
  const told: LabelledWords = {}
  for (const [at, line] of lines.slice(0, 120).entries()) {
    const label = labelOf(line.text) ?? (line.text.length <= 30 ? labelOf(`${line.text}:`) : null)
    if (!label) continue
    const value = line.text.slice(label.length).trim() || (lines[at + 1]?.text ?? '')
    if (value === '' || value.length > 300) continue
    if (label.key === 'where') tellPlace(told, value)
    if (label.key === 'organisers') told.organisations ??= organisationsIn(value)
    if (label.key === 'speakers') {
      const people = namesIn(value).filter(looksLikeName)
      if (people.length) told.people ??= people.map(name => ({ name, role: 'speaker' }))
    }
  }
  told.organisations ??= hostsNamed(lines.slice(0, 60).map(line => line.text))
  if (!told.organisations?.length) delete told.organisations
  return told
}

const virtual =
  /\b(?:online|zoom|virtual\w*|webex|teams|youtube|facebook live|google meet|jitsi|livestream)\b|en línea|en ligne|عبر الإنترنت|线上|онлайн/iu

/** "…, and online", "und per Zoom": behind a place, not instead of it. */
const andOnline =
  /[\s,;]*(?:\b(?:and|or|und|oder|sowie|et|ou|y|o|e)|\+|&|\/)\s+(?:(?:also|auch|également|también|via|per|par|por|sur|on|en|by)\s+)*(?:online|zoom|virtual\w*|webex|teams|en ligne|(?:en )?visioconférence|(?:en )?visio|en línea|live-?stream|youtube|facebook)\b.*$/iu

function tellPlace(told: LabelledWords, value: string): void {
  const isVirtual = virtual.test(value)
  const place = value
    .replace(andOnline, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s*[-–(|]?\s*(?:directions|map|view map|google maps?|\+ google map|anfahrt|karte)\W*$/iu, '')
    .trim()
  if (isVirtual && (saysOnline(place) || place.length < 60)) {
    const isMixed = andOnline.test(value) || /\bhybrid/i.test(value)
    told.attendance ??= isMixed ? 'mixed' : 'online'
    if (isMixed && !saysOnline(place) && place.length > 2) told.place ??= { name: place }
  } else if (place.length > 2 && !told.place) {
    told.place = { name: place }
    told.attendance ??= isVirtual ? 'mixed' : 'offline'
  }
}

/** "Organised by Example and the Sample University". */
function hostsNamed(lines: string[]): FoundOrganisation[] | undefined {
  for (const line of lines) {
    const names = organisationsAfterBy(line).filter(name => name.length > 2)
    if (names.length) return names.slice(0, 10).map(name => ({ name }))
  }
  return undefined
}

function organisationsIn(value: string): FoundOrganisation[] {
  return namesIn(value)
    .filter(name => !looksLikeName(name))
    .map(name => ({ name }))
}

function namesIn(value: string): string[] {
  return value
    .split(/\s*[,;/•|\n]\s*|\s+(?:and|und|et|y|e)\s+(?:the\s+|der\s+|die\s+)?(?=\p{Lu})/u)
    .map(name => name.replace(/^[\s–—-]+|[\s.–—-]+$/g, '').trim())
    .filter(name => name.length > 1 && name.length < 100 && /^(?:\p{Lu}|\p{Lo}|\p{Ll}+\p{Lu})/u.test(name))
    .slice(0, 20)
}
