import type { Finding, FoundOrganisation, FoundPlace } from '../../domain/finding.ts'
import { isOnline } from '../online-words.ts'
import { looksLikeName, organisationsAfterBy } from '../post/parties/parties.ts'
import { labelOf } from '../post/words/label-words.ts'
import { isPlaceless, saysOnline } from './place.ts'
import { peopleBelow } from './speakers-below.ts'
import type { Line, VisibleText } from './visible-text.ts'

export type LabelledWords = Pick<Finding, 'place' | 'attendance' | 'organisations' | 'people'>

/** What labels in the text tell: "Where: …", "Organisers: …", "Speakers: …"; a label may stand on the line before. */
export function labelledWords({ lines }: VisibleText): LabelledWords {
  const told: LabelledWords = {}
  for (const [at, line] of lines.slice(0, 120).entries()) {
    const text = line.text.replace(beforeSpace, '$1：')
    const label = labelOf(text) ?? (line.text.length <= 30 ? labelOf(`${line.text}:`) : null)
    if (!label && line.text.startsWith('📍 ')) tellPlace(told, line.text.slice(3), lines[at + 1])
    if (!label) continue
    const value = line.text.slice(label.length).trim() || (lines[at + 1]?.text ?? '')
    if (value === '' || value.length > 300) continue
    const isBelow = line.text.slice(label.length).trim() === ''
    if (label.key === 'where') tellPlace(told, value, lines[at + (isBelow ? 2 : 1)])
    if (label.key === 'organisers') {
      told.organisations ??= organisationsIn(value)
      // LibCal names a person there; elsewhere two words with capitals are a group more often.
      if (/^event organi[sz]er$/i.test(label.word))
        addPeople(told, namesIn(value).filter(looksLikeName), 'organizer')
    }
    if (label.key === 'speakers') {
      const names = isBelow ? peopleBelow(lines, at) : namesIn(value).filter(isName)
      addPeople(told, names, moderates.test(label.word) ? 'moderator' : 'speaker')
    }
  }
  told.organisations ??= hostsNamed(lines.slice(0, 60).map(line => line.text))
  if (!told.organisations?.length) delete told.organisations
  return told
}

function addPeople(told: LabelledWords, names: string[], role: string): void {
  const known = told.people ?? []
  const more = names.filter(name => known.every(one => one.name !== name)).map(name => ({ name, role }))
  if (more.length) told.people = [...known, ...more].slice(0, 40)
}

/** Where words are written without spaces, one of them parts a label from what it tells. */
const beforeSpace = /^((?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}){2,6})\s+(?=[^\s:：|–—-])/u

/** Beside a label for people, two to five signs of Chinese or Korean are a name, or words of a script without capitals. */
function isName(name: string): boolean {
  return (
    looksLikeName(name) ||
    /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・ ]{3,10})$/u.test(
      name,
    ) ||
    (/^\p{Lo}[\p{Lo}\p{M}.’']+(?: \p{Lo}[\p{Lo}\p{M}.’']+){1,2}$/u.test(name) && !ofGroups.test(name))
  )
}

/** Words between other words: "experts from the region" and no name. */
const ofGroups =
  /(?:^| )(?:من|في|على|عن|مع|إلى|از|در|با|של|עם|מן|के|की|का|से|और|এর|ও)(?= )|^(?:خبراء|ممثل|ممثلو|أعضاء|كارشناسان|کارشناسان|נציגי|מומחי|विशेषज्ञ)/u

const moderates = /^(?:moder|modér|mediação|facilitat)/iu

const virtual =
  /\b(?:online|zoom|virtual\w*|webex|teams|youtube|facebook live|google meet|jitsi|livestream)\b|en línea|en ligne|عبر الإنترنت|线上|онлайн/iu

/** "…, and online", "und per Zoom": behind a place, not instead of it. */
const andOnline =
  /[\s,;]*(?:\b(?:and|or|und|oder|sowie|et|ou|y|o|e)|\+|&|\/)\s+(?:(?:also|auch|également|también|via|per|par|por|sur|on|en|by)\s+)*(?:online|zoom|virtual\w*|webex|teams|en ligne|(?:en )?visioconférence|(?:en )?visio|en línea|live-?stream|youtube|facebook)\b.*$/iu

/** "، وعبر الإنترنت", "а также онлайн", "及线上": the same in other scripts. */
const andOnlineElsewhere =
  /[\s,;،、（(]*(?:و\s?(?:عبر|على) الإنترنت|و\s?افتراضي[اًة]*|(?:а также|и|та|і) (?:онлайн|дистанционно)|και (?:διαδικτυακά|online)|ו(?:ב|גם ב)?(?:זום|מקוון|אונליין)|و (?:آنلاین|مجازی)|(?:及|和|与|與|＋|\+|・|と|同步|同时|同時)\s?(?:线上|線上|在线|オンライン|腾讯会议|騰訊會議|直播|[Zz]oom)|및 온라인|और ऑनलाइन|และออนไลน์|và trực tuyến|dan daring|na mtandaoni).*$/u

function tellPlace(told: LabelledWords, value: string, next: Line | undefined): void {
  const isVirtual = virtual.test(value) || isOnline(value)
  const place = value
    .replace(/(?<=\p{L}{3})\.\s+\p{Lu}.*$/u, '')
    .replace(andOnline, '')
    .replace(andOnlineElsewhere, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s*[-–(|]?\s*(?:directions|map|view map|google maps?|\+ google map|anfahrt|karte)\W*$/iu, '')
    .trim()
  if (isPlaceless(place)) return
  if (isVirtual && (saysOnline(place) || isOnline(place) || place.length < 60)) {
    const isMixed = andOnline.test(value) || andOnlineElsewhere.test(value) || /\bhybrid/i.test(value)
    told.attendance ??= isMixed ? 'mixed' : 'online'
    if (isMixed && !saysOnline(place) && place.length > 2) told.place ??= { name: place }
  } else if (place.length > 2 && !told.place) {
    told.place = placeOf(place, next)
    told.attendance ??= isVirtual ? 'mixed' : 'offline'
  }
}

/** The street and the town stand behind a bar, or on the line below the name of the house. */
function placeOf(words: string, next: Line | undefined): FoundPlace {
  const [name = words, ...rest] = words.split(/\s+[/|]\s+/)
  if (rest.length === 1 && name.length > 2) return { name, address: rest[0]! }
  const below = next?.level === 0 && next.links.length === 0 ? next.text : ''
  const isAddress = below.length < 120 && street.test(below) && !labelOf(below)
  return { name: words, ...(isAddress && { address: below }) }
}

/** A number of a house or of a post office, and a comma: "Rue de la Loi 170, Brussels". */
const street = /^(?=.*\p{L}{3})(?=.*\p{Nd})(?!.*\p{Nd}[:.h]\p{Nd}{2}(?!\p{Nd}))[^:：?!@]*,[^:：?!@]*$/u

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
    .split(/\s*[,;/•|\n、，；،؛]\s*|\s+(?:and|und|et|y|e)\s+(?:the\s+|der\s+|die\s+)?(?=\p{Lu})/u)
    .map(name => name.replace(/^[\s–—-]+|[\s.–—-]+$/g, '').trim())
    .filter(name => name.length > 1 && name.length < 100 && /^(?:\p{Lu}|\p{Lo}|\p{Ll}+\p{Lu})/u.test(name))
    .slice(0, 20)
}
