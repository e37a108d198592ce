import { zonesOfPlaceName } from '../../time/places.ts'
import { oneLine } from '../plain-text.ts'
import { looksLikeName } from '../post/parties/parties.ts'
import { bodyWord } from '../post/words/body-words.ts'
import { isEmptyWord } from './empty-words.ts'
import { rowReader } from './separated-values.ts'

/** Organisations in one cell. Their names have commas and "and" in them, which part only what is sure to be two. */
export function organisationsIn(words: string): string[] {
  return [...new Set(namesIn(words).flatMap(apart))].slice(0, 50)
}

/**
 * People in one cell; commas part them where every part looks like the name of one person. "Ana Lima (ILO)" and
 * "Ana Lima, Union of Seafarers" say where somebody belongs.
 */
export function peopleIn(words: string): { name: string; affiliation?: string }[] {
  return namesIn(words).flatMap(name => {
    const parts = name
      .split(/,(?![^(]*\))|\s(?:and|und|et|y|e|dan|&)\s(?![^(]*\))/)
      .flatMap(part => oneLine(part) ?? [])
    if (parts.every(part => isOnePerson(part.replace(inBrackets, '')))) return parts.map(personOf)
    const [first = '', behind = '', ...more] = parts
    return more.length === 0 && looksLikeName(first) && bodyWord.test(behind)
      ? [{ name: first, affiliation: behind }]
      : [personOf(name)]
  })
}

function personOf(words: string): { name: string; affiliation?: string } {
  const [, affiliation] = inBrackets.exec(words) ?? []
  const name = words.replace(inBrackets, '')
  return affiliation && looksLikeName(name) ? { name, affiliation } : { name: words }
}

const inBrackets = /(?<!\s)\s*\(([^()]{2,80})\)$/

function isOnePerson(name: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*|d[aeiou]|v[ao]n|bin|al)(?:\s\S+){1,4}$/u.test(name) && !bodyWord.test(name)
}

/** No cell of fifty names is longer. */
const longest = 20_000

/** Names between firm signs. Databases write what a cell is linked with in quotes, or with the address of each. */
function namesIn(words: string): string[] {
  const told = words.slice(0, longest).replace(/[^\S\n]+/g, ' ')
  const names = linkedIn(told) ?? quotedIn(told) ?? told.split(/[;|\n•]|\s\/\s/)
  return [...new Set(names.flatMap(name => oneLine(name) ?? []))]
    .filter(name => !isEmptyWord(name))
    .slice(0, 50)
    .map(name => name.slice(0, 300))
}

/** "Caritas (https://notes.example/Caritas-0b1c), Tafel e.V. (https://…)" */
function linkedIn(words: string): string[] | null {
  if (!/\S \(https?:\/\/[^\s()]+\)(?:,|$)/.test(words)) return null
  const names = [...words.matchAll(/(.+?) \(https?:\/\/[^\s()]+\)(?:,\s*|$)/gy)]
  return names.reduce((length, [whole]) => length + whole.length, 0) === words.length
    ? names.map(([, name]) => name!)
    : null
}

/** `"Ministry of Justice, Peru",OHCHR` */
function quotedIn(words: string): string[] | null {
  if (!/^"[^"]+",|,\s*"[^"]+"(?:,|$)/.test(words)) return null
  const row = rowReader(words.replace(/,\s+"/g, ',"'), ',', 10_000)(0)
  return typeof row === 'string' ? null : row.cells
}

function apart(name: string): string[] {
  const parts = name.split(/\s*[,،、]\s*(?:(?:and|und|et|y|e|&)\s+)?|\s+(?:and|und|et|y|e|&)\s+/u)
  if (parts.length < 2 || parts.some(part => part === '')) return [name]
  if (parts.every(isShort)) return parts
  if (parts.some(part => wholes.test(part)) && parts.some(part => unitBehind.test(part))) return [name]
  if (isFundOfAll(parts)) return [name]
  const isList = /[,،、]/u.test(name)
  // "Save the Children & UNICEF", and never "Johnson & Johnson".
  if (!isList)
    return parts.length === 2 && parts.some(isWellKnown) && parts.every(standsAlone) ? parts : [name]
  return parts.every(
    part => isShort(part) || (standsAlone(part) && (bodyWord.test(part) || international.test(part))),
  )
    ? parts
    : [name]
}

/** "AIDS, TB and Malaria Fund": what is named last is for all that is named before it, of which none is a body. */
function isFundOfAll(parts: readonly string[]): boolean {
  const last = parts.at(-1)!
  return (
    /^\S+\s\S+$/.test(last) &&
    forAll.test(last) &&
    parts.slice(0, -1).every(part => isShort(part) && !isWellKnown(part))
  )
}

const forAll =
  /\s(?:fund|trust|project|programme|program|alliance|coalition|network|forum|initiative|partnership|foundation|fonds|fondo|fundo|watch)$/i

/** "FES", "ICMC", "UN Women" */
function isShort(name: string): boolean {
  return (
    /^(?:UN[ -])?\p{Lu}[\p{Lu}\d.-]{1,9}$|^UN (?:Women|DESA|Habitat)$/u.test(name) && !countries.test(name)
  )
}

const countries = /^(?:U\.?S\.?A?\.?|U\.?K\.?|EU|UAE|DRC|D\.?C\.?|LLC|INC|LTD|NGO|CSO|PLC|NY|CA)$/

/** What no other body has in its name. */
function isWellKnown(name: string): boolean {
  return /^(?:UN[A-Z]{2,6}|IOM|ILO|WHO|OHCHR|ICRC|IFRC|ICMC|ITUC|OSCE|OECD|ECOWAS|UN Women)$/.test(name)
}

const international =
  /(?<!\p{L})(?:international|watch|forum|sans frontières|ohne grenzen|sin fronteras|without borders|caritas|oxfam|amnesty|trust|fund|project)(?!\p{L})/iu

/** Not a part of something that is named beside it, nor where it is: "School of Law, Queen Mary University". */
function standsAlone(name: string): boolean {
  return (
    isShort(name) ||
    (/^\p{Lu}/u.test(name) && /\s/.test(name) && !partOf.test(name) && zonesOfPlaceName(name).length === 0)
  )
}

const partOf =
  /^(?:the\s)?(?:school|faculty|department|dept\.?|division|institute?|cent(?:re|er)|office|unit|section|chair|bureau|branch|ministry|secretariat|embassy|consulate|(?:permanent )?mission|committee|commission|working group|network|alliance|council|association|federation|union|coalition|campaign|initiative|programme|program|project|society|group|forum for|fund for|foundation for|academy|college of|facultad|escuela|instituto|centro|oficina|ministerio|embajada|comisión|comité|red|alianza|faculté|école|centre|bureau|ministère|ambassade|réseau|fakultät|institut|zentrum|ministerium|botschaft|lehrstuhl|referat|amt)(?!\p{L})/iu

/** "University of Oxford, Refugee Studies Centre": one of the two is a part of the other. */
const wholes = /universi|college|hochschule|government|gouvernement|gobierno|regierung|ministr|uniwersytet/i
const unitBehind =
  /(?:cent(?:re|er)|institute?|school|faculty|department|clinic|lab|unit|library|museum|group|network|institut|zentrum|fakultät|lehrstuhl)$/i
