import { cookieOf } from './signed-in.ts'
import type { TestSite } from './site.ts'

/** Somebody at a browser without script: keeps cookies, sends forms, is led on. */
export type Visitor = {
  get(path: string): Promise<Seen>
  post(path: string, fields?: Record<string, string>): Promise<Seen>
  cookie(): string
}
export type Seen = { status: number; to: string | null; page: string; cookies: string[] }

/** @param cookie what they come with */
export function visit(
  { app }: Pick<TestSite, 'app'>,
  cookie = '',
  origin = 'http://localhost:1812',
): Visitor {
  const jar = new Map<string, string>()
  const keep = (cookies: string[]) => {
    for (const each of cookies) {
      const [name = ''] = each.split('=', 1)
      const kept = cookieOf([each])
      if (kept) jar.set(name, kept)
      else jar.delete(name)
    }
  }
  keep(cookie ? cookie.split('; ') : [])
  const send = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = { origin, cookie: [...jar.values()].join('; '), 'user-agent': 'Test' }
    const answer = await app.request(`${origin}${path}`, { ...init, headers })
    const cookies = answer.headers.getSetCookie()
    keep(cookies)
    return { status: answer.status, to: answer.headers.get('location'), page: await answer.text(), cookies }
  }
  return {
    get: path => send(path, {}),
    post: (path, fields = {}) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    cookie: () => [...jar.values()].join('; '),
  }
}

/** What a hidden or filled field of a page holds. */
export function fieldIn(page: string, name: string): string | null {
  const [input] = page.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`)) ?? []
  const value = input && /value="([^"]*)"/.exec(input)?.[1]
  return value === undefined || value === '' || !value ? null : value.replaceAll('&amp;', '&')
}
