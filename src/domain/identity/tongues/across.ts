import { bodiesAlike, isNamed } from '../hosts/body.ts'
import { areOtherDays, isOneDay } from '../hours/named-days.ts'
import type { Traits } from '../traits.ts'
import { isOneWord } from '../words/one-word.ts'
import { wordsKept } from './cognates.ts'
import { countriesNamed } from './language-names.ts'
import { inLatin } from './latin-letters.ts'
import { isOfMany, meaningOf } from './meaning.ts'
import { heard, type Sounds, soundsOf } from './sound.ts'

/** What two of two tongues, or scripts, have in common: what their titles speak of, and names that sound alike. */
export type Across = {
  /** `apart`: nothing alike, but one of both says hardly anything that is known. */
  meant: 'much' | 'some' | 'apart' | 'otherwise' | null
  sounds: number
  /** What is told of the one names a host of the other, or what only its title names. */
  told: boolean
  /** Words of one script that both have, and few others. */
  kept: number
  /** Whether the names of those who hold them are of one body, or each of another (of another country); null where that cannot be told. */
  bodies: 'one' | 'two' | 'abroad' | null
  /** Whether all names of both have words of their own, which are kept in every tongue. */
  areNamed: boolean
  /** One number that is no year stands in both titles. */
  isNumbered: boolean
  /** Whether both titles are for one international day, which says little, or for two. */
  days: 'same' | 'others' | null
}

/** @param isHost the host is known to be one: how its name sounds says nothing more */
export function acrossOf(a: Traits, b: Traits, isHost: boolean): Across {
  return {
    meant: meantAlike(a, b),
    sounds: a.title.script === b.title.script ? 0 : heardAlike(a, b, isHost),
    told: isHeardIn(a, b, isHost) || isHeardIn(b, a, isHost),
    kept: wordsKept(a.title, b.title),
    bodies: bodiesOf(a, b),
    isNumbered: a.title.numbers.some(each => !year.test(each) && b.title.numbers.includes(each)),
    areNamed: a.organisations.every(isNamed) && b.organisations.every(isNamed),
    days: isOneDay(a.title, b.title) ? 'same' : areOtherDays(a.title, b.title) ? 'others' : null,
  }
}

const year = /^(?:19|20)\d\d$/

export function bodiesOf(a: Traits, b: Traits): Across['bodies'] {
  const alike = a.organisations.flatMap(one => b.organisations.map(other => bodiesAlike(one, other)))
  if (alike.includes('one')) return 'one'
  if (alike.length === 0 || !alike.every(each => each === 'two' || each === 'abroad')) return null
  return alike.every(each => each === 'abroad') ? 'abroad' : 'two'
}

function meantAlike(a: Traits, b: Traits): Across['meant'] {
  const [one, other] = [meaningOf(a.title), meaningOf(b.title)]
  const its = [...one.themes, ...one.kinds]
  const themes = [...one.themes].filter(each => other.themes.has(each)).length
  const shared = its.filter(each => other.themes.has(each) || other.kinds.has(each)).length
  const least = Math.min(its.length, other.themes.size + other.kinds.size)
  if (themes >= 2 && shared >= 0.6 * least) return 'much'
  if (shared >= 1 && shared >= 0.6 * least) return 'some'
  return shared > 0 || least === 0 ? null : least >= 2 ? 'otherwise' : 'apart'
}

/** Bits for what it speaks of and how its names sound: two that have none in common need not be looked at. */
export function acrossBits(traits: Traits): number {
  const { kinds, themes } = meaningOf(traits.title)
  let bits = 0
  for (const each of themes) bits |= 1 << (each % 31)
  if (bits === 0) for (const each of kinds) bits |= 1 << (each % 31)
  if (traits.title.script === 'latin') return bits
  // How its names sound is told by nothing but looking.
  return namesOf(traits).runs.length > 0 || namesOf(traits).words.size > 0 ? -1 : bits
}

/** “Тарас Назарук”, “Taras Nazaruk”. */
export function arePeopleHeard(a: Traits, b: Traits): boolean {
  const [its, others] = [a, b].map(({ people }) => soundsOf(people.flatMap(name => name.split(' '))))
  return heard(its!, others!) > 0
}

function heardAlike(a: Traits, b: Traits, isHost: boolean): number {
  return isHost ? heard(namesBesideHost(a), namesBesideHost(b)) : heard(namesOf(a), namesOf(b))
}

/** What stands in the title but in few others: “forum” and “форум” sound alike, and tell nothing. */
function namesIn({ title }: Traits): readonly string[] {
  return title.all.filter(word => !isOfMany(word))
}

const besideHost = new WeakMap<Traits, Sounds>()

function namesBesideHost(traits: Traits): Sounds {
  let own = besideHost.get(traits)
  if (!own) besideHost.set(traits, (own = soundsOf([...new Set([...namesIn(traits), ...traits.venue])])))
  return own
}

/** “with Bir Duino Kyrgyzstan” is told of the one, and “Бир Дуйно Кыргызстан” holds the other. */
function isHeardIn(a: Traits, b: Traits, isHost: boolean): boolean {
  if (b.summary === '') return false
  const told = [...lettersOf(b)]
  const isHeard = (words: readonly string[]) =>
    words.some(word => {
      if (word.length < 4 || isOfMany(word) || countriesNamed([word]).length > 0) return false
      const own = inLatin(word)
      return own.length >= 5 && told.some(each => isOneWord(own, each))
    })
  if (a.title.script !== b.title.script && isHeard(a.title.all)) return true
  return !isHost && a.organisations.some(name => !isLatinAlike(name, b.summary) && isHeard(name.split(' ')))
}

function isLatinAlike(one: string, other: string): boolean {
  return /[a-z]/.test(one) === /[a-z]/.test(other)
}

function lettersOf(traits: Traits): ReadonlySet<string> {
  let own = ofSummary.get(traits)
  if (!own) {
    own = new Set([...traits.summaryWords].map(inLatin).filter(word => word.length >= 5))
    ofSummary.set(traits, own)
  }
  return own
}

const ofSummary = new WeakMap<Traits, ReadonlySet<string>>()

const sounds = new WeakMap<Traits, Sounds>()

function namesOf(traits: Traits): Sounds {
  let own = sounds.get(traits)
  if (!own) {
    own = soundsOf([
      ...new Set([
        ...namesIn(traits),
        ...traits.organisations.flatMap(name => name.split(' ')),
        ...traits.venue,
      ]),
    ])
    sounds.set(traits, own)
  }
  return own
}
