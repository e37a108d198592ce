import { beforeEach, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { addEntries } from '../../services/add-entries.ts'

let site: TestSite
let editionId: string
let who: SignedIn
beforeEach(async () => {
  site = await openSite('2020-12-18T12:00:00Z')
  editionId = (await anEdition(site.store)).id
  who = await signedIn(site, 'editor', { series: 'migrants-day' })
})

const path = '/desk/migrants-day/2020/day'
const request = (init: RequestInit = {}, by: SignedIn = who) =>
  site.app.request(`http://localhost:1812${path}`, {
    ...init,
    headers: { ...by.headers, ...(init.headers as object) },
  })
const page = async () => (await request()).text()
const at = (hour: string) => `2020-12-${hour}:00+01:00[Europe/Berlin]`

async function add(title: string, start: string, end: string, more: Parameters<typeof content>[0] = {}) {
  const told = {
    content: content({ title, start: at(start), end: at(end), ...more }),
    state: 'published' as const,
  }
  const { entries } = await addEntries(site.store, editionId, [told], { by: 'Ada', at: site.clock.now - 1 })
  return entries[0]!.id
}

/** Presses a button of a row, and follows. */
async function press(entry: string, act: string, url?: string) {
  const body = new URLSearchParams({ entry, act, ...(url !== undefined && { url }) })
  const answer = await request({ method: 'POST', body })
  if (answer.status !== 303) return { status: answer.status, text: await answer.text() }
  const cookie = /daylong-done=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
  const next = await request({ headers: { cookie: `${who.headers.cookie}; ${cookie}` } })
  return { status: answer.status, text: await next.text() }
}

const partsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<section class="(on|next|unrecorded)".*?<\/section>/gs)].map(([part, name]) => [
      name,
      [...part.matchAll(/<li id="day-[^>]*>.*?<bdi[^>]*>([^<]*)<\/bdi>/gs)].map(([, title]) => title),
    ]),
  )
const saidOf = (html: string) => /<div class="notice done"><p>([^<]*)/.exec(html)?.[1]

test('before its day the page says what it will be', async () => {
  site.clock.now = Date.parse('2020-12-10T12:00Z')
  await add('Later', '18T15:00', '18T16:00')
  expect(await page()).toContain('On the day itself you see here what is on')
})

test('on the day it shows what is on, what comes, and what has no recording yet', async () => {
  await add('On', '18T12:30', '18T14:00')
  await add('Next', '18T14:30', '18T15:00')
  await add('Tonight', '18T20:00', '18T21:00')
  await add('Over', '18T10:00', '18T11:00')
  const html = await page()
  expect(partsOf(html)).toEqual({ on: ['On'], next: ['Next'], unrecorded: ['Over'] })
  expect(html).toContain('Hour 27 of 50')
  expect(html).toContain('No link to join')
  expect(html).toMatch(/<b data-ticks="Europe\/Berlin">13:00<\/b>/)
})

test('what is pressed is one revision, said, and undone by one press', async () => {
  const id = await add('Next', '18T14:30', '18T15:00')
  const entry = () => entryOf(site.store, id)
  const before = await entry()

  const later = await press(id, 'later')
  expect(saidOf(later.text)).toBe('It begins 15 minutes later now.')
  expect((await entry()).time).toMatchObject({ start: '2020-12-18T14:45:00', end: '2020-12-18T15:15:00' })
  const revision = /name="revision" value="(\d+)"/.exec(later.text)![1]!
  const undone = await site.app.request('http://localhost:1812/desk/migrants-day/2020/undo', {
    method: 'POST',
    headers: who.headers,
    body: new URLSearchParams({ revision, back: path }),
  })
  expect([undone.status, undone.headers.get('location')]).toEqual([303, path])
  expect((await entry()).time).toEqual(before.time)

  await press(id, 'earlier')
  expect((await entry()).time.start).toBe('2020-12-18T14:15:00')
  expect(saidOf((await press(id, 'link', 'meet.example.org/a')).text)).toBe('The link is there.')
  expect((await entry()).links).toMatchObject([{ role: 'join', url: 'https://meet.example.org/a' }])
  expect(saidOf((await press(id, 'link', 'https://meet.example.org/a')).text)).toBe(
    'Nothing was different, so nothing was changed.',
  )
  expect(saidOf((await press(id, 'cancel')).text)).toBe('It is said to be cancelled.')
  expect((await entry()).status).toBe('cancelled')
  expect(saidOf((await press(id, 'withdraw')).text)).toBe('Withdrawn.')
  expect((await entry()).state).toBe('withdrawn')
})

test('the recording of what is over is added, or said not to come', async () => {
  const [one, two] = [await add('One', '18T10:00', '18T11:00'), await add('Two', '18T10:00', '18T11:30')]
  await press(one, 'recording', 'https://video.example.org/one')
  await press(two, 'recording-expected')
  expect(partsOf(await page()).unrecorded).toEqual(['Two'])
  expect(await page()).toMatch(/Recordings that came in <small>1<\/small>/)
  await press(two, 'recording-none')
  expect(partsOf(await page()).unrecorded).toEqual([])
  expect((await entryOf(site.store, one)).links).toMatchObject([{ role: 'recording' }])
})

test('what is no address comes back as it was typed, and nothing is changed', async () => {
  const id = await add('Next', '18T14:30', '18T15:00')
  const answer = await press(id, 'link', 'the usual room')
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/value="the usual room" aria-invalid="true"/)
  expect((await press(id, 'link', ' ')).status).toBe(422)
  expect((await entryOf(site.store, id)).links).toEqual([])
  expect((await press(id, 'explode')).status).toBe(400)
})

test('who writes drafts alone sees the day, and presses nothing', async () => {
  const id = await add('Next', '18T14:30', '18T15:00')
  const editor = who
  who = await signedIn(site, 'contributor', { series: 'migrants-day' })
  expect(await page()).not.toContain('data-key="c"')
  for (const act of ['later', 'cancel', 'withdraw', 'recording-none'])
    expect((await press(id, act)).status).toBe(403)
  expect((await press(id, 'link', 'https://meet.example.org/a')).status).toBe(403)
  const stranger = await site.app.request(`http://localhost:1812${path}`)
  expect(stranger.status).toBe(303)
  who = editor
  expect(await page()).toContain('data-key="c"')
})
