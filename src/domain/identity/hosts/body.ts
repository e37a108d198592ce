import { placeName } from '../places/place-names.ts'
import { countriesNamed } from '../tongues/language-names.ts'
import { asCompared, isUnspaced, lexicon } from '../tongues/lexicon.ts'
import { meaningOf } from '../tongues/meaning.ts'
import { romanised } from '../tongues/romanise.ts'
import { heard, type Sounds, soundsOf } from '../tongues/sound.ts'
import { bodies } from './bodies.ts'

/**
 * Whether two names, folded and of whatever tongues, are of one body: “WHO”, “ВОЗ”; “Ministry of Health”, “Ministerio de
 * Salud”. `abroad`: of two countries; `two`: they cannot be one: “UNICEF”, “IOM”; “Ministry of Health”, “Ministère de la Culture”.
 */
export function bodiesAlike(one: string, other: string): 'one' | 'two' | 'abroad' | null {
  const [its, others] = [bodyOf(one), bodyOf(other)]
  if (isApart(its.countries, others.countries)) return 'abroad'
  if (its.known.size > 0 && others.known.size > 0) {
    if (isShared(its.known, others.known)) return 'one'
    // What belongs to the United Nations may call itself that.
    return its.known.has('un') || others.known.has('un') ? null : 'two'
  }
  if (its.known.size > 0 || others.known.size > 0) return null
  const shared = [...its.themes].filter(each => others.themes.has(each)).length
  const most = Math.max(its.themes.size, others.themes.size)
  const isOfOneKind = isShared(its.kinds, others.kinds)
  const isNamedAlike =
    its.names.some(name => others.names.includes(name)) || heard(its.sounds, others.sounds) > 0
  // “Guelph Public Library”, “Hamilton Public Library”: nothing but what many are called.
  const areNamedApart =
    !isNamedAlike && its.names.length > 0 && others.names.length > 0 && its.isLatin === others.isLatin
  if (isOfOneKind && areNamedApart) return 'two'
  if (isApart(its.kinds, others.kinds)) return null
  if (shared >= 2 && shared >= 0.66 * most) return 'one'
  if (isOfOneKind && shared >= 0.5 * most && (isNamedAlike || isShared(its.countries, others.countries)))
    return 'one'
  if (isOfOneKind && !isNamedAlike && isApart(without(its.themes), without(others.themes))) return 'two'
  return null
}

/** “UK Delegation”, “Delegation of Canada”. */
export function areOfTwoCountries(one: string, other: string): boolean {
  return isApart(bodyOf(one).countries, bodyOf(other).countries)
}

/** Whether its name, folded, has words that are nobody else's: these are kept in every tongue. */
export function isNamed(name: string): boolean {
  const { names, kinds, known } = bodyOf(name)
  if (!isUnspaced(name)) return names.length > 0
  // Chinese characters are read otherwise in each tongue.
  return kinds.size + known.size === 0 && !/\p{Script=Han}/u.test(name)
}

type Body = {
  /** What it is, of those that `bodies.ts` names. */
  known: ReadonlySet<string>
  themes: ReadonlySet<number>
  /** That it is a ministry, a university, a town. */
  kinds: ReadonlySet<number>
  countries: ReadonlySet<string>
  /** Words that nobody knows, as written and as they sound. */
  names: string[]
  isLatin: boolean
  sounds: Sounds
}

/** Countries as they are called in a name. */
const briefly = new Map(Object.entries({ uk: 'GB', usa: 'US', uae: 'AE', drc: 'CD', rok: 'KR', prc: 'CN' }))

const made = new Map<string, Body>()

function bodyOf(name: string): Body {
  const known = made.get(name)
  if (known) return known
  const folded = romanised(name)
  const all = folded.split(' ')
  const { themes } = meaningOf({ all, folded })
  const names = all.filter(
    word => word.length > 3 && meaningOf({ all: [word], folded: word }).themes.size === 0,
  )
  const body = {
    known: knownIn(folded, all),
    themes,
    kinds: new Set([...themes].filter(each => kindsOfBodies().has(each))),
    countries: new Set([...countriesNamed(all), ...all.flatMap(word => briefly.get(word) ?? [])]),
    names: names.map(placeName),
    isLatin: /[a-z]/.test(name),
    sounds: soundsOf(names),
  }
  if (made.size > 5000) made.clear()
  made.set(name, body)
  return body
}

function knownIn(folded: string, all: readonly string[]): ReadonlySet<string> {
  const { words, signs } = list()
  // “de l’OMS” is folded to “loms”.
  all = all.map(word => (/^[ld]\w{3}/.test(word) && words.has(word.slice(1)) ? word.slice(1) : word))
  const found = new Map<string, string>()
  // Two letters may be a word: “au” in French.
  for (const [at, word] of all.entries())
    for (const { said, key } of words.get(word) ?? [])
      if ((said.length > 2 || all.length === 1) && ` ${all.slice(at).join(' ')} `.startsWith(` ${said} `))
        found.set(said, key)
  if (isUnspaced(folded)) {
    const text = folded.replaceAll(' ', '')
    for (const [sign, key] of signs) if (text.includes(sign)) found.set(sign, key)
  }
  // “United Nations” in “United Nations Population Fund” is not told of itself.
  const said = [...found.keys()]
  return new Set(
    said
      .filter(each => !said.some(more => more !== each && more.includes(each)))
      .map(each => found.get(each)!),
  )
}

type List = { words: Map<string, { said: string; key: string }[]>; signs: [string, string][] }

let listed: List | undefined

function list(): List {
  if (listed) return listed
  listed = { words: new Map(), signs: [] }
  for (const line of asCompared(bodies).trim().split('\n')) {
    const [key = '', names = ''] = line.split(': ')
    for (const said of names.split('|')) {
      if (isUnspaced(said)) listed.signs.push([said.replaceAll(' ', ''), key])
      else {
        const [first = ''] = said.split(' ')
        listed.words.set(first, [...(listed.words.get(first) ?? []), { said, key }])
      }
    }
  }
  return listed
}

let ofBodies: ReadonlySet<number> | undefined

function kindsOfBodies(): ReadonlySet<number> {
  const { numbers } = lexicon()
  ofBodies ??= new Set(
    `ministry university city library museum archives embassy foundation association institute centre committee
    council union network bank church school parliament government ombudsman commission federation`
      .split(/\s+/)
      .flatMap(kind => numbers.get(kind) ?? []),
  )
  return ofBodies
}

function without(themes: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...themes].filter(each => !kindsOfBodies().has(each)))
}

function isShared<Each>(one: ReadonlySet<Each>, other: ReadonlySet<Each>): boolean {
  return [...one].some(each => other.has(each))
}

function isApart<Each>(one: ReadonlySet<Each>, other: ReadonlySet<Each>): boolean {
  return one.size > 0 && other.size > 0 && !isShared(one, other)
}
