import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { manyLines } from '../../../test/builders.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { importProgramme } from '../../services/import-programme.ts'
import { readProgramme } from '../../storage/programmes.ts'

const origin = 'http://localhost:1812'
const at = '/open-data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  const edition = { series: 'open-data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' }
  await addProgramme(site, edition, aDay)
  await addProgramme(site, { ...edition, edition: '2022', date: '2022-03-05' }, [])
  await addProgramme(site, { ...edition, edition: 'draft', publish: false }, aDay)
})
afterAll(() => site.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(path.startsWith('http') ? path : origin + path, { headers })
const bytesAt = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer())
const pictureOf = async (path: string) =>
  /<meta property="og:image" content="([^"]+)"/
    .exec(await (await ask(path)).text())![1]!
    .replaceAll('&amp;', '&')

async function change(slug: string, told: object): Promise<void> {
  const { edition, entries } = (await readProgramme(site.store, 'open-data-day', '2021'))!
  const { id } = entries.find(each => each.slug === slug)!
  const act = { by: 'Ada', at: site.clock.now, name: 'edit' }
  await changeEntries(site.store, edition.id, [id], fields => ({ ...fields, ...told }), act)
  site.clock.now += 5000
}

test('a page names its picture with a version, which is asked for once', async () => {
  const address = await pictureOf(at)
  expect(address).toMatch(/^http:\/\/localhost:1812\/open-data-day\/2021\/picture\.png\?v=[\w-]{10}$/)
  const answer = await ask(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect((await ask(address, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
  // By another version, or none, one sees what there is now, for a while.
  const other = await ask(`${at}/picture.png?v=older`)
  expect(other.headers.get('cache-control')).toBe('public, max-age=300')
  expect(bytes.equals(Buffer.from(await other.arrayBuffer()))).toBe(true)
})

test('two editions, two entries and two languages look otherwise', async () => {
  const paths = [
    `${at}/picture.png`,
    '/open-data-day/2022/picture.png',
    `${at}/picture.png?lang=ar`,
    `${at}/maps-for-the-harbour/picture.png`,
    `${at}/open-by-default/picture.png`,
  ]
  const all: string[] = []
  for (const path of paths) all.push((await bytesAt(path)).toString('base64'))
  expect(new Set(all).size).toBe(paths.length)
})

test('the picture of an entry is a new one when the entry says something else, and no sooner', async () => {
  const maps = `${at}/maps-for-the-harbour`
  const [before, of, other] = [
    await pictureOf(maps),
    await pictureOf(at),
    await pictureOf(`${at}/a-vigil-at-dusk`),
  ]
  await change('maps-for-the-harbour', { title: 'Maps for all harbours' })
  expect(await pictureOf(maps)).not.toBe(before)
  expect(await pictureOf(at)).not.toBe(of)
  expect(await pictureOf(`${at}/a-vigil-at-dusk`)).toBe(other)
})

test('an entry’s own picture goes first where it is said what it shows', async () => {
  const image = '/pictures/01890000-0000-7000-8000-000000000000.webp'
  await change('a-walk-that-was-called-off', { image, imageAlt: 'A lighthouse' })
  const html = await (await ask(`${at}/a-walk-that-was-called-off`)).text()
  expect(html).toContain(`<meta property="og:image" content="${origin}${image}"/>`)
  expect(html).toContain('<meta property="og:image:alt" content="A lighthouse"/>')
  expect(html).not.toContain('og:image:width')
  const plain = await (await ask(`${at}/maps-for-the-harbour`)).text()
  expect(plain).toMatch(
    /<meta property="og:image:alt" content="Maps for all harbours · Saturday, 6 March 2021 · 10:00–11:00 · West Africa[^"]* \(Lagos\) · Harbour Mappers"\/>/,
  )
  expect(plain).toContain('<meta name="twitter:card" content="summary_large_image"/>')
})

test('there is none of what readers do not see', async () => {
  for (const path of ['/open-data-day/draft', '/nothing/2021', `${at}/nothing`])
    expect([path, (await ask(`${path}/picture.png`)).status]).toEqual([path, 404])
})

test('five thousand entries are one small picture, drawn once for all who ask at once', async () => {
  await importProgramme(site.store, manyLines(5000), {
    series: 'large',
    edition: '2020',
    file: 'large.json',
    at: site.clock.now,
    date: '2020-12-18',
    zone: 'Europe/Berlin',
    publish: true,
  })
  const all = await Promise.all(Array.from({ length: 10 }, () => bytesAt('/large/2020/picture.png')))
  for (const bytes of all) expect(bytes.equals(all[0]!)).toBe(true)
  expect(await sharp(all[0]).metadata()).toMatchObject({ width: 1200, height: 630 })
  expect(all[0]!.length).toBeLessThan(120_000)
})
