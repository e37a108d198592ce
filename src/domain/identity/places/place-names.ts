import { foldName } from '../../fold-name.ts'
import { places } from '../tongues/meanings.ts'
import { romanised } from '../tongues/romanise.ts'

/** A town by one name, whichever its own is in the tongue: `wien`, `vienne` and `vienna` are one. */
export function placeName(word: string): string {
  return names().get(word) ?? word
}

let made: Map<string, string> | undefined

function names(): Map<string, string> {
  if (made) return made
  made = new Map()
  for (const line of places.trim().split('\n')) {
    const [name, said] = line.split(': ') as [string, string]
    for (const each of said.split(' '))
      if (!/[^\p{Script=Latin}-]/u.test(each)) made.set(romanised(foldName(each)), name)
  }
  return made
}
