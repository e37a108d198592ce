import { Hono } from 'hono'
import { readAskedCalendar } from '../calendar-query.ts'
import { type Env, headerOf, keyOf, type Parts, type Visit } from '../show.ts'
import { unlessKnown } from '../unless-known.ts'

/** Calendars of an entry, an edition and what it is filtered by, and of all editions of a series: the address of each with `.ics`. */
export function calendarsRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get('*', async (c, next) => {
    const path = pathOf(c.req.path)
    return (path && (await answerWith(c, path))) || next()
  })
  return room

  async function answerWith(c: Visit, path: string[]): Promise<Response | null> {
    const [encodings, noneMatch] = [headerOf(c, 'accept-encoding'), headerOf(c, 'if-none-match')]
    const key = keyOf(c)
    const kept = key && (await parts.answers.checked(key, encodings, noneMatch))
    if (kept) return unlessKnown(c, kept)
    const { buildCalendar } = await import('./build-calendar.ts')
    const asked = readAskedCalendar(new URL(c.req.url).searchParams)
    const built = await buildCalendar(parts, path, asked)
    if (!built) return null
    const { text, since, until, changedAt, version, currentVersion } = built
    const answer = await parts.answers.answer(
      key,
      {
        html: text,
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': `inline; ${fileName(path)}`,
          'last-modified': new Date(Math.max(changedAt, since)).toUTCString(),
          // Programs that run in browsers read calendars, too; everybody may.
          'access-control-allow-origin': '*',
          'x-robots-tag': 'noindex',
        },
        styles: [],
        until,
        version,
        currentVersion,
      },
      encodings,
      noneMatch,
    )
    return unlessKnown(c, answer)
  }
}

/** The names of series, edition and entry in the path of a calendar; null for any other path. */
function pathOf(path: string): string[] | null {
  const told = /^\/([^/]+(?:\/[^/]+){0,2})\.ics$/.exec(path)
  if (!told || path.length > 1000) return null
  try {
    return told[1]!.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** Named after what it is of; in letters that old programs know, and in its own. */
function fileName(path: string[]): string {
  const name = `${path.slice(-2).join('-')}.ics`
  const plain = name.replace(/[^\w.-]+/g, '_')
  return plain === name
    ? `filename="${name}"`
    : `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
