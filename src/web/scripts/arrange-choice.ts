import { dayOf } from '../../time/days.ts'
import { sayDayOf } from '../../time/say-time.ts'
import { rewriteTimes } from './rewrite.ts'
import type { PageState } from './state.ts'

/** Puts the lines of an edition to choose from under the days of the reader's zone. */
export function arrangeChoice(state: PageState): void {
  const list = document.querySelector<HTMLElement>('.choose > ol')
  if (!list) return
  rewriteTimes(list, state)
  const heads = new Map<string, HTMLElement>()
  const days = new Map<string, HTMLElement[]>()
  let told = ''
  let day = ''
  for (const row of list.querySelectorAll<HTMLElement>(':scope > li')) {
    if (row.matches('.day')) {
      told = row.dataset.day ?? ''
      heads.set(told, row)
      continue
    }
    const at = row.querySelector('time')?.dateTime
    // Sessions stay with what they are a part of; what has no hour of its own stays on its day.
    if (!row.matches('.within')) day = at ? dayOf(Date.parse(at), state.zone) : told
    days.set(day, [...(days.get(day) ?? []), row])
  }
  // What is of no day stands last.
  const sorted = [...days.keys()].sort((one, other) => ((one || '~') < (other || '~') ? -1 : 1))
  list.replaceChildren(...sorted.flatMap(day => [heads.get(day) ?? headOf(day, state), ...days.get(day)!]))
}

function headOf(day: string, { words, locale }: PageState): HTMLElement {
  const head = document.createElement('li')
  head.className = 'day'
  head.dataset.day = day
  head.append(Object.assign(document.createElement('h2'), { textContent: sayDayOf(day, words.year, locale) }))
  return head
}
