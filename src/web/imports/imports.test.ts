import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { runImport } from '../../services/run-import.ts'
import { listImports } from '../../storage/imports.ts'

const base = 'http://localhost:1812'
const desk = '/desk/migrants-day/2020'
const table = [
  'Título,Fecha,Hora,Zona horaria,Nuestro presupuesto',
  'Voces de migrantes,2020-12-18,14:00,Europe/Madrid,300',
  ',2020-12-18,16:00,Europe/Madrid,1',
].join('\n')

describe.each(stores)('importing a file at the desk, in $name', ({ empty }) => {
  let site: TestSite
  let anna: SignedIn
  let editionId: string
  beforeEach(async () => {
    site = await openSite('2020-12-01T12:00:00Z', await empty())
    editionId = (await anEdition(site.store)).id
    anna = await signedIn(site, 'editor', { name: 'Anna' })
  })
  const get = async (path: string, who = anna) => {
    const answer = await site.app.request(base + path, { headers: who.headers })
    return { status: answer.status, html: await answer.text(), refresh: answer.headers.get('refresh') }
  }
  const upload = async (body: string | Uint8Array<ArrayBuffer>, name = 'eventos.csv', who = anna) => {
    const form = new FormData()
    form.set('file', new File([body], name))
    const answer = await site.app.request(`${base}${desk}/import`, {
      method: 'POST',
      headers: who.headers,
      body: form,
    })
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const post = (path: string, fields: Record<string, string>, who = anna) =>
    site.app.request(base + path, {
      method: 'POST',
      headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const run = async () => {
    const [kept] = await listImports(site.store.db, { editionId })
    await runImport(site.store, kept!.id, { now: () => site.clock.now })
  }

  test('shows which column was taken for what before anything is put in', async () => {
    const { to } = await upload(table)
    const { html, refresh } = await get(to!)
    expect(refresh).toBeNull()
    expect(holds(html, 'Título')).toBe('title')
    expect(holds(html, 'Nuestro presupuesto')).toBe('left out')
    expect(html).toContain('Voces de migrantes')
    expect(html).toContain('line 3: This row has no title; give it one in the column of titles.')
    expect(await site.store.db.selectFrom('entries').selectAll().execute()).toEqual([])
  })

  test('takes a column for what the curator says it holds', async () => {
    const { to } = await upload('Título,Día,Cuándo empieza,Quién\nVoces,2020-12-18,14:00,Red Sur')
    const told = {
      'column.Cuándo empieza': 'time',
      'column.Quién': 'organisations',
      'column.Gone': 'nonsense',
    }
    const { html } = await get(`${to}?${new URLSearchParams(told)}`)
    expect([holds(html, 'Cuándo empieza'), holds(html, 'Quién')]).toEqual(['time of day', 'organisations'])
    expect(html).toContain('<input type="hidden" name="column.Quién" value="organisations"/>')
    await post(to!, { 'new-as': 'published', changes: 'accept', ...told })
    await run()
    const { db } = site.store
    expect(await db.selectFrom('entries').select(['title', 'wall_start']).execute()).toEqual([
      { title: 'Voces', wall_start: '2020-12-18T14:00:00' },
    ])
    expect(await db.selectFrom('organisations').select('name').execute()).toEqual([{ name: 'Red Sur' }])
  })

  test('asks what columns hold of which not one is known', async () => {
    const { to } = await upload('Worum es geht,Wer macht das,Tag davon\nStimmen,Netz Süd,2020-12-18')
    const asked = await get(to!)
    expect(['Worum es geht', 'Wer macht das', 'Tag davon'].map(name => holds(asked.html, name))).toEqual([
      'left out',
      'left out',
      'left out',
    ])
    const told = {
      'column.Worum es geht': 'title',
      'column.Wer macht das': 'organisations',
      'column.Tag davon': 'date',
    }
    const { html } = await get(`${to}?${new URLSearchParams(told)}`)
    expect(html).toContain('Stimmen')
    await post(to!, { 'new-as': 'published', changes: 'accept', ...told })
    await run()
    expect(await site.store.db.selectFrom('entries').select(['title', 'wall_start']).execute()).toEqual([
      { title: 'Stimmen', wall_start: '2020-12-18' },
    ])
  })

  test('asks the same of a spreadsheet', async () => {
    const rows = [
      ['Alles vom Tage'],
      ['Worum es geht', 'Wer macht das', 'Tag davon'],
      ['Stimmen', 'Netz Süd', '2020-12-18'],
    ]
    const file = await writeXlsx({ sheets: [{ name: 'Blatt', rows }] })
    const { to } = await upload(Uint8Array.from(file), 'tag.xlsx')
    expect(holds((await get(to!)).html, 'Worum es geht')).toBe('left out')
    const told = {
      'column.Worum es geht': 'title',
      'column.Wer macht das': 'organisations',
      'column.Tag davon': 'date',
    }
    const { html } = await get(`${to}?${new URLSearchParams(told)}`)
    expect(holds(html, 'Worum es geht')).toBe('title')
    await post(to!, { 'new-as': 'published', changes: 'accept', ...told })
    await run()
    const { db } = site.store
    expect(await db.selectFrom('entries').select(['title', 'wall_start']).execute()).toEqual([
      { title: 'Stimmen', wall_start: '2020-12-18' },
    ])
    expect(await db.selectFrom('organisations').select('name').execute()).toEqual([{ name: 'Netz Süd' }])
  })

  test('leaves a column out where the curator says so', async () => {
    const { to } = await upload('title,date,note\nVoices,2020-12-18,for us alone')
    const left = { 'column.note': '' }
    expect(holds((await get(`${to}?${new URLSearchParams(left)}`)).html, 'note')).toBe('left out')
    await post(to!, { 'new-as': 'published', ...left })
    await run()
    expect(await site.store.db.selectFrom('entries').select('note').execute()).toEqual([{ note: null }])
  })

  test('goes on while the page asks again, and ends in a report', async () => {
    const { to } = await upload(table)
    await post(to!, { 'new-as': 'published', changes: 'accept' })
    expect(await get(to!)).toMatchObject({
      refresh: '2',
      html: expect.stringContaining('It is about to begin.'),
    })
    await run()
    const { html, refresh } = await get(to!)
    expect(refresh).toBeNull()
    expect(html).toContain('1 new, 1 refused')
    expect(html).toContain('line 3: This row has no title; give it one in the column of titles.')
    const french = words((await get(`${to}?lang=fr`)).html)
    expect(french).toContain('ligne 3 : Il n’y a pas de titre.')
    expect(french).toContain('leur nom n’est pas connu : Nuestro presupuesto.')
    expect(french).not.toContain('This row')
    // What it put in is one press away.
    expect(html).toMatch(/href="\/desk\/[^"]+\/history\/\d+"/)
    expect((await get(`${desk}/import`)).html).toContain('1 new, 1 refused')
    expect((await get(`${desk}/import`)).html).toContain('eventos.csv')
  })

  test('asks whether what comes again is one entry, and puts it in as one', async () => {
    const weekly =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w@x\r\nDTSTART:20201211T180000Z\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Choir practice\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    const { to } = await upload(weekly, 'choir.ics')
    expect((await get(to!)).html).toContain('What comes again and again')
    await post(to!, { 'new-as': 'published', repeated: 'one' })
    await run()
    const rows = await site.store.db
      .selectFrom('entries')
      .select(['title', 'parent_id'])
      .orderBy('parent_id', order => order.asc().nullsFirst())
      .execute()
    expect(rows.map(({ title, parent_id }) => [title, parent_id !== null])).toEqual([
      ['Choir practice', false],
      ['Choir practice', true],
      ['Choir practice', true],
    ])
  })

  test('is said in Arabic too', async () => {
    const { to } = await upload(table)
    await post(to!, { 'new-as': 'draft' })
    await run()
    expect((await get(`${to}?lang=ar`)).html).toContain('السطر 3: ليس له عنوان')
  })

  test('makes drafts for contributors, whatever their form says', async () => {
    const carl = await signedIn(site, 'contributor')
    const { to } = await upload(table, 'eventos.csv', carl)
    await post(to!, { 'new-as': 'published', changes: 'accept' }, carl)
    await run()
    expect(await site.store.db.selectFrom('entries').select(['title', 'state']).execute()).toEqual([
      { title: 'Voces de migrantes', state: 'draft' },
    ])
  })

  test('is left alone where one changes one’s mind, and refused where there is nothing', async () => {
    const { to } = await upload(table)
    expect((await post(to!, { _method: 'delete' })).status).toBe(303)
    expect((await get(to!)).status).toBe(404)
    const { status, html } = await upload('', 'nothing.csv')
    expect([status, html.includes('There is nothing in the file')]).toEqual([422, true])
    expect(await listImports(site.store.db, { editionId })).toEqual([])
  })

  test('says what is wrong with a file that is not known', async () => {
    const { to } = await upload('PK\u0003\u0004 is no archive', 'photos.zip')
    const { html } = await get(to!)
    expect(html).toContain('Nothing was recognised in it.')
    expect(html).not.toContain('>Import it<')
  })

  test('reads nothing out of a picture, and says where it is kept', async () => {
    const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'))
    const { to } = await upload(png, 'poster.png')
    const { html } = await get(to!)
    expect(html).toContain('Paste it at the desk')
    expect(html).not.toContain('>Import it<')
    await post(to!, {})
    await run()
    expect(await site.store.db.selectFrom('entries').select('id').execute()).toEqual([])
  })
})

/** What is chosen for a column on the page. */
function holds(html: string, name: string): string | undefined {
  const select = html.split(`<bdi>${name}</bdi>`)[1]?.split('</select>')[0]
  return /<option[^>]* selected=""[^>]*>([^<]*)/.exec(select ?? '')?.[1]
}
