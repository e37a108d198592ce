import { describe, expect, onTestFinished, test } from 'vitest'
import { readProgramme } from '../../src/storage/programmes.ts'
import { anEdition } from '../entries.ts'
import { eventPage, openPages } from '../pages-site.ts'
import { signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'

const base = 'http://localhost:1812'

/** An editor at the desk, and a world that means no good. */
async function begun(pages: Parameters<typeof openPages>[0] = {}) {
  const world = await openPages(pages)
  const site = await openSite('2020-12-01T12:00:00Z', undefined, world.fetch)
  onTestFinished(() => site.close())
  await anEdition(site.store)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.app.request(base + path, {
      method: 'POST',
      headers: { ...anna.headers, ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const get = async (path: string) => (await site.app.request(base + path, { headers: anna.headers })).text()
  const paste = (text: string) => send('/desk/migrants-day/2020/readings', { text })
  return { world, site, anna, send, get, paste }
}

/** Ways to say: this machine, the network behind it, the machine of the cloud that tells its secrets. */
const inside = [
  'http://127.0.0.1:22/',
  'http://localhost/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://user:secret@10.0.0.1/',
  'https://0/',
]

describe('whoever pastes', () => {
  test('an address of the inside is told so, and nothing inside is asked', async () => {
    const { world, get, paste } = await begun()
    expect((await paste(inside.join('\n'))).status).toBe(303)
    const list = await get('/desk/migrants-day/2020/readings')
    expect([...list.matchAll(/could not be read/g)]).toHaveLength(inside.length)
    for (const [, path] of list.matchAll(/href="(\/desk\/readings\/[^"]+)"/g))
      expect(await get(path!)).toMatch(/is not read: it leads into|This is no address of a page/)
    expect(world.site.asked).toEqual([])
  })

  test('an address that sends on to the inside gets no further', async () => {
    const { world, get, paste } = await begun({
      '/on': { body: '', status: 302, headers: { location: 'http://169.254.169.254/latest/' } },
    })
    const answer = await paste(`${world.address}/on`)
    expect(await get(answer.headers.get('location')!)).toContain('is not read: it leads into')
    expect(world.site.asked).toHaveLength(1)
  })

  test('a page with script in every field gets words', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const data = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: `Voices ${evil}`,
      startDate: '2020-12-18T14:00:00+01:00',
      description: evil,
      url: 'javascript:alert(1)',
      image: 'javascript:alert(1)',
      organizer: { '@type': 'Organization', name: evil, url: 'javascript:alert(1)' },
      performer: { '@type': 'Person', name: evil },
      location: { '@type': 'VirtualLocation', name: evil, url: 'data:text/html,<script>alert(1)</script>' },
      keywords: evil,
    }
    const json = JSON.stringify(data).replaceAll('</', '<\\/')
    const { world, site, send, get, paste } = await begun({
      '/evil': `<title>${evil}</title><h1>Voices</h1><script type="application/ld+json">${json}</script>`,
    })
    const path = (await paste(`${world.address}/evil`)).headers.get('location')!
    for (const html of [await get(path), await get('/desk/migrants-day/2020')]) {
      expect(html).not.toMatch(/<script>alert|<img src=x|href="(?:javascript|data):/i)
      expect(html).toContain('Voices')
    }
    await send(`${path}/entries`, { number: '0', state: 'published' })
    const shown = await (await site.app.request(`${base}/migrants-day/2020`)).text()
    expect(shown).not.toMatch(/<script>alert|<img src=x|href="(?:javascript|data):/i)
  })

  test('text of script and HTML gets words as well', async () => {
    const { get, paste } = await begun()
    const text =
      'Webinar on remittances<script>alert(1)</script>\n18 December 2020, 3 pm CET\nhttps://zoom.us/j/81234567890'
    const path = (await paste(text)).headers.get('location')!
    expect(await get(path)).not.toContain('<script>alert')
  })

  test('a form with numbers and states of nobody’s making changes nothing', async () => {
    const { world, site, send, paste } = await begun({ '/day': eventPage({ title: 'Voices of migrants' }) })
    const path = (await paste(`${world.address}/day`)).headers.get('location')!
    const odd: Record<string, string>[] = [
      { number: '7', state: 'published' },
      { number: '-1', state: 'published' },
      { number: '0x0', state: 'published' },
      { state: 'published' },
      { number: '1e1', into: 'x' },
    ]
    for (const fields of odd)
      for (const part of ['entries', 'drops', 'merges'])
        expect((await send(`${path}/${part}`, fields)).status).toBeLessThan(500)
    await send(`${path}/merges`, { number: '0', into: "' or 1=1 --" })
    await send(`${path}/changes`, { do: 'accept', field: '__proto__' })
    const programme = (await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!
    expect(programme.entries).toEqual([])
    await send(`${path}/entries`, { number: '0', state: 'withdrawn' })
    expect((await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!.entries).toMatchObject([
      { state: 'draft' },
    ])
  })

  test('for a reading or an edition that is not there is told so', async () => {
    const { send, get } = await begun()
    expect(await get('/desk/readings/0190a000-0000-7000-8000-000000000000')).toContain(
      'There is nothing at this address',
    )
    for (const path of ['/desk/readings/x/entries', '/desk/no-day/2020/readings', '/desk/entries/x/merge'])
      expect((await send(path, { text: 'https://un.example', number: '0' })).status).toBe(404)
    const nowhere = await send('/desk/readings', { text: 'https://un.example', edition: '../../etc' })
    expect(nowhere.status).toBe(404)
  })
})
