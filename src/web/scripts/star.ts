import { fill } from '../ui/when.ts'
import { inParts } from './in-parts.ts'
import { ownZone, type PageState } from './state.ts'

type Stars = Record<string, string>
/** What the browser remembers: the stars as the site told them at a moment, and what it has not been told yet. */
type Kept = { at: number; stars: Stars; left: [wish: string, name: string][] }

const place = 'stars'
const hour = 3_600_000

/**
 * A star beside each entry. Pages are the same for everybody: what is starred is remembered here, and sent; where there
 * is no network, it is sent from the next page that has one.
 *
 * @returns puts them beside the entries in a part of the page
 */
export function starring({ words }: PageState): (root: ParentNode) => void {
  const kept: Kept = JSON.parse(localStorage.getItem(place) ?? '{"at":0,"stars":{},"left":[]}')
  let isSending = false

  const paint = (root: ParentNode) => {
    inParts(painting(root.querySelectorAll('.entry:not(.one, .plan *)')))
    show(root)
  }
  function* painting(rows: Iterable<Element>) {
    for (const row of rows) {
      yield
      addStars(row)
      show(row)
    }
  }
  const addStars = (row: Element) => {
    const title = row.querySelector<HTMLAnchorElement>(':is(h3, h4) a')
    if (!title || row.querySelector('.stars')) return
    const stars = document.createElement('div')
    stars.className = 'stars'
    for (const wish of ['like', 'must'] as const) {
      const button = document.createElement('button')
      button.name = wish
      button.value = decodeURI(title.pathname + title.hash).slice(1)
      if (wish === 'must') button.textContent = words.say['star.must']
      else button.ariaLabel = fill(words.say['star.like'], { title: title.textContent })
      stars.append(button)
    }
    row.querySelector('.what')?.prepend(stars)
  }
  const show = (root: ParentNode) => {
    for (const button of root.querySelectorAll<HTMLButtonElement>('.stars button')) {
      const wish = kept.stars[button.value]
      button.ariaPressed = String(button.name === 'must' ? wish === 'must' : wish !== undefined)
      button.classList.toggle('off', wish === undefined)
    }
  }
  const keep = (stars: Stars) => {
    kept.at = Date.now()
    kept.stars = { ...stars }
    for (const [wish, name] of kept.left) put(wish, name)
    localStorage.setItem(place, JSON.stringify(kept))
    paint(document)
  }
  const put = (wish: string, name: string) => {
    if (wish === 'none') delete kept.stars[name]
    else kept.stars[name] = wish
  }
  const send = async () => {
    if (isSending) return
    isSending = true
    const sent = kept.left.length
    const body = new URLSearchParams([...kept.left, ['zone', zone]])
    const headers = { accept: 'application/json' }
    const answer = await (sent
      ? fetch('/plan/entries', { method: 'POST', body, headers })
      : fetch('/plan/stars', { headers })
    ).catch(() => null)
    isSending = false
    if (!answer || answer.status > 499) return
    kept.left.splice(0, sent)
    if (answer.ok) keep(await answer.json())
    // What was refused is not starred: the site says what is.
    if (kept.left.length || (sent && !answer.ok)) void send()
  }

  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('.stars button')
    if (!button) return
    event.preventDefault()
    const { name, value, ariaPressed } = button
    const wish = ariaPressed !== 'true' ? name : name === 'must' ? 'like' : 'none'
    kept.left.push([wish, value])
    put(wish, value)
    keep(kept.stars)
    void send()
  })
  const zone = ownZone() ?? 'UTC'
  if (words.stars) keep(words.stars)
  if (kept.left.length || (!words.stars && kept.at && Date.now() - kept.at > hour)) void send()
  // A plan is solved in the zone its reader is in, unless they chose one.
  if (words.planZone !== undefined && words.planZone !== zone && sessionStorage.zone !== zone) {
    sessionStorage.zone = zone
    const told = { method: 'POST', body: new URLSearchParams({ zone }) }
    void fetch('/plan/hours', told).then(() => location.reload())
  }
  paint(document)
  return paint
}
