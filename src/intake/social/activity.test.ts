import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

async function read(value: unknown, options = {}): Promise<Finding[]> {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return [...(await inspect(bytes, options))].flatMap(line => ('finding' in line ? [line.finding] : []))
}

const context = 'https://www.w3.org/ns/activitystreams'

test('a note is a statement by its account', async () => {
  const note = {
    '@context': [context, { toot: 'http://joinmastodon.org/ns#' }],
    id: 'https://social.example.org/users/net/statuses/105412345678901234',
    type: 'Note',
    summary: null,
    published: '2020-12-18T09:30:00Z',
    url: 'https://social.example.org/@net/105412345678901234',
    attributedTo: 'https://social.example.org/users/net',
    content:
      '<p><span class="h-card"><a href="https://a.example/@b" class="u-url mention">@b</a></span> Today we remember those who never arrived.</p><p>Vigil, live: <a href="https://tube.example.org/w/9c9de5e80a1e484ab099e8">https://tube.example.org/w/9c9de5e80a1e484ab099e8</a> <a href="https://social.example.org/tags/vigil" class="mention hashtag">#<span>vigil</span></a></p>',
    contentMap: { en: '…' },
    attachment: [{ type: 'Document', mediaType: 'image/jpeg', url: 'https://files.example.org/a.jpg' }],
  }
  const finding = {
    kind: 'statement',
    title: 'Today we remember those who never arrived',
    url: 'https://social.example.org/@net/105412345678901234',
    published: '2020-12-18T09:30:00Z',
    organisations: [{ name: '@net@social.example.org', url: 'https://social.example.org/users/net' }],
    languages: ['en'],
    tags: ['vigil'],
    image: 'https://files.example.org/a.jpg',
    links: [{ role: 'livestream', url: 'https://tube.example.org/w/9c9de5e80a1e484ab099e8' }],
  }
  expect(await read(note)).toMatchObject([finding])
  expect(await read({ '@context': context, type: 'Create', object: note })).toMatchObject([finding])
  expect(
    await read({ '@context': context, type: 'OrderedCollection', orderedItems: [note, note] }),
  ).toHaveLength(2)
})

test('an event of Mobilizon is one, in its own zone', async () => {
  const event = {
    '@context': [context, { mz: 'https://joinmobilizon.org/ns#' }],
    type: 'Event',
    id: 'https://mobilizon.example.org/events/39a0',
    name: 'Assembly of the day',
    startTime: '2021-07-14T16:00:00Z',
    endTime: '2021-07-14T18:00:00Z',
    timezone: 'Europe/Paris',
    isOnline: true,
    onlineAddress: 'https://meet.jit.si/Assembly',
    'ical:status': 'CONFIRMED',
    content: '<p>All are welcome.</p>',
    attributedTo: {
      type: 'Group',
      name: 'Collectif Exemple',
      id: 'https://mobilizon.example.org/@collectif',
    },
    tag: [{ type: 'Hashtag', name: '#droits' }],
  }
  expect(await read(event)).toMatchObject([
    {
      kind: 'event',
      title: 'Assembly of the day',
      start: '2021-07-14T18:00:00+02:00[Europe/Paris]',
      end: '2021-07-14T20:00:00+02:00[Europe/Paris]',
      attendance: 'online',
      status: 'scheduled',
      links: [{ role: 'join', url: 'https://meet.jit.si/Assembly' }],
      organisations: [{ name: 'Collectif Exemple', url: 'https://mobilizon.example.org/@collectif' }],
      tags: ['droits'],
    },
  ])
})

test('a video of PeerTube is one, and a stream while it is live', async () => {
  const video = {
    '@context': [context, { pt: 'https://joinpeertube.org/ns#' }],
    type: 'Video',
    id: 'https://tube.example.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    name: 'What the day is about',
    published: '2020-12-18T10:00:00Z',
    content: '**All** about [it](https://example.org)',
    mediaType: 'text/markdown',
    language: { identifier: 'en', name: 'English' },
    url: [
      {
        type: 'Link',
        mediaType: 'text/html',
        href: 'https://tube.example.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
      },
    ],
    attributedTo: [{ type: 'Person', id: 'https://tube.example.org/accounts/net' }],
  }
  const url = video.url[0]!.href
  expect(await read(video)).toMatchObject([
    {
      kind: 'video',
      title: 'What the day is about',
      published: '2020-12-18T10:00:00Z',
      languages: ['en'],
      links: [{ role: 'recording', url }],
    },
  ])
  expect(await read({ ...video, isLiveBroadcast: true })).toMatchObject([
    { links: [{ role: 'livestream', url }] },
  ])
})

test.each([
  ['nothing', { '@context': context }],
  ['an account', { '@context': context, type: 'Person', name: 'Anna' }],
  ['a note of nobody', { '@context': context, type: 'Note' }],
  ['what refers to itself', { '@context': context, type: 'Create', object: 'https://example.org/1' }],
  [
    'the wrong kinds',
    {
      '@context': context,
      type: ['Note'],
      content: 5,
      attributedTo: { name: [] },
      url: [null],
      attachment: 'x',
    },
  ],
  [
    'a broken place',
    { '@context': context, type: 'Event', name: 'A', location: [[], { address: [] }, 7], startTime: 12 },
  ],
])('%s gives no fault', async (_, value) => {
  for (const line of await inspect(Buffer.from(JSON.stringify(value))))
    expect('problem' in line ? line.problem.code : 'finding').not.toBe('fault')
})

test('wrapped thousands deep, or without an end, it is given up', async () => {
  const deep = `{"@context":"${context}","type":"Create","object":`.repeat(5000)
  for (const text of [deep, `${deep}{}${'}'.repeat(5000)}`]) expect(await read(text)).toEqual([])
})
