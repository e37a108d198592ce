import type { LiveWords } from '../../ui/script-words.ts'

/** Of an edition: the revision that was seen last, when, and up to which one the visit before this saw it. */
type Visit = { seen: number; at: number; since: number | null }

const place = 'visits'
const most = 40
/** Whoever comes back later than this comes anew. */
const pauseMs = 30 * 60_000

/**
 * Remembers in this browser, and nowhere else, up to where the reader has seen an edition, and says what came since.
 *
 * @returns tells up to where they have seen it now
 */
export function keepVisit({ at, revision, entry }: LiveWords): (revision: number) => void {
  const visits = read()
  const known = visits[at]
  const now = Date.now()
  const isAnew = !known || now - known.at > pauseMs
  // On the page that tells it all it is told.
  const isTold = document.querySelector('[data-log]') !== null
  const since = !known || isTold ? null : isAnew ? known.seen : known.since
  const keep = (seen: number) => {
    visits[at] = { seen, at: Date.now(), since }
    const newest = Object.entries(visits).sort(([, one], [, other]) => other.at - one.at)
    try {
      localStorage.setItem(place, JSON.stringify(Object.fromEntries(newest.slice(0, most))))
    } catch {
      // A browser that keeps nothing has no last visit.
    }
  }
  keep(Math.max(revision, known?.seen ?? 0))
  if (since !== null && since < revision && entry === undefined) void say(at, since)
  return keep
}

function read(): Record<string, Visit> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}')
  } catch {
    return {}
  }
}

/** The line is that of the log itself, in the reader's language; nothing is said where nothing is told there. */
async function say(path: string, since: number): Promise<void> {
  const address = new URL(`${path}/changes`, location.href)
  const asked = new URLSearchParams(location.search)
  for (const name of ['lang', 'zone']) {
    const told = asked.get(name)
    if (told) address.searchParams.set(name, told)
  }
  address.searchParams.set('since', String(since))
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const told = page.querySelector<HTMLElement>('.visit')
  const list = document.querySelector('main > .updated') ?? document.querySelector('main > [data-found=list]')
  if (!told || told.dataset.count === '0' || !list) return
  const line = document.createElement('p')
  line.className = 'since-visit'
  const link = document.createElement('a')
  link.href = address.pathname + address.search
  link.textContent = told.querySelector('b')!.textContent
  line.append(link)
  list.before(line)
}
