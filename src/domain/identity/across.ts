import { meaningOf } from './meaning.ts'
import { romanised } from './romanise.ts'
import { heard, type Sounds, soundsOf } from './sound.ts'
import type { Traits } from './traits.ts'

/** What two of two tongues, or scripts, have in common: what their titles speak of, and names that sound alike. */
export type Across = {
  meant: 'much' | 'some' | 'otherwise' | null
  sounds: number
  /** The names of those who hold them mean much the same. */
  bodies: boolean
}

export function acrossOf(a: Traits, b: Traits): Across {
  return {
    meant: meantAlike(a, b),
    sounds: a.title.script === b.title.script ? 0 : heardAlike(a, b),
    bodies: a.organisations.some(one => b.organisations.some(other => isOneBody(one, other))),
  }
}

function meantAlike(a: Traits, b: Traits): Across['meant'] {
  const [one, other] = [meaningOf(a.title), meaningOf(b.title)]
  const its = [...one.themes, ...one.kinds]
  const themes = [...one.themes].filter(each => other.themes.has(each)).length
  const shared = its.filter(each => other.themes.has(each) || other.kinds.has(each)).length
  const least = Math.min(its.length, other.themes.size + other.kinds.size)
  if (themes >= 2 && shared >= 0.6 * least) return 'much'
  if (shared >= 1 && shared >= 0.6 * least) return 'some'
  return shared === 0 && least >= 2 ? 'otherwise' : null
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

/** “World Bank”, “Banco Mundial”. */
export function isOneBody(one: string, other: string): boolean {
  const [its, others] = [one, other].map(name => meaningOf(bodyOf(name)).themes) as [
    ReadonlySet<number>,
    ReadonlySet<number>,
  ]
  const shared = [...its].filter(each => others.has(each)).length
  return shared >= 2 && shared >= 0.66 * Math.max(its.size, others.size)
}

const bodies = new Map<string, { all: string[]; folded: string }>()

function bodyOf(name: string): { all: string[]; folded: string } {
  let body = bodies.get(name)
  if (!body) {
    if (bodies.size > 5000) bodies.clear()
    const folded = romanised(name)
    body = { all: folded.split(' '), folded }
    bodies.set(name, body)
  }
  return body
}

function heardAlike(a: Traits, b: Traits): number {
  return heard(namesOf(a), namesOf(b))
}

const sounds = new WeakMap<Traits, Sounds>()

function namesOf(traits: Traits): Sounds {
  let own = sounds.get(traits)
  if (!own) {
    own = soundsOf([
      ...new Set([
        ...traits.title.all,
        ...traits.organisations.flatMap(name => name.split(' ')),
        ...traits.venue,
      ]),
    ])
    sounds.set(traits, own)
  }
  return own
}
