import { expect } from 'vitest'
import type { Store } from '../src/storage/store.ts'
import { doorTo, type Providing } from './providing.ts'
import { openSite, type TestSite } from './site.ts'
import { fieldIn, type Visitor } from './visitor.ts'

/** As whom the site of the tests is known to providers. */
export const client = { id: 'daylong', secret: 'a-secret' }

/** A site that lets people sign in by these servers. */
export async function openWith(
  environment: Record<string, string> = {},
  servers: Providing[] = [],
  store?: Store,
): Promise<TestSite> {
  return openSite('2020-12-18T12:00:00Z', store, undefined, environment, doorTo(servers))
}

export function told(server: Providing): string {
  return `${client.id}:${client.secret} at ${server.at}`
}

export function backOf(name: string): string {
  return `http://localhost:1812/you/back/${name}`
}

export async function who(robin: Visitor): Promise<unknown> {
  return JSON.parse((await robin.get('/you/who')).page)
}

export function visitors(site: TestSite) {
  return site.store.db.selectFrom('visitors').selectAll().orderBy('made_at').execute()
}

/** All that is stored of it, as text. */
export async function kept(site: TestSite): Promise<string> {
  const rows = []
  for (const table of [
    'visitors',
    'visitor_sign_ins',
    'visitor_ways',
    'visitor_drafts',
    'mastodon_servers',
  ] as const)
    rows.push(await site.store.db.selectFrom(table).selectAll().execute())
  return JSON.stringify(rows)
}

/** Begins to sign in. @returns where the page leads */
export async function begin(robin: Visitor, name: string, fields: Record<string, string> = {}): Promise<URL> {
  const { page, status } = await robin.post(`/you/with/${name}`, fields)
  expect(status).toBe(200)
  const [, href = ''] = /<a class="act strong" href="([^"]*)"/.exec(page) ?? []
  return new URL(href.replaceAll('&amp;', '&'))
}

/** Signs in at a server that lets everybody in. @returns where it leads back to, on our host */
export async function bringBack(
  robin: Visitor,
  name: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(await begin(robin, name, fields), { redirect: 'manual' })
  const back = answer.headers.get('location')
  expect(back).toMatch(/^http:\/\/localhost:1812\/you\/back\//)
  return back!.slice('http://localhost:1812'.length)
}

/** Signs in at the pages of an OpenID server, as somebody would in a browser. */
export async function throughOpenId(
  robin: Visitor,
  name: string,
  server: Providing,
  subject: string,
  fields = {},
) {
  const go = await begin(robin, name, fields)
  const jar = new Map<string, string>()
  const ask = async (address: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(pair => pair.join('=')).join('; ')
    const answer = await fetch(new URL(address, server.at), {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    })
    for (const each of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = each.split(';')[0]!.split('=')
      jar.set(key, value)
    }
    return answer
  }
  let answer = await ask(go.href)
  for (let steps = 0; steps < 12; steps++) {
    const to = answer.headers.get('location')
    if (to?.startsWith('http://localhost:1812')) return { go, back: to.slice('http://localhost:1812'.length) }
    if (to) {
      answer = await ask(to)
      continue
    }
    const page = await answer.text()
    const [, action = ''] = /action="([^"]*)"/.exec(page) ?? []
    expect(page).toContain('name="prompt"')
    const prompt = fieldIn(page, 'prompt')!
    answer = await ask(action, new URLSearchParams({ prompt, login: subject, password: 'x' }))
  }
  throw new Error('The way at the provider does not end.')
}
