import type { Traits } from '../traits.ts'
import { areOneTongue } from './tongue.ts'

export function areOfTwoTongues(a: Traits, b: Traits): boolean {
  if (a.title.script !== b.title.script) return true
  if (
    a.languages.length > 0 &&
    b.languages.length > 0 &&
    !a.languages.some(each => b.languages.some(other => areOneTongue(each, other)))
  )
    return true
  const [one, other] = [spokenBy(a), spokenBy(b)]
  return one !== undefined && other !== undefined && !areOneTongue(one, other)
}

/** Script and tongue; nothing for the tongue where it cannot be told. */
export function tongueKey(traits: Traits): string {
  return `${traits.title.script} ${spokenBy(traits) ?? ''}`
}

/** Whether what has these keys may be of two tongues. */
export function mayBeForeign(one: string, other: string): boolean {
  const [[script, tongue], [another, spoken]] = [one.split(' '), other.split(' ')] as [string[], string[]]
  return script !== another || (tongue !== '' && spoken !== '' && !areOneTongue(tongue!, spoken!))
}

/** What the title is in, as far as it can be told. */
function spokenBy({ title, languages }: Traits): string | undefined {
  return title.tongue ?? languages[0]
}
