import { expect, test } from 'vitest'
import type { InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

async function read(bytes: Uint8Array, options = {}): Promise<InspectLine[]> {
  return [...(await inspect(bytes, options))]
}

test('a picture at an address is an event by its name, with the picture, and says that nothing was read', async () => {
  const url = 'https://example.org/files/Migrants-Day_2020-poster_final.png'
  expect(await read(png, { url })).toEqual([
    {
      finding: {
        kind: 'event',
        title: 'Migrants Day 2020 poster',
        url,
        image: url,
        from: { title: 'file', url: 'file', image: 'file' },
      },
    },
    {
      problem: {
        code: 'picture',
        note: true,
        says: 'This is a picture: Daylong does not read posters. Fill in what it says; the picture is kept with the entry.',
      },
    },
  ])
})

test('a picture that was dropped has a name and no address', async () => {
  const [line] = await read(png, { name: 'Poster Día del Migrante.png' })
  expect(line).toEqual({
    finding: { kind: 'event', title: 'Poster Día del Migrante', from: { title: 'file' } },
  })
})

test.each(['IMG_2034.jpg', 'unnamed.png', '8f14e45fceea167a5a36dedd4bea2543.jpg', 'a', '', '%E0%A4%A'])(
  'what nobody named (%s) is called a poster',
  async name => {
    const [line] = await read(png, { name })
    expect(line).toMatchObject({ finding: { title: 'Poster' } })
  },
)

test.each([
  ['WebP', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['AVIF', '\0\0\0\x20ftypavif'],
  ['HEIC', '\0\0\0\x18ftypheic'],
  ['JPEG', '\xff\xd8\xff\xe0'],
  ['GIF', 'GIF89a'],
  ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
])('%s is a picture, whatever it is said to be', async (_, bytes) => {
  const told = await read(Buffer.from(bytes, 'latin1'), { as: 'page', name: 'page.html' })
  expect(told.map(line => ('problem' in line ? line.problem.code : 'finding'))).toEqual([
    'finding',
    'picture',
  ])
})

test('a sound or a film is none', async () => {
  for (const bytes of ['RIFF\x10\0\0\0WAVEfmt ', '\0\0\0\x18ftypmp42'])
    expect(await read(Buffer.from(bytes, 'latin1'))).toMatchObject([{ problem: { code: 'not-text' } }])
})
