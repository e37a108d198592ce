import { countriesNamed, languagesNamed } from '../tongues/language-names.ts'
import { isOfMany, kindBits } from '../tongues/meaning.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import type { Traits } from '../traits.ts'
import { common } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import { isOneWord } from '../words/one-word.ts'
import { toldWords } from '../words/told-words.ts'
import { isBare } from './bare-title.ts'
import { areOneTitle, isFilledInOtherwise, likenessOf } from './likeness.ts'
import { formOf } from './title-form.ts'

/** How much two titles are alike (each level includes those before it), and what tells them apart. */
export type Titles = {
  levels: string[]
  faults: string[]
  /** Nothing in common, in two tongues: that says nothing. */
  isForeign: boolean
}

export function titlesOf(its: Traits, others: Traits): Titles {
  const { title: a } = its
  const { title: b } = others
  const { short, long, apartShort, shared } = likenessOf(a, b)
  const [levels, faults]: [string[], string[]] = [[], []]
  const add = (level: string, is: boolean) => is && levels.push(level)
  const rare = shared >= 0.9 && short >= 0.4 ? Math.min(rareOf(a, b), rareOf(b, a)) : 0
  const isFilled = short >= 0.25 && !areOfTwoTongues(its, others) && isFilledInOtherwise(its, others)
  if (isFilled) {
    faults.push(`is filled in otherwise beside ${rare === 0 ? 'themes' : rare === 1 ? 'a name' : 'names'}`)
  }
  const isSame = areOneTitle(a, b)
  add('some', shared >= 0.9 && short >= 0.4)
  add('much', shared >= 0.9 && short >= 0.6)
  add('much and rich', shared >= 1.9 && short >= 0.6)
  add('within', short >= 0.85)
  add('within and rich', short >= 0.85 && shared >= 1.9)
  add('within and richer', short >= 0.85 && shared >= 2.9)
  add('nearly same', long >= 0.75)
  add('same', isSame)
  add('same and rich', isSame && shared >= 2.5)
  add('rare', rare >= 1)
  add('rarer', rare >= 2)
  if (shared >= 0.9 && short >= 0.4 && rare === 0 && shared < 2) faults.push('is of themes')
  if (apartShort >= 0.9 && short >= 0.4) faults.push('has other words')
  if (isSame && shared < 2.5) faults.push('is of few words')
  const isForeign = short < 0.4 && areOfTwoTongues(its, others)
  const isLittle = short < 0.4 && (isBare(a) || isBare(b))
  if (isLittle) faults.push('says little')
  else if (short < 0.4 && !isForeign) {
    faults.push('unlike')
    if (a.tongue !== null && a.tongue === b.tongue) faults.push('unlike in one tongue')
  }
  return { levels, faults, isForeign }
}

/** What tells two titles apart however much they are alike: numbers, labels, remarks, languages, kinds of events. */
export function titleFaults(its: Traits, others: Traits, isForeign = false): string[] {
  const faults = faultsOfForm(its, others)
  if (areApart(languagesNamed(its.title.all), languagesNamed(others.title.all)))
    faults.push('says another language')
  if (areApart(countriesBesideHosts(its, others), countriesBesideHosts(others, its)))
    faults.push('names another country')
  // Between two tongues a word may well mean both.
  if (areOtherKinds(its, others)) faults.push(isForeign ? 'speaks of another kind' : 'says another kind')
  return faults
}

/** Without those that stand in the name of a host: “Survivors lead, with Azadi Kenya”. */
function countriesBesideHosts(
  { title, organisations: own }: Traits,
  { organisations }: Traits,
): readonly string[] {
  const countries = countriesNamed(title.all)
  if (countries.length === 0) return countries
  const held = [...own, ...organisations].flatMap(name => countriesNamed(name.split(' ')))
  return countries.filter(country => !held.includes(country))
}

/** How many words of both stand neither in many titles nor in the lexicon: names, mostly. */
function rareOf(a: Traits['title'], b: Traits['title']): number {
  let rare = 0
  for (const [at, word] of a.words.entries())
    if (
      a.weights[at] === 1 &&
      word.length > 2 &&
      b.words.some(other => isOneWord(word, other)) &&
      !isOfMany(word)
    )
      rare++
  return rare
}

/** The same but for the number: “Workshop 197”, “Workshop 179”. */
export function areNumbered({ title: a }: Traits, { title: b }: Traits): boolean {
  const [its, others] = [a.numbers, b.numbers]
  if (its.length !== others.length || its.every(each => others.includes(each))) return false
  const bare = (all: readonly string[]) =>
    all.filter(word => numberOf(word) === null && word.length > 1).join(' ')
  return bare(a.all) === bare(b.all)
}

function faultsOfForm({ title: a }: Traits, { title: b }: Traits): string[] {
  const [its, others] = [formOf(a), formOf(b)]
  const faults: string[] = []
  if (its.remark !== '' && others.remark !== '' && its.remark !== others.remark)
    if (its.bare.join('') === others.bare.join('')) faults.push('has another remark')
  if (its.label === '' || its.label !== others.label) return faults
  if (
    its.labelled <= 2 &&
    !isLabelTelling(its.label) &&
    isOfOneForm(a.all.slice(its.labelled), b.all.slice(others.labelled))
  )
    faults.push('is of one form')
  return faults
}

/** “Session 1: …”, “Session 2: …”. */
export function areNumberedInLabel({ title: a }: Traits, { title: b }: Traits): boolean {
  const [its, others] = [formOf(a), formOf(b)]
  return its.label !== '' && its.label === others.label && areApart(its.numbers, others.numbers)
}

/** “Teaching Peace: …” names the event itself. */
function isLabelTelling(label: string): boolean {
  return label
    .split(' ')
    .every(word => word.length > 3 && !common.has(word) && kindBits({ all: [word], folded: word }) === 0)
}

/** “Workshop: …” and “Workshop: …”, “Main stage: …” and “Second stage: …”: nothing in common behind the colon. */
function isOfOneForm(rest: readonly string[], other: readonly string[]): boolean {
  return !rest.some(word => word.length > 3 && other.some(each => isOneWord(word, each)))
}

function areOtherKinds({ title: a }: Traits, { title: b }: Traits): boolean {
  const [its, others] = [kindBits(a), kindBits(b)]
  return its !== 0 && others !== 0 && (its & others) === 0
}

const nothing: ReadonlySet<string> = new Set()

/** How much of what the title of one says stands in what is told of the other, or in its address. */
export function toldOf(a: Traits, b: Traits): 'all' | 'much' | null {
  const [one, other] = [toldIn(a, b), toldIn(b, a)]
  return one === 'all' || other === 'all' ? 'all' : (one ?? other)
}

function toldIn({ title }: Traits, by: Traits): 'all' | 'much' | null {
  const { summaryWords } = by
  const spelt = title.telling.some(word => by.links.some(({ url }) => url.includes(word)))
    ? toldWords(by).spelt
    : nothing
  if (summaryWords.size === 0 && spelt.size === 0) return null
  let [told, all] = [0, 0]
  for (const [at, word] of title.words.entries()) {
    all += title.weights[at]!
    if (summaryWords.has(word) || spelt.has(word) || by.title.words.includes(word)) told += title.weights[at]!
  }
  if (told < 1.9) return null
  return told >= 0.8 * all ? 'all' : told >= 0.5 * all ? 'much' : null
}

/** Both tell, and nothing in common. */
export function areApart(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some(each => other.includes(each))
}
