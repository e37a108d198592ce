import type { LiveWords } from '../../ui/script-words.ts'
import { createBar } from './bar.ts'
import type { Heard } from './listen.ts'
import { regroupLog } from './log.ts'
import { keepingPlace, morph } from './morph.ts'
import type { Tools } from './tools.ts'

export type TakingIn = { hear: (heard: Exclude<Heard, { type: 'end' }>) => void; anew: () => Promise<void> }

/**
 * Takes into the page what has changed: the page itself is asked for what came after the revision that it shows, which
 * is short, and is put in without moving what the reader looks at. Rows that are new, gone or at another time wait
 * until they say so, where they are reading.
 *
 * @returns `hear` what the site says; `anew`: the page as it is now, because time went on and nothing was changed
 */
export function takeIn(words: LiveWords, tools: Tools, sawUpTo: (revision: number) => void): TakingIn {
  const bar = createBar()
  let shown = words.revision
  let known = shown
  let unseen = 0
  let timer = 0
  let taking: Promise<void> | null = null
  const catchUp = () => {
    if (document.visibilityState === 'visible' && known > shown) soon(500)
  }
  document.addEventListener('visibilitychange', catchUp)
  // What was heard before the network went away could not be asked for.
  addEventListener('online', catchUp)
  return { hear, anew: () => take('anew') }

  function hear(heard: Exclude<Heard, { type: 'end' }>) {
    if (heard.revision <= known) return
    const isUpToDate = shown === known
    known = heard.revision
    const isElsewhere =
      typeof words.entry === 'string' &&
      heard.type === 'change' &&
      heard.entries !== null &&
      !heard.entries.includes(words.entry)
    if (isElsewhere) {
      if (isUpToDate) shown = known
      return
    }
    if (heard.type === 'change') unseen += heard.told
    if (document.visibilityState !== 'visible') bar.count(unseen)
    else soon(heard.type === 'change' ? heard.spread : 2000)
  }

  /** Not all readers ask in the same moment. */
  function soon(spread: number) {
    clearTimeout(timer)
    timer = window.setTimeout(() => void take('heard'), believedMs + Math.random() * spread)
  }

  async function take(why: Why): Promise<void> {
    await taking
    taking = takeOnce(why).finally(() => {
      taking = null
    })
    return taking
  }

  async function takeOnce(why: Why) {
    if (tools.isElsewhen()) return
    const asked = location.href
    const heard = known
    const main = await read(words.entry === undefined ? (why === 'anew' ? 0 : shown) : null)
    // Whoever was led on by what they looked for sees the newest already.
    if (!main || asked !== location.href) return main ? undefined : soon(60_000)
    if (words.entry !== undefined) takeWhole(main)
    else if (why === 'anew') {
      if (known === shown) return putIn(main)
      // What is new besides is told of as always.
      keepRows(main)
      return soon(0)
    } else {
      const fresh = isWhole(main) ? main : await read(0)
      if (!fresh) return soon(60_000)
      if (why === 'heard' && isReading() && isMoving(fresh)) return offer(fresh)
      takeAll(fresh, why === 'wanted')
    }
    unseen = 0
    bar.count(0)
    // The site believes for a second that a page is still right: what came meanwhile is asked for after that.
    shown = Math.max(shown, Number(main.dataset.revision ?? heard))
    sawUpTo(shown)
    if (shown < known) soon(1000)
  }

  function offer(fresh: HTMLElement) {
    keepRows(fresh)
    bar.offer(fresh.dataset.fresh!, () => void take('wanted'))
    bar.count(Math.max(1, unseen))
  }

  /** Rows that stay where they are say what they say now. */
  function keepRows(fresh: HTMLElement) {
    keepingPlace(() => {
      for (const row of changedRows(fresh)) {
        const own = ownRow(row)
        if (own && own.dataset.t === row.dataset.t) morph(own, row)
      }
      tools.settle()
      tools.star(document)
    })
  }

  function putIn(fresh: HTMLElement) {
    keepingPlace(() => {
      for (const piece of pieces) {
        const [own, other] = [
          document.querySelector(`main > ${piece}`),
          fresh.querySelector(`:scope > ${piece}`),
        ]
        if (own && other) morph(own, other)
        else if (other) document.querySelector('main > [data-found=list]')?.before(other)
      }
      const form = document.querySelector<HTMLFormElement>('form[data-find]')
      if (form) tools.count(form, fresh)
      if (document.querySelector('main .entry')) document.querySelector('main > .empty')?.remove()
      tools.settle()
      tools.star(document)
    })
  }

  function takeAll(fresh: HTMLElement, isWanted: boolean) {
    const changed = changedRows(fresh).map(({ id }) => id)
    putIn(fresh)
    const rows = changed.flatMap(id => document.getElementById(id) ?? [])
    for (const row of rows) glow(row)
    if (isWanted) {
      const first = rows.find(row => row.checkVisibility())
      first?.scrollIntoView({ block: 'center', behavior: 'instant' })
      first?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    } else if (fresh.dataset.told) bar.say(fresh.dataset.told)
  }

  function takeWhole(main: HTMLElement) {
    const own = document.querySelector('main')
    if (own)
      keepingPlace(() => {
        morph(own, main)
        regroupLog(tools)
      })
    tools.settle()
  }

  /** The parts of this page that are others after a revision; null: all of it. */
  async function read(since: number | null): Promise<HTMLElement | null> {
    const address = new URL(location.href)
    address.hash = ''
    if (since !== null) address.searchParams.set('since', String(since))
    const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
    if (!answer?.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const main = document.adoptNode(page.querySelector('main')!)
    tools.dress(main)
    known = Math.max(known, Number(main.dataset.revision ?? 0))
    return main
  }
}

/** The site told of a change, the reader wants what was offered, or the hour is another. */
type Why = 'heard' | 'wanted' | 'anew'

/** So long the site may answer with a page as it was. */
const believedMs = 1000

const pieces = ['.head', '[data-found=picture]', '.updated', '[data-found=list]']

function rowsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-found=list] .entry[id]')]
}

function changedRows(fresh: HTMLElement): HTMLElement[] {
  return rowsIn(fresh).filter(({ dataset }) => !('same' in dataset))
}

function ownRow({ id }: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main > [data-found=list] .entry#${CSS.escape(id)}`)
}

/** Whether every row that is only named is here: what a filter by time finds may have changed as well. */
function isWhole(fresh: HTMLElement): boolean {
  return rowsIn(fresh).every(row => !('same' in row.dataset) || ownRow(row) !== null)
}

/** Whether rows would come, go or move. */
function isMoving(fresh: HTMLElement): boolean {
  const rows = rowsIn(fresh)
  const ids = new Set(rows.map(({ id }) => id))
  return (
    rowsIn(document).some(({ id }) => !ids.has(id)) ||
    rows.some(row => {
      const own = ownRow(row)
      return !own || (!('same' in row.dataset) && own.dataset.t !== row.dataset.t)
    })
  )
}

/** Whoever has come to the list, or is at something in it. */
function isReading(): boolean {
  const list = document.querySelector('main > [data-found=list]')
  if (!list) return false
  return list.getBoundingClientRect().top < innerHeight / 3 || list.contains(document.activeElement)
}

function glow(row: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  row.animate([{ background: 'color-mix(in srgb, var(--told) 16%, transparent)' }, {}], 4000)
}
