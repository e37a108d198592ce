import { isFilledInOtherwise, likenessOf } from './likeness.ts'
import type { Traits } from './traits.ts'

/** How much two titles are alike (each level includes those before it), and what tells them apart. */
export type Titles = {
  levels: string[]
  faults: string[]
  /** Nothing in common, in two tongues: that says nothing. */
  isForeign: boolean
}

export function titlesOf({ title: a }: Traits, { title: b }: Traits): Titles {
  const { short, long, apartShort, shared } = likenessOf(a, b)
  const [levels, faults]: [string[], string[]] = [[], []]
  const add = (level: string, is: boolean) => is && levels.push(level)
  if (short >= 0.25 && isFilledInOtherwise(a, b)) faults.push('is filled in otherwise')
  else {
    const isSame = a.folded === b.folded
    add('some', shared >= 0.9 && short >= 0.4)
    add('much', shared >= 0.9 && short >= 0.6)
    add('much and rich', shared >= 1.9 && short >= 0.6)
    add('within', short >= 0.85)
    add('within and rich', short >= 0.85 && shared >= 1.9)
    add('within and richer', short >= 0.85 && shared >= 2.9)
    add('nearly same', long >= 0.75)
    add('same', isSame)
    add('same and rich', isSame && shared >= 2.5)
    if (apartShort >= 0.9 && short >= 0.4) faults.push('has other words')
  }
  const isForeign = short < 0.4 && areOfTwoTongues(a, b)
  if (short < 0.4 && !isForeign) {
    faults.push('unlike')
    if (a.tongue !== null && a.tongue === b.tongue) faults.push('unlike in one tongue')
  }
  return { levels, faults, isForeign }
}

export function areOfTwoTongues(a: Traits['title'], b: Traits['title']): boolean {
  return a.script !== b.script || (a.tongue !== null && b.tongue !== null && a.tongue !== b.tongue)
}

/** Whether what the title of one says stands in what is told of the other. */
export function isTitleTold(a: Traits, b: Traits): boolean {
  return isToldIn(a, b) || isToldIn(b, a)
}

function isToldIn({ title }: Traits, { summaryWords }: Traits): boolean {
  if (summaryWords.size === 0) return false
  let [told, all] = [0, 0]
  for (const [at, word] of title.words.entries()) {
    all += title.weights[at]!
    if (summaryWords.has(word)) told += title.weights[at]!
  }
  return told >= 1.9 && told >= 0.8 * all
}
