import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { addProgramme, openSite, type TestSite } from '../site.ts'

let site: TestSite
const edition = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'UTC' }
const markup = `<script>run()</script><img src=x onerror=run()>"onmouseover="run()" '></title></style></script><!--`
const addresses = [
  'javascript:run()',
  ' java\tscript:run()',
  'data:text/html,run()',
  'vbscript:run()',
  '\u0001javascript:run()',
]

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
})
afterAll(() => site.close())

function hostile(url: string): Finding {
  return {
    kind: 'event',
    title: `Maps ${markup}`,
    url,
    summary: `${markup} [a](${url}) <a href="${url}">b</a> <form action="${url}"><input></form>`,
    note: `${markup} ![i](${url}) <p style="position:fixed" id="main" onclick="run()">c</p> <iframe src="${url}">`,
    start: '2021-03-06T10:00:00+00:00',
    place: { name: markup, address: markup, country: markup },
    organisations: [{ name: `Org ${markup}`, url }],
    people: [{ name: markup, url, role: markup, affiliation: markup }],
    languages: [markup, '"><script>'],
    tags: [markup],
    image: url,
    links: [
      { role: 'join', url, title: markup },
      { role: 'recording', url },
    ],
    registrationUntil: markup,
    doubts: [{ code: 'zone-missing', field: 'start', says: `“${markup}”` }],
    sessions: [{ kind: 'event', title: markup, start: '2021-03-06T10:00:00+00:00' } as never],
  }
}

test.each(addresses)('nothing that an import brings is run or led to: %j', async url => {
  const series = { ...edition, edition: `y${addresses.indexOf(url)}` }
  await addProgramme(site, series, [hostile(url)], {
    title: markup,
    text: hostile(url).summary,
    hashtags: [markup],
    tags: [markup],
    authors: [{ name: markup, url, bio: hostile(url).note }],
  } as never)
  const whole = `/data-day/${series.edition}`
  const list = await (await site.app.request(whole)).text()
  const entry = /href="(\/data-day\/y\d\/[^"?#]+)"/.exec(list)?.[1]
  expect(entry).toBeDefined()
  for (const path of [whole, `${whole}?view=told`, entry!, '/data-day', '/']) {
    const html = await (await site.app.request(path)).text()
    const tags = html.replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, '').match(/<[a-z][^>]*>/gi) ?? []
    expect(tags.filter(tag => /^<(?:script|iframe|object|embed|base|style)\b/i.test(tag))).toEqual([])
    expect(
      tags.filter(tag => /\s(?:on\w+|style|srcdoc|formaction)=/i.test(tag.replace(/"[^"]*"/g, '""'))),
    ).toEqual([])
    const leads = tags.flatMap(tag =>
      [...tag.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to!),
    )
    expect(leads.length).toBeGreaterThan(3)
    expect(leads.filter(to => !/^(?:\/(?!\/)|#|https?:|x$)/.test(to))).toEqual([])
    const machines = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
    for (const [, json] of machines)
      expect(JSON.stringify(JSON.parse(json!))).not.toMatch(
        /"[^"]*(?:java\s*script|data|vbscript):[^"]*"\s*[,}]/,
      )
  }
})

test('a link that carries a passcode is told to nobody before a quarter of an hour before, and never to machines', async () => {
  const door = 'https://us02web.zoom.us/j/123?pwd=c2VjcmV0'
  await addProgramme(site, { ...edition, edition: '2021' }, [
    {
      kind: 'event',
      title: 'Closed circle',
      start: '2021-03-06T12:00:00+00:00',
      end: '2021-03-06T13:00:00+00:00',
      attendance: 'online',
      summary: `Come in: ${door} (Passcode: c2VjcmV0)`,
      note: `They wrote me: ${door}`,
      links: [{ role: 'join', url: door }],
    },
  ])
  const tells = async (clock: string) => {
    site.clock.now = Date.parse(`2021-03-06T${clock}Z`)
    const pages = ['/data-day/2021', '/data-day/2021/closed-circle', '/']
    const said = await Promise.all(pages.map(async path => (await site.app.request(path)).text()))
    expect(said.join('').match(/ld\+json">[^<]*c2VjcmV0/)).toBeNull()
    return said[1]!.includes('c2VjcmV0')
  }
  expect([await tells('11:44:59'), await tells('11:45:00'), await tells('13:00:00')]).toEqual([
    false,
    true,
    false,
  ])
})
