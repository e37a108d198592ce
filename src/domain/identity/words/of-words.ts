import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'

/** What is told of both wherever it stands; each number includes those before it. */
export function addWords(said: string[], { both, about }: Facts): void {
  for (const count of counts) {
    if (Number(count) <= both.words)
      said.push(of`+ words in both ${count}`, of`+ words in both ${count}, ${about}`)
    if (Number(count) < mostCounted && Number(count) <= both.names)
      said.push(of`+ names in both ${count}`, of`+ names in both ${count}, ${about}`)
  }
}

const mostCounted = 5
const counts = Array.from({ length: mostCounted }, (_, at) => String(at + 1))
