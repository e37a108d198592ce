import { clean } from '../../../domain/content.ts'
import type { RecordingTold } from '../../../domain/recording.ts'
import type { FormState, Problem } from './form-state.ts'
import { longestLine, tooLong } from './lengths.ts'
import type { Typed } from './typed.ts'
import { webAddress } from './web-address.ts'

/** What a form says, or why it comes back. */
export type Read<T> = { told: T } | { state: FormState }

/** There with its address, or what else is said of it. */
export function readRecording(typed: Typed): Read<RecordingTold> {
  const state = (['none', 'expected', 'removed', 'unknown'] as const).find(
    each => each === typed.get('state'),
  )
  if (state) return { told: { state } }
  const problems: Problem[] = []
  const title = lineIn(typed, 'title', problems) || null
  const words = clean(typed.get('url') ?? '')
  const url = webAddress(words)
  if (words === '') problems.push({ field: 'url', key: 'form.wrong.address-missing' })
  else if (url === null)
    problems.push({ field: 'url', key: 'form.wrong.address', values: { told: words.slice(0, 80) } })
  if (url === null || problems.length > 0) return { state: stateOf(typed, problems) }
  return { told: { state: 'available', url, title } }
}

export function stateOf(typed: Typed, problems: Problem[]): FormState {
  return { typed, problems, doubts: [], time: null }
}

export function lineIn(typed: Typed, name: string, problems: Problem[]): string {
  const text = clean(typed.get(name) ?? '')
  const [key, values] = tooLong(longestLine)
  if (text.length > longestLine) problems.push({ field: name, key, values })
  return text
}
