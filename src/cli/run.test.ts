import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRawSite, type RawSite, send } from '../../test/raw-site.ts'
import { readConfig, settings, storeOf } from '../config.ts'
import { createFetch } from '../outside/fetch.ts'
import { openStore } from '../storage/store.ts'
import { openWords } from '../web/words.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylong-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function daylong(
  args: string[],
  { input, data = 'data', exempt = false }: { input?: string; data?: string; exempt?: boolean } = {},
) {
  const lines: string[] = []
  let said = ''
  const io: Io = {
    line: async words => void lines.push(words),
    say: words => {
      said += words
    },
    input: () =>
      input === undefined
        ? null
        : (async function* () {
            yield* input.split('\n')
          })(),
    isTerminal: false,
    settings,
    baseUrl: () => 'https://day.example',
    setUp: () => {
      const config = readConfig({ DAYLONG_DATA: join(folder, data) })
      return { ...config, place: storeOf(config) }
    },
    place: () => storeOf(readConfig({ DAYLONG_DATA: join(folder, data) })),
    output: () => new PassThrough(),
    openStore: async () => {
      mkdirSync(join(folder, data), { recursive: true })
      return openStore(storeOf(readConfig({ DAYLONG_DATA: join(folder, data) })))
    },
    words: openWords,
    openFetch: async () => createFetch({ baseUrl: 'http://localhost:1812', exempt, now: Date.now }),
    serve: async () => 0,
    now: () => Date.parse('2021-03-01T00:00Z'),
  }
  const status = await run(args, io)
  return {
    status,
    lines,
    get out() {
      return lines.map(line => JSON.parse(line))
    },
    said,
  }
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('a call', () => {
  test('without words says what there is', async () => {
    const { status, out, said } = await daylong([])
    expect([status, out]).toEqual([0, []])
    for (const command of ['when', 'inspect', 'import', 'serve']) expect(said).toContain(`daylong ${command}`)
  })

  test('for help says how to call one', async () => {
    expect((await daylong(['help', 'import'])).said).toContain('--into SERIES/EDITION')
    expect((await daylong(['inspect', '--help'])).said).toContain('--published DATE')
  })

  test.each([
    [['juggle'], 'no command “juggle”'],
    [['constructor'], 'no command “constructor”'],
    [['inspect'], 'no file'],
    [['inspect', '--tabel', 'x'], 'no option --tabel'],
    [['inspect', 'x', '--as', 'soup'], 'expected one of post, calendar'],
    [['inspect', 'x', '--from', '2021-02-30'], '--from is “2021-02-30”'],
    [['inspect', 'x', '--from', '2021-03-02', '--to', '2021-03-01'], 'lies after'],
    [['inspect', 'x', '--url', 'ftp://a'], '--url is “ftp://a”'],
    [['when', 'noon', '--zone', 'Mars'], '--zone is “Mars”'],
    [['when', 'noon', '--published'], '--published needs a value'],
    [['when'], 'no phrase'],
    [['import', 'x'], 'expected SERIES/EDITION'],
    [['import', 'x', '--into', 'a/b/c'], 'expected SERIES/EDITION'],
    [['import', 'x', 'y', '--into', 'a/b'], 'One file at a time'],
    [['serve', 'here'], 'serve takes no names'],
    [['serve', '--clock', 'tomorrow'], '--clock is “tomorrow”; expected a moment such as 2020-12-17T10:00Z'],
    [['serve', '--clock', '2020-12-17T10:00Z', '--speed', 'fast'], '--speed is “fast”'],
    [['serve', '--speed', '60'], '--speed needs --clock'],
  ])('%j is refused in words', async (args, words) => {
    const { status, out, said } = await daylong(args)
    expect([status, out]).toEqual([1, []])
    expect(said).toContain(words)
    expect(said).not.toMatch(/^\s+at /m)
  })
})

describe('when', () => {
  test('gives one line for each phrase', async () => {
    const { status, out } = await daylong([
      'when',
      '18 December 2020, 2pm CET',
      'soup',
      '--published',
      '2020-12-01',
    ])
    expect(status).toBe(0)
    expect(out[0]).toEqual({
      phrase: '18 December 2020, 2pm CET',
      readings: [{ start: '2020-12-18T14:00:00+01:00[Europe/Berlin]', end: null, allDay: false }],
      doubts: [],
    })
    expect(out[1]).toMatchObject({ phrase: 'soup', readings: [] })
  })

  test('reads lines of phrase, day and zone from stdin', async () => {
    const input =
      '18 December, 2pm\t2020-12-01\tAsia/Manila\n\n18 December 2020, 2pm\t\tEurope/Rome\n18 December 2020, 2pm UTC\tsoup\t\n'
    const { status, out, said } = await daylong(['when'], { input })
    expect(out.map(line => line.readings[0].start)).toEqual([
      '2020-12-18T14:00:00+08:00[Asia/Manila]',
      '2020-12-18T14:00:00+01:00[Europe/Rome]',
      '2020-12-18T14:00:00+00:00[UTC]',
    ])
    expect(status).toBe(1)
    expect(said).toContain('line 4')
  })
})

describe('inspect', () => {
  test('names the file on every line, and fails where a file gives nothing but problems', async () => {
    const good = file('good.csv', 'title,date,tz\nWalk,2021-03-10,\n,2021-03-10,\n')
    const bad = file('bad.csv', 'PK\x03\x04')
    const both = await daylong([
      'inspect',
      good,
      bad,
      join(folder, 'none.csv'),
      'http://127.0.0.1/a.ics',
      '--table',
    ])
    expect(both.out.map(line => [line.file, line.finding?.title ?? line.problem.code])).toEqual([
      [good, 'Walk'],
      [good, 'title-missing'],
      [bad, 'not-text'],
      [join(folder, 'none.csv'), 'file-unreadable'],
      ['http://127.0.0.1/a.ics', 'address-refused'],
    ])
    expect(both.status).toBe(1)
    expect(both.said).toMatch(/good\.csv +1 +1 +0 +title-missing/)
    expect((await daylong(['inspect', good])).status).toBe(0)
  })

  test('hands its options on', async () => {
    const table = file('relative.csv', 'title,date,time,url\nWalk,2021-03-10,14:00,/walk\n')
    const { out } = await daylong(['inspect', table, '--url', 'https://day.example/', '--zone', 'asia/tokyo'])
    expect(out[0].finding).toMatchObject({
      url: 'https://day.example/walk',
      start: '2021-03-10T14:00:00+09:00[Asia/Tokyo]',
    })
  })
})

describe('an address', () => {
  let site: RawSite
  const table = 'title;date;time;timezone;url\nПрогулка;2021-03-10;14:00;UTC;/walk\n'
  const calendar =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20210310T140000Z\r\nSUMMARY:Walk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  beforeAll(async () => {
    site = await openRawSite((socket, path) => {
      if (path === '/gone') send(socket, '', {}, 410)
      else if (path === '/old') send(socket, '', { location: '/new/table.csv?for=all' }, 301)
      else if (path === '/day.ics') send(socket, calendar, { 'content-type': 'text/calendar' })
      else send(socket, iconv.encode(table, 'koi8-r'), { 'content-type': 'text/csv; charset="KOI8-R"' })
    })
  })
  afterAll(() => site.close())
  const at = (path: string) => `http://127.0.0.1:${site.port}${path}`

  test('is inspected like a file: its own address and charset are taken for what is not told', async () => {
    const { status, out } = await daylong(['inspect', at('/old')], { exempt: true })
    expect(out).toMatchObject([{ file: at('/old'), finding: { title: 'Прогулка', url: at('/walk') } }])
    expect(status).toBe(0)
    const told = await daylong(['inspect', at('/old'), '--url', 'https://day.example/'], { exempt: true })
    expect(told.out).toMatchObject([{ finding: { url: 'https://day.example/walk' } }])
  })

  test('that cannot be read is one problem in a sentence, and others are read all the same', async () => {
    const addresses = [at('/gone'), 'file:///etc/passwd', at('/day.ics')]
    const { status, out } = await daylong(['inspect', ...addresses], { exempt: true })
    expect(out).toMatchObject([
      { file: at('/gone'), problem: { code: 'gone', says: expect.stringContaining('410') } },
      { file: 'file:///etc/passwd', problem: { code: 'address-invalid' } },
      { file: at('/day.ics'), finding: { title: 'Walk', start: '2021-03-10T14:00:00+00:00[UTC]' } },
    ])
    expect(status).toBe(1)
  })

  test('is not read inside a private network unless that is allowed', async () => {
    const { status, out } = await daylong(['inspect', at('/day.ics')])
    expect([status, out.map(line => line.problem.code)]).toEqual([1, ['address-refused']])
  })

  test('is imported, and what cannot be read stores nothing', async () => {
    const into = ['--into', 'walking-day/2023', '--date', '2021-03-10', '--zone', 'UTC']
    const gone = await daylong(['import', at('/gone'), ...into], { exempt: true })
    expect([gone.status, gone.out]).toEqual([1, []])
    expect(gone.said).toContain('was taken away')
    const good = await daylong(['import', at('/day.ics'), ...into], { exempt: true })
    expect(good.out).toMatchObject([{ edition: '2023', new: 1 }])
    const again = await daylong(['import', at('/day.ics'), ...into], { exempt: true })
    expect(again.out).toMatchObject([{ new: 0, unchanged: 1 }])
  })
})

describe('import', () => {
  test('stores a file, and storing it again changes nothing', async () => {
    const table = file(
      'day.csv',
      'title,date,time,timezone,id\nWalk,2021-03-10,14:00,UTC,w1\nSong,2021-03-10,16:00,UTC,s1\n',
    )
    const args = [
      'import',
      table,
      '--into',
      'walking-day/2021',
      '--date',
      '2021-03-10',
      '--zone',
      'Europe/Rome',
    ]
    const first = await daylong(args)
    expect(first.said).toContain('2 new, 0 changed, 0 unchanged')
    expect(first.out).toMatchObject([
      { series: 'walking-day', edition: '2021', new: 2, changed: 0, unchanged: 0 },
    ])
    expect(first.status).toBe(0)
    const second = await daylong(args)
    expect(second.out).toMatchObject([{ new: 0, changed: 0, unchanged: 2 }])
    for (const { said } of [first, second]) expect(said).toContain('It is a draft')
    expect((await daylong([...args, '--publish'])).said).not.toContain('draft')
  })

  test('days without a year and hours without a day are those of the edition', async () => {
    const post = file(
      'round.md',
      [
        '# Walking Day 2026: what is on',
        '',
        '- [Webinar on paths](https://day.example/paths), 18 December, 15.30 Manila',
        '- [Discussion on shoes](https://day.example/shoes), 14:00 CET',
      ].join('\n'),
    )
    const into = ['import', post, '--into', 'round-day/2026', '--zone', 'Europe/Berlin']
    const data = 'round'
    expect((await daylong([...into, '--date', '2026-12-18'], { data })).out).toMatchObject([{ new: 2 }])
    const told = async () => {
      const { out } = await daylong(['export', 'round-day/2026', '--as', 'json'], { data })
      return out
    }
    const stored = JSON.stringify(await told())
    expect(stored).toContain('2026-12-18T15:30:00+08:00[Asia/Manila]')
    expect(stored).toMatch(/2026-12-18T14:00:00\+01:00\[Europe\/(?:Berlin|Paris)\]/)
    const calendar = await daylong(['export', 'round-day/2026', '--as', 'calendar', '--lang', 'fr'], { data })
    expect(calendar.status).toBe(0)
    const text = calendar.lines.join('\n')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(text.match(/\r\nBEGIN:VEVENT\r\n/g)).toHaveLength(2)
    expect(text.replaceAll('\r\n ', '')).toMatch(/SOURCE;VALUE=URI:https?:\S+\/round-day\/2026\.ics\r\n/)
    for (const wrong of [['--lang', 'xx'], ['--all']])
      expect(
        (await daylong(['export', 'round-day/2026', '--as', 'calendar', ...wrong], { data })).status,
      ).toBe(1)
    const toCopy = await daylong(['export', 'round-day/2026', '--as', 'post', '--zones', 'UTC'], { data })
    expect([toCopy.status, toCopy.lines.join('\n')]).toEqual([
      0,
      expect.stringContaining('### [Webinar on paths](https://day.example/paths)\n\n**When:** Friday, 18 '),
    ])
    for (const wrong of [['--format', 'pdf'], ['--all']])
      expect((await daylong(['export', 'round-day/2026', '--as', 'post', ...wrong], { data })).status).toBe(1)
    // Once the edition is there it need not be told again.
    expect((await daylong(into, { data })).out).toMatchObject([{ new: 0, changed: 0, unchanged: 2 }])
  })

  test('of what comes again only the dates around the edition are entries, as at the desk', async () => {
    const yearly = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:walk@day.example',
      'DTSTART:20150310T140000Z',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Walk of the year',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    const calendar = file('yearly.ics', yearly.join('\r\n'))
    const data = 'yearly'
    const into = ['import', calendar, '--into', 'yearly-day/2021']
    const told = ['--date', '2021-03-10', '--zone', 'UTC']
    expect((await daylong([...into, ...told], { data })).out).toMatchObject([{ new: 1 }])
    // Of the edition that is there as well; other days are asked for.
    expect((await daylong(into, { data })).out).toMatchObject([{ new: 0, unchanged: 1 }])
    const more = ['--from', '2021-01-01', '--to', '2023-12-31']
    expect((await daylong([...into, ...more], { data })).out).toMatchObject([{ new: 2, unchanged: 1 }])
  })

  test('what cannot be stored is refused with what to add', async () => {
    const table = file('dateless.csv', 'title,url\nWalk,https://day.example/walk\n')
    const { status, out, said } = await daylong(['import', table, '--into', 'no-day/2021'], { data: 'other' })
    expect([status, out]).toEqual([1, []])
    expect(said).toMatch(/--date|--zone/)
  })

  test('a file that cannot be read stores nothing', async () => {
    const { status, said } = await daylong(['import', join(folder, 'none.ics'), '--into', 'walking-day/2022'])
    expect(status).toBe(1)
    expect(said).toContain('There is no such file.')
  })
})

describe('user', () => {
  const data = 'users'

  test('an account is added with a role and a link that signs in; then it is listed, and gets another link', async () => {
    const added = await daylong(['user', 'add', 'Ada@Example.org', '--role', 'owner', '--name', 'Ada'], {
      data,
    })
    expect(added.out).toEqual([
      {
        name: 'Ada',
        email: 'ada@example.org',
        link: expect.stringMatching(/^https:\/\/day\.example\/sign-in\/host\/[\w-]{43}$/),
      },
    ])
    expect(added.status).toBe(0)
    expect((await daylong(['user', 'list'], { data })).out).toEqual([
      {
        name: 'Ada',
        email: 'ada@example.org',
        roles: [{ role: 'owner', series: null }],
        since: '2021-03-01T00:00:00.000Z',
      },
    ])
    const another = await daylong(['user', 'link', 'ada@example.org'], { data })
    expect([another.status, another.out[0].link === added.out[0].link]).toEqual([0, false])
  })

  test.each([
    [['user'], 'user is followed by list, add or link; nothing came.'],
    [['user', 'remove', 'a@b.org'], 'user is followed by list, add or link; “remove” came.'],
    [['user', 'add', 'a@b.org'], '--role is “”; expected one of moderator, contributor, editor, owner.'],
    [['user', 'add', 'a@b.org', '--role', 'king'], '--role is “king”'],
    [['user', 'add', 'nowhere', '--role', 'owner'], '“nowhere” is no mail address.'],
    [['user', 'add', 'a@b.org', '--role', 'editor', '--series', 'none'], 'There is no series “none”.'],
    [['user', 'add', 'a@b.org', '--role', 'owner', '--series', 'none'], 'Owners own the whole site'],
    [['user', 'link', 'nobody@b.org'], 'Nobody has an account with the address “nobody@b.org”.'],
  ])('%j is refused in words', async (args, says) => {
    const { status, out, said } = await daylong(args, { data: 'nobody' })
    expect([status, out, said.includes(says)]).toEqual([1, [], true])
    expect((await daylong(['user', 'list'], { data: 'nobody' })).out).toEqual([])
  })
})
