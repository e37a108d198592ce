import { arrange } from './arrange.ts'
import { arrangeDays } from './arrange-days.ts'
import { drawAxis, tellClocks } from './axis.ts'
import { rewriteTimes } from './rewrite.ts'
import { readState } from './state.ts'

/** So many entries are set right at once, under the eyes of the reader; the rest when all is read. */
const firstScreens = 60

/**
 * Stands below the heading of the page. Where nobody chose a zone it puts the reader's own in while the page is being
 * read, before anything is drawn: an observer is called between the parts of a page that the browser reads at a
 * time. Nothing is stored and nothing is asked for.
 */
const state = readState()
if (state?.zoneChanged) {
  document.documentElement.dataset.shown = state.zone
  const done = new Set<Element>()
  const pieces = '.entry, .hit, .hours, .clashes li, .zone, .clock, .fifty, .updated, .one'

  const go = (whole: boolean) => {
    for (const piece of document.querySelectorAll(pieces)) {
      // What has nothing after it may not have been read to its end.
      if (done.has(piece) || (!whole && !isClosed(piece))) continue
      done.add(piece)
      if (piece.matches('.fifty')) drawAxis(piece as HTMLElement, state, state.words.now)
      else rewriteTimes(piece, state)
    }
    if (whole || done.size < firstScreens) arrange(state, state.words.now, whole)
    if (!whole) return
    arrangeDays(state, state.words.now)
    const picture = document.querySelector<HTMLElement>('.fifty')
    // It stands below the picture, and is not there when that has been read.
    if (picture) tellClocks(picture, state)
  }

  const observer = new MutationObserver(() => {
    go(false)
    // What was changed here is no news.
    observer.takeRecords()
  })
  // The heading is drawn first; what is below it waits for its zone.
  document.documentElement.classList.add('turning')
  afterDrawing(() => {
    const isRead = document.readyState !== 'loading'
    go(isRead)
    document.documentElement.classList.remove('turning')
    if (isRead) return
    observer.observe(document, { childList: true, subtree: true })
    document.addEventListener('DOMContentLoaded', () => {
      observer.disconnect()
      go(true)
    })
  })
}

// A browser that is told of no icon asks for one by itself, before the page is seen.
const later = document.getElementById('later')
const icon = Object.assign(document.createElement('link'), { rel: 'icon', href: 'data:,' })
if (later) document.head.append(icon)

// What keeps now moving holds nothing up, and nobody waits for icon and manifest: they are asked for when the page is
// seen.
const { script } = document.documentElement.dataset
document.addEventListener('DOMContentLoaded', () =>
  afterPainting(() => {
    if (script) import(/* @vite-ignore */ script)
    icon.remove()
    document.head.insertAdjacentHTML('beforeend', later?.textContent ?? '')
  }),
)

/** When its words are seen, and not only drawn: what is asked for meanwhile would share the line with them. */
function afterPainting(then: () => void): void {
  const isTold = PerformanceObserver.supportedEntryTypes?.includes('paint') && !document.hidden
  if (!isTold) return void afterDrawing(then)
  let wait = 0
  const observer = new PerformanceObserver(() => {
    clearTimeout(wait)
    observer.disconnect()
    then()
  })
  observer.observe({ type: 'paint', buffered: true })
  // A browser that keeps such moments to itself says nothing.
  wait = window.setTimeout(() => {
    observer.disconnect()
    then()
  }, 1500)
}

/** A page that is not seen is not drawn. */
function afterDrawing(then: () => void): void {
  if (document.hidden) setTimeout(then)
  else requestAnimationFrame(() => setTimeout(then))
}

function isClosed(piece: Element): boolean {
  for (let node: Element | null = piece; node; node = node.parentElement)
    if (node.nextElementSibling) return true
  return false
}
