import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { eventsIn, subscribe, textOf } from '../../../test/calendar-client.ts'
import { content } from '../../../test/entries.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { contentOfEntry } from '../../domain/content.ts'
import type { EventTime } from '../../domain/event-time.ts'
import { readCalendar } from '../../intake/calendar/read-calendar.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { changeStatus } from '../../services/change-status.ts'
import { editEntry } from '../../services/edit-entry.ts'
import { editOrganisation } from '../../services/edit-organisation.ts'
import { mergeEntries } from '../../services/merge-entries.ts'
import { setRecording } from '../../services/set-recording.ts'
import { readProgramme } from '../../storage/programmes.ts'

const at2020 = { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' }
const day = '/migrants-day/2020'
const secret = 'https://zoom.us/j/1234567?pwd=s3cr3t'

let site: TestSite
beforeEach(async () => {
  site = await openSite('2020-12-01T08:00Z')
})
afterEach(() => site.close())

const act = () => ({ by: 'Ada', at: site.clock.now })

async function entryNamed(title: string) {
  const programme = (await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!
  const all = programme.entries.flatMap(each => [each, ...each.sessions])
  const entry = all.find(each => each.title === title)!
  return { entry, of: { id: entry.id, editionId: programme.edition.id }, edition: programme.edition }
}

const berlin = (start: string, end: string | null): EventTime => ({
  precision: 'moment',
  start: `2020-12-18T${start}:00`,
  end: end && `2020-12-18T${end}:00`,
  zone: 'Europe/Berlin',
})

async function aWebinar(): Promise<void> {
  await addProgramme(site, at2020, [
    finding({
      end: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      attendance: 'online',
      links: [{ role: 'livestream', url: 'https://youtube.com/live/abc' }],
    }),
  ])
}

describe('the life of a subscription', () => {
  test('an event that is moved stays one event: its UID is the same, its SEQUENCE higher', async () => {
    await aWebinar()
    const calendar = subscribe(site, `${day}.ics`)
    expect(await calendar.refresh()).toBe(200)
    const before = calendar.named('Webinar on remittances')
    expect(before).toMatchObject({
      sequence: 0,
      status: 'CONFIRMED',
      start: '2020-12-18T13:00:00.000Z',
      end: '2020-12-18T14:00:00.000Z',
      stamp: '2020-12-01T08:00:00Z',
      url: `${site.baseUrl}${day}/webinar-on-remittances`,
      conferences: ['https://youtube.com/live/abc'],
    })
    expect(await calendar.refresh()).toBe(304)

    site.clock.now += 3_600_000
    const { of } = await entryNamed('Webinar on remittances')
    const time = berlin('16:00', '17:30')
    await changeStatus(site.store, of, { status: 'rescheduled', reason: 'A clash', time }, act())
    expect(await calendar.refresh()).toBe(200)
    const [moved, ...others] = calendar.events
    expect(others).toEqual([])
    expect(moved).toMatchObject({
      uid: before.uid,
      sequence: 1,
      start: '2020-12-18T15:00:00.000Z',
      end: '2020-12-18T16:30:00.000Z',
      stamp: '2020-12-01T09:00:00Z',
      lastModified: '2020-12-01T09:00:00Z',
    })
    expect(moved!.uid).toBe(of.id)
    expect(moved!.description).toContain('Rescheduled: A clash')
  })

  test('one that is cancelled stays, says so and why; and leads nowhere any more', async () => {
    await aWebinar()
    const calendar = subscribe(site, `${day}.ics`)
    await calendar.refresh()
    const { of } = await entryNamed('Webinar on remittances')
    site.clock.now += 60_000
    await changeStatus(site.store, of, { status: 'cancelled', reason: 'The speaker is ill' }, act())
    await calendar.refresh()
    expect(calendar.events).toMatchObject([
      {
        uid: of.id,
        sequence: 1,
        status: 'CANCELLED',
        title: 'Cancelled: Webinar on remittances',
        start: '2020-12-18T13:00:00.000Z',
        conferences: [],
      },
    ])
    expect(calendar.events[0]!.description).toContain('Cancelled: The speaker is ill')
    const hiding = subscribe(site, `${day}.ics?cancelled=hide`)
    await hiding.refresh()
    expect(hiding.events).toEqual([])
  })

  test('one that is over stays, with its recording as soon as there is one', async () => {
    await aWebinar()
    const calendar = subscribe(site, `${day}.ics`)
    await calendar.refresh()
    const { of } = await entryNamed('Webinar on remittances')
    site.clock.now = Date.parse('2021-01-05T10:00Z')
    await calendar.refresh()
    expect(calendar.events).toMatchObject([{ uid: of.id, sequence: 0, stamp: '2020-12-01T08:00:00Z' }])
    site.clock.now += 2000
    await setRecording(
      site.store,
      of,
      { state: 'available', url: 'https://youtube.com/watch?v=abc', title: null },
      act(),
    )
    await calendar.refresh()
    const [event] = calendar.events
    expect(event).toMatchObject({
      uid: of.id,
      sequence: 1,
      lastModified: '2021-01-05T10:00:02Z',
      conferences: [],
    })
    expect(event!.description).toContain('Recording: https://youtube.com/watch?v=abc')
  })

  test('a recording that was announced early is told when the event is over, and not before', async () => {
    await addProgramme(site, at2020, [
      finding({
        end: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
        links: [{ role: 'recording', url: 'https://youtube.com/watch?v=abc' }],
      }),
    ])
    const calendar = subscribe(site, `${day}.ics`)
    site.clock.now = Date.parse('2020-12-18T13:59:59Z')
    await calendar.refresh()
    expect(calendar.events[0]!.description).not.toContain('youtube')
    site.clock.now = Date.parse('2020-12-18T14:00Z')
    expect(await calendar.refresh()).toBe(200)
    expect(calendar.events).toMatchObject([{ sequence: 0, stamp: '2020-12-18T14:00:00Z' }])
    expect(calendar.events[0]!.description).toContain('Recording: https://youtube.com/watch?v=abc')
  })

  test('what was taken back is told as cancelled for a while, without its words; what was merged is not', async () => {
    await addProgramme(site, at2020, [
      finding({ title: 'A private matter', sessions: [finding({ title: 'Its first part' })] }),
      finding({ title: 'Told twice', start: '2020-12-18T16:00:00+01:00[Europe/Berlin]' }),
      finding({ title: 'Told twice, again', start: '2020-12-18T16:00:00+01:00[Europe/Berlin]' }),
      finding({ title: 'Stays', start: '2020-12-18T18:00:00+01:00[Europe/Berlin]' }),
    ])
    const calendar = subscribe(site, `${day}.ics`)
    await calendar.refresh()
    expect(calendar.events.map(({ title }) => title)).toEqual([
      'A private matter',
      'Its first part',
      'Told twice',
      'Told twice, again',
      'Stays',
    ])
    const [whole, part] = calendar.events
    expect(part!.relatedTo).toBe(whole!.uid)
    site.clock.now += 60_000
    const { of, edition } = await entryNamed('A private matter')
    const withdraw = (ids: string[]) =>
      changeEntries(site.store, edition.id, ids, fields => ({ ...fields, state: 'withdrawn' }), {
        ...act(),
        name: 'withdraw',
      })
    await withdraw([of.id])
    const kept = await entryNamed('Told twice')
    const other = await entryNamed('Told twice, again')
    const both = { keep: kept.entry.id, other: other.entry.id, chosen: {} }
    await mergeEntries(site.store, edition.id, both, act())
    await calendar.refresh()
    const gone = calendar.events.filter(({ status }) => status === 'CANCELLED')
    expect(
      gone.map(({ uid, sequence, title, description }) => ({ uid, sequence, title, description })),
    ).toEqual(
      [whole, part].map(each => ({
        uid: each!.uid,
        sequence: 1,
        title: 'Taken out of the programme',
        description: '',
      })),
    )
    expect(JSON.stringify(calendar.events)).not.toContain('private')

    site.clock.now += 91 * 86_400_000
    await calendar.refresh()
    expect(calendar.events.some(({ status }) => status === 'CANCELLED')).toBe(false)
  })

  test('one that was never published is never told of', async () => {
    await addProgramme(site, at2020, [finding({ title: 'Seen' })])
    const { edition } = await entryNamed('Seen')
    const draft = { content: content({ title: 'A draft' }), state: 'draft' as const }
    await addEntries(site.store, edition.id, [draft], act())
    const { of } = await entryNamed('A draft')
    await changeEntries(site.store, edition.id, [of.id], fields => ({ ...fields, state: 'withdrawn' }), {
      ...act(),
      name: 'withdraw',
    })
    const calendar = subscribe(site, `${day}.ics`)
    await calendar.refresh()
    expect(calendar.events.map(({ title }) => title)).toEqual(['Seen'])
  })

  test('whatever else calendars show raises the SEQUENCE, and a place in the story does not', async () => {
    await addProgramme(site, at2020, [
      finding({ organisations: [{ name: 'Old name' }], sessions: [finding({ title: 'Part' })] }),
    ])
    const calendar = subscribe(site, `${day}.ics`)
    const sequences = async () => {
      site.clock.now += 60_000
      await calendar.refresh()
      return calendar.events.map(({ sequence }) => sequence)
    }
    expect(await sequences()).toEqual([0, 0])
    const { entry, of, edition } = await entryNamed('Webinar on remittances')
    const who = { id: null, name: 'Ada' }
    await editOrganisation(
      site.store,
      entry.organisations[0]!.id,
      { name: 'New name', url: null },
      { who, at: site.clock.now },
    )
    expect(await sequences()).toEqual([1, 0])
    expect(calendar.events[0]!.description).toContain('New name')
    const { revision: base } = (await entryNamed('Part')).edition
    await editEntry(
      site.store,
      of,
      { content: contentOfEntry(entry), slug: 'another-address' },
      { ...act(), base },
    )
    expect(await sequences()).toEqual([2, 1])
    expect(calendar.events[1]!.url).toBe(`${site.baseUrl}${day}/another-address#part`)
    await changeEntries(site.store, edition.id, [of.id], fields => ({ ...fields, position: 99 }), {
      ...act(),
      name: 'move',
    })
    expect(await sequences()).toEqual([2, 1])
    const old = await site.app.request(`${day}/webinar-on-remittances.ics?lang=fr`)
    expect([old.status, old.headers.get('location')]).toEqual([301, `${day}/another-address.ics?lang=fr`])
  })
})

describe('the address of a calendar', () => {
  test('answers with a calendar, its name, and when it last changed', async () => {
    await aWebinar()
    const response = await site.app.request(`${day}.ics`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="migrants-day-2020.ics"',
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    const modified = response.headers.get('last-modified')!
    expect(Date.parse(modified)).toBeLessThanOrEqual(site.clock.now)
    const again = (since: string) =>
      site.app.request(`${day}.ics`, { headers: { 'if-modified-since': since } })
    expect((await again(modified)).status).toBe(304)
    expect((await again(new Date(Date.parse(modified) - 1000).toUTCString())).status).toBe(200)
    const packed = await site.app.request(`${day}.ics`, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await textOf(packed)).toBe(await response.text())
  })

  test('gives the same bytes between two revisions, whoever asks and with whatever cookies', async () => {
    await aWebinar()
    const first = await (await site.app.request(`${day}.ics`)).text()
    site.clock.now += 12 * 3_600_000
    const headers = { cookie: 'zone=Asia/Manila; lang=ar', 'accept-language': 'fr' }
    expect(await (await site.app.request(`${day}.ics`, { headers })).text()).toBe(first)
    const onTheDay = Date.parse('2020-12-18T12:00Z')
    site.clock.now = onTheDay
    const near = await (await site.app.request(`${day}.ics`)).text()
    expect(near.replaceAll('PT15M', 'PT6H')).toBe(first)
    expect(near).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\nX-PUBLISHED-TTL:PT15M\r\n')
  })

  test('takes the filters of the page, a language, and names what it cannot understand', async () => {
    await addProgramme(site, at2020, [
      finding({ title: 'In Spanish', languages: ['es'], tags: ['Health'] }),
      finding({ title: 'In French', languages: ['fr'], start: '2020-12-18T16:00:00+01:00[Europe/Berlin]' }),
    ])
    const chosen = await site.app.request(`${day}.ics?language=es&lang=fr&topic=nothing`)
    const text = (await textOf(chosen)).replace(/\r\n /g, '')
    expect(eventsIn(text).map(({ title }) => title)).toEqual(['In Spanish'])
    expect(text).toContain('Langues: espagnol')
    expect(text).toMatch(/\r\nX-WR-CALNAME:[^\r]*espagnol\r\n/)
    expect(text).toMatch(/\r\nDESCRIPTION:[^\r]*nothing/)
    expect(text).toContain(`\r\nSOURCE;VALUE=URI:${site.baseUrl}${day}.ics?language=es&lang=fr\r\n`)
    const searched = await site.app.request(`${day}.ics?q=french`)
    expect(eventsIn(await textOf(searched)).map(({ title }) => title)).toEqual(['In French'])
  })

  test('of an entry is a file of one event, with its sessions told in it or beside it', async () => {
    await addProgramme(site, at2020, [
      finding({ sessions: [finding({ title: 'Part', start: '2020-12-18T14:30:00+01:00[Europe/Berlin]' })] }),
      finding({ kind: 'statement', title: 'A statement' }),
      finding({ title: 'Some time', start: undefined }),
    ])
    const one = await (await site.app.request(`${day}/webinar-on-remittances.ics`)).text()
    expect(eventsIn(one)).toHaveLength(1)
    expect(eventsIn(one)[0]!.description).toContain('14:30 Part')
    expect(one).not.toMatch(/X-WR-CALNAME|REFRESH-INTERVAL/)
    expect(one).toContain('X-ALT-DESC;FMTTYPE=text/html:')
    const all = await (await site.app.request(`${day}/webinar-on-remittances.ics?sessions=each`)).text()
    expect(eventsIn(all).map(({ title }) => title)).toEqual(['Webinar on remittances', 'Part'])
    for (const path of [
      `${day}/a-statement.ics`,
      `${day}/some-time.ics`,
      `${day}/none.ics`,
      '/none.ics',
      '/none/2020.ics',
    ])
      expect((await site.app.request(path)).status).toBe(404)
  })

  test('of a series holds all its editions that readers may see, the oldest first', async () => {
    await addProgramme(site, at2020, [finding()])
    await addProgramme(site, { ...at2020, edition: '2019', date: '2019-12-18' }, [
      finding({ title: 'A year before', start: '2019-12-18T14:00:00+01:00[Europe/Berlin]' }),
    ])
    await addProgramme(site, { ...at2020, edition: '2021', date: '2021-12-18', publish: false }, [
      finding({ title: 'A draft', start: '2021-12-18T14:00:00+01:00[Europe/Berlin]' }),
    ])
    const response = await site.app.request('/migrants-day.ics')
    const titles = eventsIn(await textOf(response)).map(({ title }) => title)
    expect(titles).toEqual(['A year before', 'Webinar on remittances'])
    expect((await site.app.request('/migrants-day/2021.ics')).status).toBe(404)
  })

  test('of an edition without events is a calendar all the same', async () => {
    await addProgramme(site, at2020, [finding({ kind: 'statement', title: 'A statement', start: undefined })])
    const response = await site.app.request(`${day}.ics`)
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(eventsIn(text)).toEqual([])
    expect([...readCalendar(Buffer.from(text), {})]).toMatchObject([{ problem: { code: 'no-events' } }])
  })

  test('never tells a link that opens a door, nor what opens it', async () => {
    await addProgramme(site, at2020, [
      finding({
        summary: `Join at ${secret}. Passcode: s3cr3t`,
        note: 'The passcode: s3cr3t',
        attendance: 'online',
        links: [{ role: 'join', url: secret }],
        sessions: [finding({ title: 'Part', links: [{ role: 'join', url: secret }] })],
      }),
    ])
    for (const now of ['2020-12-01T08:00Z', '2020-12-18T13:00Z', '2020-12-18T16:00Z']) {
      site.clock.now = Date.parse(now)
      for (const path of ['/migrants-day.ics', `${day}.ics`, `${day}/webinar-on-remittances.ics`]) {
        const text = (await textOf(await site.app.request(path))).replace(/\r\n /g, '')
        expect(text).toContain('Webinar on remittances')
        expect(text).not.toContain('s3cr3t')
      }
    }
  })
})
