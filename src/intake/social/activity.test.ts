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

const mobilizon = {
  '@context': context,
  type: 'Event',
  id: 'https://mobilizon.example/events/2b',
  name: 'Soirée',
  startTime: '2026-12-18T19:00:00+01:00',
  timezone: 'Europe/Paris',
  isOnline: false,
  inLanguage: 'fr',
  onlineAddress: 'https://collectif.example/soiree',
  location: { type: 'Place', name: 'La Maison' },
}

test('the online address of an event at a place is a page about it, not its door', async () => {
  expect(await read(mobilizon)).toMatchObject([
    {
      attendance: 'offline',
      languages: ['fr'],
      links: [{ role: 'source', url: 'https://collectif.example/soiree' }],
    },
  ])
  expect(await read({ ...mobilizon, isOnline: true, location: null })).toMatchObject([
    { attendance: 'online', links: [{ role: 'join', url: 'https://collectif.example/soiree' }] },
  ])
})

test('rooms for meeting, streams and recordings that Mobilizon keeps of an event', async () => {
  const property = (name: string, value: string) => ({ type: 'PropertyValue', name, value })
  expect(
    await read({
      ...mobilizon,
      onlineAddress: null,
      attachment: [
        property('mz:visio:jitsi', 'https://meet.example/x'),
        property('mz:live:peertube:url', 'https://tube.example/w/1'),
        property('mz:replay:url', 'https://tube.example/w/2'),
        { type: 'Link', href: 'https://other.example/', role: 'join' },
      ],
    }),
  ).toMatchObject([
    {
      attendance: 'mixed',
      links: [
        { role: 'join', url: 'https://meet.example/x' },
        { role: 'source', url: 'https://other.example/' },
        { role: 'livestream', url: 'https://tube.example/w/1' },
        { role: 'recording', url: 'https://tube.example/w/2' },
      ],
    },
  ])
})

test('WordPress names who organises an event, and where one registers', async () => {
  expect(
    await read({
      ...mobilizon,
      onlineAddress: undefined,
      attributedTo: 'https://blog.example/?author=0',
      externalParticipationUrl: 'https://blog.example/form',
      organizers: [
        { type: 'Organization', name: 'AK Asyl', url: 'https://ak.example/' },
        { type: 'Person', name: 'Mia Roth' },
      ],
    }),
  ).toMatchObject([
    {
      organisations: [{ name: 'AK Asyl', url: 'https://ak.example/' }],
      people: [{ name: 'Mia Roth', role: 'organiser' }],
      links: [{ role: 'registration', url: 'https://blog.example/form' }],
    },
  ])
})

test('Hubzilla invites to an event, and tells its place without a name', async () => {
  const event = {
    type: 'Event',
    name: 'Plenum',
    startTime: '2026-12-18T18:00:00Z',
    location: { type: 'Place', name: '', content: 'Zentrum, Kiel' },
  }
  expect(
    await read({
      '@context': context,
      type: 'Invite',
      actor: 'https://hub.example/channel/mia',
      object: event,
    }),
  ).toMatchObject([{ title: 'Plenum', place: { name: 'Zentrum, Kiel' } }])
})
