/** What stood in a form: the values of each field by its name, in the order of the page. */
export type Fields = [name: string, value: string][]

/** What somebody typed and has not saved; `revision` is the one the form was opened at. */
export type KeptTyping = { at: number; revision: string | null; fields: Fields }

/** In milliseconds. */
const keptFor = 30 * 86_400_000
const prefix = 'typed '
/** What was typed later stands before it; more is not offered. */
const mostKept = 3

export function nameOf(who: string, name: string): string {
  return `${prefix}${who} ${name}`
}

/** Latest first; nothing where this browser keeps nothing. */
export function readTyped(name: string): KeptTyping[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isTyped) : []
  } catch {
    return []
  }
}

/** @returns whether it is kept: a browser may have no room, or keep nothing at all */
export function writeTyped(name: string, typed: KeptTyping[]): boolean {
  try {
    if (typed.length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(typed.slice(0, mostKept)))
    return true
  } catch {
    return false
  }
}

/** Remembers for this tab which typing was sent: a form that is refused gives it back itself, if read and put otherwise. */
export function noteSent(name: string, at: number): void {
  try {
    sessionStorage.setItem(name, String(at))
  } catch {
    // Then it is offered once more.
  }
}

export function sentAt(name: string): number | null {
  try {
    return Number(sessionStorage.getItem(name)) || null
  } catch {
    return null
  }
}

/** Forgets what has been saved since, as the site tells in a cookie, and what is too old to be of use. */
export function dropSaved(): void {
  const cookie = /(?:^|; )(?:__Host-)?saved=([^;]*)/.exec(document.cookie)?.[1]
  const saved = cookie ? decodeURIComponent(cookie).split('\n') : []
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue
      const name = key.slice(prefix.length).replace(/^\S+ /, '')
      const latest = readTyped(key)[0]
      if (saved.includes(name) || !latest || Date.now() - latest.at > keptFor) localStorage.removeItem(key)
    }
  } catch {
    return
  }
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is not in every browser yet
  if (cookie !== undefined) document.cookie = forgets
}

/** Named as the site named it: on https no other host can. */
const forgets = `${location.protocol === 'https:' ? '__Host-saved=; secure' : 'saved='}; path=/; max-age=0; samesite=lax`

function isTyped(value: unknown): value is KeptTyping {
  const { at, fields } = (value ?? {}) as Partial<KeptTyping>
  return typeof at === 'number' && Array.isArray(fields)
}
