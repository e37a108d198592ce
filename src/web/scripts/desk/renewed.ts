import { speed } from '../clock.ts'

/**
 * Puts the parts of a fresh answer in the place of those of this page, each by its name; where one was, one stays.
 *
 * @param names only these; else all that there are
 * @returns false where the answer is no such page: somebody has signed out, or it is gone
 */
export async function putIn(answer: Response, names?: string[]): Promise<boolean> {
  if (!answer.ok) return false
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const parts = [...document.querySelectorAll<HTMLElement>('[data-renewed]')].filter(
    ({ dataset }) => !names || names.includes(dataset.renewed!),
  )
  const fresh = parts.map(({ dataset }) => page.querySelector(`[data-renewed="${dataset.renewed}"]`))
  if (fresh.length === 0 || fresh.includes(null)) return false
  const focused = focusOf()
  for (const [index, part] of parts.entries())
    if (part.innerHTML !== fresh[index]!.innerHTML)
      part.replaceChildren(...[...fresh[index]!.childNodes].map(node => document.adoptNode(node)))
  focused()
  document.dispatchEvent(new Event('renewed'))
  return true
}

const everyMs = Math.max(1000, 60_000 / speed)

/** While a page that tells of now is looked at, it is asked for again each minute. */
export function keepRenewed(): void {
  const names = [...document.querySelectorAll<HTMLElement>('[data-renewed][data-moves]')].map(
    ({ dataset }) => dataset.renewed!,
  )
  if (names.length === 0) return
  const renew = () => renewParts(names)
  setInterval(renew, everyMs)
  document.addEventListener('visibilitychange', renew)
}

/** Asks for the page again, for the sake of these parts of it. */
export async function renewParts(names: string[]): Promise<void> {
  if (document.visibilityState === 'hidden' || document.querySelector('dialog[open]')) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  const quiet = names.filter(name => !isTypedIn(name))
  if (answer && quiet.length > 0) await putIn(answer, quiet)
}

/** What somebody is typing is not taken from under their hands. */
function isTypedIn(name: string): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    `[data-renewed="${name}"] :is(input:not([type=hidden]), textarea)`,
  )
  return [...fields].some(field => field === document.activeElement || field.value !== field.defaultValue)
}

/** Remembers what is focused inside a line of a list, and focuses it again in the line that takes its place. */
function focusOf(): () => void {
  const element = document.activeElement
  const line = element?.closest<HTMLElement>('li[id]')
  if (!element || !line) return () => {}
  const place = focusable(line).indexOf(element as HTMLElement)
  const { id } = line
  return () => {
    if (document.contains(element)) return
    const found = document.getElementById(id)
    const all = found ? focusable(found) : []
    ;(all[place] ?? all.at(-1))?.focus({ preventScroll: true })
  }
}

function focusable(line: HTMLElement): HTMLElement[] {
  return [...line.querySelectorAll<HTMLElement>('a, button, input')]
}
