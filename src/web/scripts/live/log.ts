import type { Tools } from './tools.ts'

/** The log of changes by the days of the reader's own zone, where the page was made in another one. */
export function regroupLog({ state, dayOf, sayDayOf }: Tools): void {
  const log = document.querySelector('[data-log]')
  if (!log) return
  const lines = [...log.querySelectorAll<HTMLElement>('section > ol > li')]
  const sections = [...log.querySelectorAll<HTMLElement>('section')]
  const days = new Set(lines.map(dayIn))
  if (sections.map(({ dataset }) => dataset.day).join() === [...days].join()) {
    const isRight = (line: HTMLElement) => line.closest('section')?.dataset.day === dayIn(line)
    if (lines.every(isRight)) return
  }
  const rest = [...log.childNodes].filter(node => !sections.includes(node as HTMLElement))
  const made = [...days].map(day => {
    const section = document.createElement('section')
    section.dataset.day = day
    const heading = document.createElement('h2')
    heading.textContent = sayDayOf(day, state.words.year, state.locale)
    const list = document.createElement('ol')
    list.append(...lines.filter(line => dayIn(line) === day))
    section.append(heading, list)
    return section
  })
  log.replaceChildren(...made, ...rest)

  function dayIn({ dataset }: HTMLElement): string {
    return dayOf(Number(dataset.at), state.zone)
  }
}
