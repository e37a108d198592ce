import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'
import { undoRevision } from './undo-revision.ts'

const iom = finding({
  uid: 'remittances@iom.example',
  title: 'Webinar on remittances and the families behind them',
  organisations: [{ name: 'IOM' }],
  links: [{ role: 'registration', url: 'https://iom.example/register/remittances' }],
})
const ilo = finding({
  uid: '20201218-7@ilo.example',
  title: 'IOM–ILO: Remittances and the families behind them (webinar)',
  start: '2020-12-18T13:00:00+00:00[UTC]',
  organisations: [{ name: 'ILO' }, { name: 'International Organization for Migration' }],
  links: [{ role: 'join', url: 'https://zoom.us/j/98765432101' }],
})
const choir = finding({
  uid: 'choir@ilo.example',
  title: 'A choir for the day',
  organisations: [{ name: 'ILO' }],
})

describe.each(stores)('what two sources tell, in $name', ({ empty }) => {
  test('becomes one entry with the hosts and links of both', async () => {
    const store = await empty()
    await importInto(store, linesOf([iom]), { file: 'iom.ics' })
    const summary = await importInto(store, linesOf([ilo, choir]), { file: 'ilo.ics', at: later })
    expect(summary).toMatchObject({ new: 2, notes: [{ code: 'merged', title: ilo.title }] })
    const [entry, other, ...more] = await shown(store)
    expect(more).toEqual([])
    expect(other!.title).toBe(choir.title)
    expect(entry!.title).toBe(iom.title)
    expect(entry!.organisations.map(({ name }) => name)).toEqual([
      'IOM',
      'ILO',
      'International Organization for Migration',
    ])
    expect(entry!.links.map(({ role }) => role)).toEqual(['registration', 'join'])
  })

  test('becomes one where others announce the same page, word for word, whoever says to hold it', async () => {
    const store = await empty()
    const told = (uid: string, host: string, url: string, title: string) =>
      finding({ uid, title, url, organisations: [{ name: host }], links: [{ role: 'source', url }] })
    const page = 'https://voices.example.org/events/five-countries'
    const title = 'Voices of migrants: stories from five countries'
    await importInto(store, linesOf([told('1@choir.example', 'Choir e.V.', page, title)]), { file: 'a.ics' })
    const same = `${page.replace('https://', 'http://www.')}/?utm_source=letter`
    const others = [told('77@bonn.example', 'City of Bonn', same, title.replace(':', ' –'))]
    const summary = await importInto(store, linesOf(others), { file: 'b.ics', at: later })
    expect(summary).toMatchObject({ new: 1, notes: [{ code: 'merged' }] })
    expect((await shown(store)).map(({ organisations }) => organisations.map(({ name }) => name))).toEqual([
      ['Choir e.V.', 'City of Bonn'],
    ])
    // What many things are called says less.
    const [one, other] = ['IOM', 'ILO'].map(host => told(`w@${host}.example`, host, `${page}/w`, 'Webinar'))
    await importInto(store, linesOf([one!]), { file: 'c.ics', at: later + 1 })
    await importInto(store, linesOf([other!]), { file: 'd.ics', at: later + 2 })
    expect(await shown(store)).toHaveLength(3)
  })

  test('stays one when both are read again, and hears of both', async () => {
    const store = await empty()
    await importInto(store, linesOf([iom]), { file: 'iom.ics' })
    await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later })
    const { revision } = (await readProgramme(store, 'migrants-day', '2020'))!.edition
    await importInto(store, linesOf([iom]), { file: 'iom.ics', at: later + 1 })
    const again = await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later + 2 })
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 1, missing: [], revision })
    const captioned = { ...ilo, captions: ['en'] }
    await importInto(store, linesOf([captioned]), { file: 'ilo.ics', at: later + 3 })
    expect(await shown(store)).toMatchObject([{ title: iom.title, captions: ['en'] }])
  })

  test('is two again when that is undone, and stays two', async () => {
    const store = await empty()
    await importInto(store, linesOf([iom]), { file: 'iom.ics' })
    const { revision } = await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later })
    const { id } = (await readProgramme(store, 'migrants-day', '2020'))!.edition
    await undoRevision(store, id, revision!, { by: 'Ana', at: later + 1 })
    expect((await shown(store)).map(({ title }) => title)).toEqual([iom.title, ilo.title])
    await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later + 2 })
    expect((await shown(store)).map(({ title }) => title)).toEqual([iom.title, ilo.title])
  })

  test('is left to the desk where a source may not change what it tells, or says that it is off', async () => {
    const store = await empty()
    await importInto(store, linesOf([iom]), { file: 'iom.ics' })
    const taking = { new: 'published', changes: 'propose', cancels: true, ours: [], days: null } as const
    await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later, taking })
    expect(await shown(store)).toHaveLength(2)
    const off = { ...ilo, uid: 'off@other.example', status: 'cancelled' } as const
    await importInto(store, linesOf([off]), { file: 'other.ics', at: later + 1 })
    expect((await shown(store)).map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'cancelled'])
  })

  test('is left to the desk where it comes as a draft, or may be either of two', async () => {
    const store = await empty()
    await importInto(store, linesOf([iom]), { file: 'iom.ics' })
    const taking = { new: 'draft', changes: 'accept', cancels: true, ours: [], days: null } as const
    await importInto(store, linesOf([ilo]), { file: 'ilo.ics', at: later, taking })
    expect(await shown(store)).toHaveLength(1)
    const all = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!.entries
    expect(all.map(({ state }) => state)).toEqual(['published', 'draft'])
  })
})

const later = Date.parse('2020-12-02T00:00:00Z')

async function shown(store: Store) {
  return (await readProgramme(store, 'migrants-day', '2020'))!.entries
}
