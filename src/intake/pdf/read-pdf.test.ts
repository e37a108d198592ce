import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pageOf, writePdf } from '../../../test/pdf/write-pdf.ts'
import type { InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'
import { readPdfText } from './pdf-text.ts'

async function read(bytes: Uint8Array, options = {}): Promise<InspectLine[]> {
  return [...(await inspect(bytes, options))]
}

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.pdf`, import.meta.url))

describe('a PDF is read like a page', () => {
  test('a flyer tells its event, and where one registers', async () => {
    expect(await read(fixture('flyer'))).toEqual([
      {
        finding: {
          kind: 'event',
          title: 'Counting what counts: data on the move and the people behind it',
          start: '2020-12-18T14:00:00+01:00[Africa/Lagos]',
          end: '2020-12-18T15:30:00+01:00[Africa/Lagos]',
          told: { start: 'Friday 18 December 2020, 14:00 – 15:30 (WAT)' },
          attendance: 'online',
          organisations: [{ name: 'Network for Migrants’ Rights' }],
          people: [
            { name: 'Amina Bello', role: 'speaker' },
            { name: 'Jean Diop', role: 'speaker' },
          ],
          registrationUntil: '2020-12-16',
          recording: 'expected',
          interpretation: ['fr', 'es'],
          links: [{ role: 'registration', url: 'https://us02web.zoom.us/webinar/register/WN_abc123DEF456' }],
          from: expect.objectContaining({ title: 'text', start: 'text', links: 'text' }),
        },
      },
    ])
  })

  test('a statement tells its title and its day', async () => {
    const [line] = await read(fixture('statement'))
    expect(line).toMatchObject({
      finding: {
        kind: 'statement',
        title: 'Statement on International Migrants Day 2021',
        published: '2021-12-18',
      },
    })
  })

  test('Arabic is read in its own order', async () => {
    const [line] = await read(fixture('arabic'))
    expect(line).toMatchObject({
      finding: {
        title: 'ندوة عن حقوق المهاجرين',
        start: '2020-12-18T18:00:00+02:00[Africa/Cairo]',
        links: [{ role: 'registration', url: 'https://register.example.org/nadwa' }],
      },
    })
  })

  test('a programme tells when the day is, though its name says of no event', async () => {
    const [line] = await read(fixture('programme'))
    expect(line).toMatchObject({
      finding: {
        kind: 'event',
        title: 'Journée internationale des migrants : récits, droits, chiffres',
        start: '2024-12-18T09:30:00+01:00[Europe/Zurich]',
        end: '2024-12-18T17:00:00+01:00[Europe/Zurich]',
        links: [{ role: 'registration', url: 'https://inscription.example.org/colloque-2024' }],
      },
    })
  })

  test('lines that only the paper broke are one, and rows of a table one each', async () => {
    const answer = await readPdfText(fixture('programme'))
    const lines = 'content' in answer ? answer.content.pages.map(page => page.map(({ text }) => text)) : []
    expect(lines[0]![5]).toMatch(/^Le colloque réunit .* autour d’une question simple .* vers l’anglais\.$/)
    expect(lines[1]).toEqual([
      '9h30 Accueil et ouverture',
      '10h00 Table ronde : compter, raconter',
      '14h00 Atelier : lire une carte des migrations',
      '16h30 Conclusions',
    ])
  })

  test('tables of two days are the sessions of one event, whose words go on in the next line', async () => {
    const [line] = await read(fixture('day-tables'))
    const { sessions, start, end } = line && 'finding' in line ? line.finding : {}
    expect({ start, end }).toEqual({ start: '2025-12-17', end: '2025-12-18' })
    const opening = 'Opening of the dialogue and words of welcome by the host government'
    expect(
      sessions?.map(({ title, start, people }) => [title.slice(0, 67), start?.slice(0, 22), people?.at(-1)]),
    ).toEqual([
      [
        opening,
        '2025-12-17T09:00:00+07',
        expect.objectContaining({ name: 'Rosa Mendes', affiliation: 'Union of Domestic Workers' }),
      ],
      [
        'Panel 1: What the law promises and what the workplace delivers, in ',
        '2025-12-17T09:30:00+07',
        expect.objectContaining({ name: 'Thida Win' }),
      ],
      [
        'Panel 2: Recruitment without fees',
        '2025-12-17T11:30:00+07',
        expect.objectContaining({ name: 'Maria Santos' }),
      ],
      ['Working groups by corridor', '2025-12-18T10:00:00+07', undefined],
      [
        'Closing statement for International Migrants Day',
        '2025-12-18T11:30:00+07',
        expect.objectContaining({ name: 'All' }),
      ],
    ])
  })

  test('lines that begin with hours are the sessions of a day', async () => {
    const lines = [
      'Colloquium on exile',
      '18 December 2025, all times are GMT',
      '10:00-10:15 Greeting',
      '10:15-11:30 Letters from Lisbon',
      '11:30-12:00 The long queue',
    ]
    const [line] = await read(writePdf(pageOf(lines)))
    const { sessions } = line && 'finding' in line ? line.finding : {}
    expect(sessions?.map(({ title, start, end }) => [title, start, end])).toEqual([
      ['Greeting', '2025-12-18T10:00:00+00:00[UTC]', '2025-12-18T10:15:00+00:00[UTC]'],
      ['Letters from Lisbon', '2025-12-18T10:15:00+00:00[UTC]', '2025-12-18T11:30:00+00:00[UTC]'],
      ['The long queue', '2025-12-18T11:30:00+00:00[UTC]', '2025-12-18T12:00:00+00:00[UTC]'],
    ])
  })

  test('whatever it is called, and however it is said to be read', async () => {
    const lines = ['Webinar: who counts?', 'Date: 18 December 2020', 'Time: 14:00-15:00 UTC']
    const pdf = writePdf(pageOf(lines))
    for (const options of [{ name: 'page.html' }, { as: 'page' as const }, { as: 'calendar' as const }])
      expect(await read(pdf, options)).toMatchObject([
        { finding: { title: 'Webinar: who counts?', start: '2020-12-18T14:00:00+00:00[UTC]' } },
      ])
  })
})

describe('a PDF that cannot be read says what to do', () => {
  const codes = async (bytes: Uint8Array) =>
    (await read(bytes)).map(line => ('problem' in line ? line.problem.code : line))

  test('one without text', async () => {
    expect(await codes(writePdf(pageOf([], Buffer.from('0 0 100 100 re f'))))).toEqual(['no-text'])
    expect(await codes(writePdf(pageOf(['- 1 -'])))).toEqual(['no-text'])
  })

  test('one with a password', async () => {
    const locked = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`
    expect(await codes(writePdf(pageOf(['Secret']), locked))).toEqual(['locked'])
  })

  test('one that is none, or broke off', async () => {
    expect(await codes(Buffer.from('%PDF-1.7\n'))).toEqual(['damaged'])
    expect(await codes(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50_000, 'x y z ')]))).toEqual([
      'damaged',
    ])
    expect(await codes(fixture('flyer').subarray(0, 300))).toEqual(['damaged'])
  })
})

describe('a hostile PDF neither hangs nor crashes', () => {
  const outcome = async (bytes: Uint8Array, limits = {}) => {
    const answer = await readPdfText(bytes, { ms: 8000, ...limits })
    return 'problem' in answer ? answer.problem.code : answer.content
  }

  test('one that unpacks to gigabytes', { timeout: 60_000 }, async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000, '(a) Tj '))
    const twice = deflateSync(bomb)
    expect(await outcome(writePdf(pageOf([], bomb, '/Filter /FlateDecode')), { megabytes: 64 })).toBe(
      'too-heavy',
    )
    const both = writePdf(pageOf([], twice, '/Filter [/FlateDecode /FlateDecode]'))
    expect(twice.length).toBeLessThan(50_000)
    expect(await outcome(both, { megabytes: 64 })).toBe('too-heavy')
    // What comes after it is read as if nothing had been.
    expect(await outcome(writePdf(pageOf(['Hello'])))).toMatchObject({ count: 1 })
  })

  test('one that takes too long', async () => {
    const many = Buffer.from(`BT /F1 12 Tf ${'(Lorem ipsum) Tj 0 -1 Td '.repeat(400_000)} ET`)
    expect(await outcome(writePdf(pageOf([], many)), { ms: 50 })).toBe('too-heavy')
  })

  test('one whose pages go round in circles, or are said to be a million', async () => {
    const [catalogue, , page, content, font] = pageOf(['Hello there, whoever reads this'])
    const round = writePdf([
      catalogue!,
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>',
      page!,
      content!,
      font!,
    ])
    expect(await outcome(round)).toSatisfy(told => told === 'damaged' || typeof told === 'object')
    const million = writePdf([
      catalogue!,
      '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>',
      page!,
      content!,
      font!,
    ])
    expect(await outcome(million)).toSatisfy(told => told === 'damaged' || typeof told === 'object')
  })

  test('one that lies in itself thousands deep', async () => {
    const [, pages, page, content, font] = pageOf(['Hello'])
    const deep = `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(200_000)}${']'.repeat(200_000)} >>`
    expect(await outcome(writePdf([deep, pages!, page!, content!, font!]))).toSatisfy(
      told => typeof told === 'string' || typeof told === 'object',
    )
  })

  test('one that is too large is not opened', async () => {
    expect(await outcome(Buffer.alloc(31 * 1024 * 1024, '%PDF-1.7 '))).toBe('too-large')
  })

  test('one with more pages than anybody reads', async () => {
    const [, , , content, font] = pageOf(['A page of a long report'])
    const kids = Array.from({ length: 80 }, (_, at) => `${at + 4} 0 R`).join(' ')
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 84 0 R /Resources << /Font << /F1 3 0 R >> >> >>'
    const long = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 80 >>`,
      font!,
      ...Array.from({ length: 80 }, () => page),
      content!,
    ])
    expect(await outcome(long)).toMatchObject({ count: 80, cut: true, pages: { length: 50 } })
    expect(await read(long)).toContainEqual({
      problem: expect.objectContaining({ code: 'too-large', note: true }),
    })
  })
})
