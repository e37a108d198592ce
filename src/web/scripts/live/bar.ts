/** What the reader is told beside the page: in the title and the app's icon, for those who do not see it, and as an offer. */
export type Bar = {
  /** `3 new – show`, while the reader is at something. */
  offer: (words: string, show: () => void) => void
  /** Tells those who hear the page, seldom. */
  say: (words: string) => void
  /** So many changes came that the reader has not seen. */
  count: (unseen: number) => void
}

const style = `
.fresh-bar{position:fixed;inset-inline:0;inset-block-end:max(1rem,env(safe-area-inset-bottom));display:flex;justify-content:center;pointer-events:none;z-index:5}
.fresh-bar button{pointer-events:auto;font:inherit;font-size:.95rem;min-block-size:2.75rem;padding:.4rem 1.2rem;border:1px solid var(--ink);border-radius:2rem;background:var(--paper);color:var(--ink);cursor:pointer}
.fresh-bar button:hover{background:var(--ink);color:var(--paper)}
@media print{.fresh-bar{display:none}}
`
const rarely = 60_000

export function createBar(): Bar {
  // It has to be there before anything is said in it.
  const status = document.createElement('div')
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  const place = document.createElement('div')
  place.className = 'fresh-bar'
  let isDressed = false
  // A style that comes late has the whole page weighed anew: not before there is something to offer.
  const dress = () => {
    if (isDressed) return
    isDressed = true
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    document.adoptedStyleSheets.push(sheet)
  }
  document.body.append(status, place)
  let saidAt = -rarely

  const say = (words: string) => {
    if (performance.now() - saidAt < rarely) return
    saidAt = performance.now()
    status.textContent = words
  }
  return {
    say,
    offer(words, show) {
      dress()
      const button = place.querySelector('button') ?? document.createElement('button')
      button.type = 'button'
      if (button.textContent !== words) button.textContent = words
      button.onclick = () => {
        button.remove()
        show()
      }
      if (!button.isConnected) place.append(button)
      say(words)
    },
    count(unseen) {
      if (unseen === 0) place.replaceChildren()
      const title = document.title.replace(/^\(\d+\) /, '')
      document.title = unseen > 0 ? `(${unseen}) ${title}` : title
      const badge = unseen > 0 ? navigator.setAppBadge?.(unseen) : navigator.clearAppBadge?.()
      badge?.catch(() => {})
    },
  }
}
