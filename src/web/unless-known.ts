import { headerOf, type Visit } from './show.ts'

/** The answer itself, or 304 for a program that knows only when it was that it had it (If-Modified-Since). */
export function unlessKnown(c: Visit, answer: Response): Response {
  if (headerOf(c, 'if-none-match') !== undefined || answer.status !== 200) return answer
  const since = Date.parse(headerOf(c, 'if-modified-since') ?? '')
  const modified = Date.parse(answer.headers.get('last-modified') ?? '')
  if (!(modified <= since)) return answer
  const headers = new Headers(answer.headers)
  for (const name of ['content-length', 'content-type', 'content-encoding']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}
