import type { Problem } from '../../domain/finding.ts'
import type { Reading } from '../../domain/reading.ts'
import { isolated } from '../ui/entry-words.ts'
import { isKey, type Say } from '../words.ts'

/** What happened to a reading, in the language of the page: the message `why.…` of the problem’s code. */
export function sayProblem(say: Say, { code, says }: Problem, { url, input, form }: Reading): string {
  const key = `why.${code}`
  if (!isKey(key)) return says
  return say(key, { site: form === 'address' ? isolated(siteOf(url ?? input)) : '' })
}

function siteOf(address: string): string {
  return URL.parse(address)?.host ?? address.slice(0, 60)
}
